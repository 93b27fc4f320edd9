/** How a word sounds, English or French, so that one written by ear ("flite", "skeme", "jusca") meets the word that is meant. */

/** In this order; a capital letter is a sound of its own, a long vowel or one written with several letters. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/^ps/, 's'],
  [/gni?(?=[aeo])|ni(?=[aeou])/g, 'N'],
  [/eigh/g, 'A'],
  [/igh/g, 'Y'],
  [/(?:augh|ough)(?=t)/g, 'o'],
  [/ph/g, 'f'],
  [/gh/g, 'g'],
  [/(?:[tc]i[ao]|ss?io|xio|shu)n/g, 'Sn'],
  [/sch/g, 'sk'],
  [/t?ch/g, 'C'],
  [/sh/g, 'S'],
  [/mb$/, 'm'],
  [/dge?|j|(?<!g)g(?=[eiy])/g, 'J'],
  [/sc(?=[eiy])|c(?=[eiy])|z/g, 's'],
  [/ck|cqu?|qu?|kw|c/g, 'k'],
  [/x/g, 'ks'],
  [/([bdfgklmnprstv])\1+/g, '$1'],
  [/(?:ou?r|oar|oor|aur|awr)(?=[^aeiouy])/g, 'or'],
  [/(?:ou?r|er|u?re|ur)(?=s?$)/, '@'],
  [/(?<=[^aeioutd])ed$/, 'd'],
  [/a([^aeiouyA-Z]|[CSJN])e(?=s?$)/, 'A$1'],
  [/i([^aeiouyA-Z]|[CSJN])e(?=s?$)/, 'Y$1'],
  [/o([^aeiouyA-Z]|[CSJN])e(?=s?$)/, 'O$1'],
  [/u([^aeiouyA-Z]|[CSJN])e(?=s?$)/, 'U$1'],
  [/e([^aeiouyA-Z]|[CSJN])e(?=s?$)/, 'I$1'],
  [/e$/, ''],
  [/ai|ay|ei|ey/g, 'A'],
  [/eau/g, 'O'],
  [/ee|ea|ie/g, 'I'],
  [/oa|oe|o$/g, 'O'],
  [/oo|ew|ue|ui|eu/g, 'U'],
  [/ou|ow|au|aw/g, 'W'],
  [/th/g, 'T'],
  [/(?<=.)h/g, ''],
  // The first vowel counts: with it gone, too many short words sound alike.
  [/(?<=[aeiouyAIYOUW].*)[aeiouy]+/g, '@'],
  [/y/g, 'i'],
  [/([a-z@])\1+/g, '$1'],
];

/** The key of a folded word: words that could be heard as one have the same. */
export function soundOf(word: string): string {
  let sound = word;
  for (const [letters, heard] of STEPS) sound = sound.replace(letters, heard);
  return sound;
}
