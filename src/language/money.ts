/** Sums of money as people write them: "£660 million", "£250,000 a flight", "660 millions de livres". */
import { formatNumber, type LanguageCode } from './format.js';

const SYMBOLS: Readonly<Record<string, string>> = { pounds: '£', euros: '€' };
const MONEY: Readonly<Record<LanguageCode, RegExp>> = {
  en: /^(?<currency>pounds|euros)(?<each> .+)?$/,
  fr: /^(?<currency>livres|euros)(?<each> .+)?$/,
};
const MILLION = 1_000_000;

type MoneyWriting = {
  /** The number, in English with its symbol: "£16.2 million". */
  number: (value: number, decimals?: number) => string;
  /** What stands behind the number: "a flight", "de livres", or nothing. */
  unit: (value: number) => string;
};

/** How a number of a unit is written; undefined for what is no money. `unit` is in the language that is given. */
export function moneyWriting(unit: string, language: LanguageCode): MoneyWriting | undefined {
  const { currency, each = '' } = MONEY[language].exec(unit)?.groups ?? {};
  if (currency === undefined) return undefined;
  const inMillions = (value: number) => value >= MILLION && Number.isInteger((value / MILLION) * 10);
  if (language === 'en')
    return {
      number: (value, decimals) =>
        `${SYMBOLS[currency] ?? ''}${inMillions(value) ? `${formatNumber(value / MILLION, language)} million` : formatNumber(value, language, decimals)}`,
      unit: () => each.trim(),
    };
  const of = currency.startsWith('e') ? 'd’' : 'de ';
  return {
    number: (value, decimals) =>
      inMillions(value)
        ? `${formatNumber(value / MILLION, language)} million${value >= 2 * MILLION ? 's' : ''}`
        : formatNumber(value, language, decimals),
    unit: (value) => `${inMillions(value) ? of : ''}${currency}${each}`,
  };
}
