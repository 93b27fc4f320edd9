/** All matches of a pattern in a text. */

/**
 * What `text.matchAll(pattern)` gives, without the copy of the pattern that it makes at every call and which costs
 * more than a short text takes to search. `pattern` must have the flag g.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}
