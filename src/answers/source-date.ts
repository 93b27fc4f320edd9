/** When a text was published or what it is, where a question asks that and names nothing but the text. */

import { fold } from '../knowledge/words.js';
import { surfaceOf } from '../questions/part-words.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { linesOf } from './entry-lines.js';
import { contentTokens } from './weights.js';

const SHOWN = 3;
/** What a text is called, and what is done with it. */
const OF_TEXTS =
  /^(?:headline|reference|newspaper|publish|public|publi|print|articl|titl|text|piec|post|stori|explain\w*|write|written|page|report|updat|dat\w*|long|carri|paru|sorti|appear|identity|sourc|source|offici|reliabl|kind|type|rewrit|origin|document)$/;
const ASKS_DATE =
  /\b(?:publi\w*|printed|written|wrote|posted|come out|came out|go up|went up|appear\w*|dated?|updated|out|paru|sorti\w*|from)\b/i;

/** It is plainly the text that came out: words of its title say which text. */
const ASKS_OUT = /\b(?:publi\w*|c[ao]me out|put out|appear\w*|posted|paru\w*|sorti\w*|wrote|written)\b/i;

/** "What kind of source is it", "who wrote it", "is it official". */
const ASKS_KIND =
  /(?<!\w)(?:kind|sort|type) of (?:source|text|document|site|page|thing|outlet)(?!\w)|(?<!\w)who (?:wrote|publishes|published|runs|is behind|put out)(?!\w)|(?<!\w)(?:how|is|are) [\p{L}\d .-]{2,40}(?:reliable|official|anonymous|trustworthy|a rewrite|original)(?!\w)|(?<!\w)what (?:is|['’]s) (?:text|source|document|the [\p{L}. ]+ (?:text|article|piece|post))(?!\w)|(?<!\w)rewr(?:it|ot)\w*|(?<!\w)reword\w*|^\W*(?:what|who)(?:['’]?s| is| are) (?:the )?[\p{L}. -]{3,40}\W*$|(?<!\w)quel(?:le)? (?:genre|type|sorte) de (?:source|texte)(?!\w)/iu;

/** The texts that the question names with their dates; undefined where it asks for anything else. */
export function answerSourceDate(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  if (part.sources.length === 0 || part.people.length + part.metrics.length > 0) return undefined;
  const asks = (part.focus === 'when' && ASKS_DATE.test(part.text)) || ASKS_KIND.test(part.text);
  const sources = part.sources.flatMap((id) => knowledge.source(id) ?? []);
  const titles = sources.map(({ title, label }) => fold(`${title ?? ''} ${label.en} ${label.fr}`)).join(' ');
  const isOfText = (token: string) =>
    OF_TEXTS.test(token) ||
    (ASKS_OUT.test(part.text) && titles.includes(fold(surfaceOf(token, part) ?? token)));
  if (!asks || !contentTokens(part).every(isOfText)) return undefined;
  const stored = sources.filter(({ document }) => document !== null);
  const shown = (stored.length > 0 ? stored : sources).slice(0, SHOWN);
  const lines = shown.flatMap((body) => linesOf({ kind: 'source', body }, context));
  return lines.length > 0 ? answered(lines) : undefined;
}
