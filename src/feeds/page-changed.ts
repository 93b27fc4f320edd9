/** A page is not what it used to be: nothing is taken from it until a person has looked. */
export class PageChanged extends Error {
  override name = 'PageChanged';
}
