/** Permanent ids as people type them. */

const PREFIXES = 'FQETS';

/** "f3", "F-003" or "f 003" as `F-003`; undefined for anything that is no id. */
export function entryId(typed: string): string | undefined {
  const parts = new RegExp(`^\\s*([${PREFIXES}])[\\s-]?(\\d{1,12})\\s*$`, 'i').exec(typed);
  return parts ? `${parts[1]?.toUpperCase()}-${parts[2]?.padStart(3, '0')}` : undefined;
}

/** The beginning of an id that is being typed ("f", "Q-0"), in the form that ids have; undefined for none. */
export function idBeginning(typed: string): string | undefined {
  const parts = new RegExp(`^\\s*([${PREFIXES}])(?:[\\s-]?(\\d{0,12}))\\s*$`, 'i').exec(typed);
  return parts ? `${parts[1]?.toUpperCase()}-${parts[2] ?? ''}` : undefined;
}
