/** Dates, numbers and durations as each language writes them. */

export type LanguageCode = 'en' | 'fr';

const LOCALE = { en: 'en-GB', fr: 'fr-FR' } as const;

const longDate = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
};
const monthYear = {
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

function at(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** "10 November 2025", "1er novembre 2025" for an ISO date. */
export function formatDate(date: string, language: LanguageCode): string {
  const text = longDate[language].format(at(date));
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** "November 2025" for an ISO date. */
export function formatMonth(date: string, language: LanguageCode): string {
  return monthYear[language].format(at(date));
}

/**
 * "6 to 8 November 2025", "1 January to 30 June 2026", "the calendar year 2024", "8 November 2025" for a period of
 * ISO dates: what both ends share is said once.
 */
export function formatPeriod(from: string, to: string, language: LanguageCode): string {
  if (from === to) return formatDate(from, language);
  if (from.slice(5) === '01-01' && to.slice(5) === '12-31' && from.slice(0, 4) === to.slice(0, 4)) {
    return language === 'fr' ? `l’année civile ${from.slice(0, 4)}` : `the calendar year ${from.slice(0, 4)}`;
  }
  const first = firstDay(from, to, language);
  return language === 'fr'
    ? `du ${first} au ${formatDate(to, language)}`
    : `${first} to ${formatDate(to, language)}`;
}

/** The first day of a period without what its last day says too: "6", "1er", "1 January". */
function firstDay(from: string, to: string, language: LanguageCode): string {
  const whole = formatDate(from, language);
  if (from.slice(0, 7) === to.slice(0, 7)) return whole.split(' ')[0] ?? whole;
  return from.slice(0, 4) === to.slice(0, 4) ? whole.slice(0, -' 2025'.length) : whole;
}

/** "38,726" or "38 726"; at most three decimals. */
export function formatNumber(value: number, language: LanguageCode, decimals = 3): string {
  const text = numbersWith(decimals)[language].format(value);
  return text.replace(/\u202f/g, '\u00a0');
}

const numberFormats = new Map<number, Record<LanguageCode, Intl.NumberFormat>>();

/** Kept, because making one takes longer than an answer should. */
function numbersWith(maximumFractionDigits: number): Record<LanguageCode, Intl.NumberFormat> {
  const known = numberFormats.get(maximumFractionDigits);
  if (known) return known;
  const made = {
    en: new Intl.NumberFormat(LOCALE.en, { maximumFractionDigits }),
    fr: new Intl.NumberFormat(LOCALE.fr, { maximumFractionDigits }),
  };
  numberFormats.set(maximumFractionDigits, made);
  return made;
}

/** "1 day", "3 days", "almost 10 months", "about 2 years" for a number of days. */
export function formatAge(days: number, language: LanguageCode): string {
  if (days < 14)
    return language === 'fr'
      ? `${days} ${days < 2 ? 'jour' : 'jours'}`
      : `${days} ${days === 1 ? 'day' : 'days'}`;
  if (days < 60) {
    const weeks = Math.round(days / 7);
    return language === 'fr' ? `environ ${weeks} semaines` : `about ${weeks} weeks`;
  }
  const months = days / 30.44;
  if (months < 23.5) {
    const whole = Math.round(months);
    const almost = months < whole;
    if (language === 'fr') return `${almost ? 'presque' : 'un peu plus de'} ${whole} mois`;
    return `${almost ? 'almost' : 'just over'} ${whole} months`;
  }
  const years = Math.round(days / 365.25);
  return language === 'fr' ? `environ ${years} ans` : `about ${years} years`;
}
