/** Which kind of entry answers which kind of question: words, events, rules, positions. */
import type { Entry } from '../knowledge/entries.js';
import type { Statement } from '../knowledge/schema.js';
import type { Part } from '../questions/query.js';

/** The very words are asked for, not what they came to. */
const WANTS_WORDS =
  /\b(?:exact (?:line|words?|wording|quote|sentence)|word for word|verbatim|quote|the sentence|full phrase|in (?:his|her|their) (?:own )?words|mot pour mot|mots exacts|citation)\b/i;

/** What somebody wants or would do: a position answers, rather than words said of something else. */
const WANTS_POSITION =
  /(?<!\w)(?:(?:want|wants|wanted|want to|wants to|wanna|wanted to) (?:do|done|see|happen|instead|changed?|copy)|ask(?:s|ed|ing)? for|(?:would|will|want(?:s|ed)?|what) [\p{L}\s]{0,40}(?<!\w)(?:do(?:ne)? (?:instead|differently)|instead)|propos\w+|what (?:is|are|was|were) [\p{L}\s]{2,30} (?:after|demanding|asking|calling for|pushing for)|plan to|policy|recommend\w*|réclam\w+|demand\w*|veut|veulent|voudrai\w+)(?!\w)/iu;

/** One word is asked for: a quotation of a word or two is it. */
const WANTS_ONE_WORD =
  /(?<!\w)(?:adjectives?|(?:one|single|what|which|the|a) (?:\p{L}+ )?(?:word|verb|label|term)|adjectif|(?:quel|un seul|le|en un) (?:mot|terme|verbe)|qualificatif)(?!\w)/iu;
/** So long is a word or two with what belongs to it. */
const ONE_WORD = 24;

/** "The two write-ups name it differently, what does each say": what texts say, and nobody's remark. */
const ASKS_TEXTS =
  /(?<!\w)(?:two|2|both|these|those|the) (?:\p{L}+ )?(?:write[- ]?ups?|articles|texts|pieces|reports|accounts|sources)(?!\w).*(?<!\w)(?:each|both|differ\w*)(?!\w)/iu;

/** What the words of a question want of the entry that answers it. */
export type Wanted = {
  /** A position, the very words, or neither. */
  kind: 'position' | 'words' | undefined;
  oneWord: boolean;
  /** What two texts say, set beside each other. */
  texts: boolean;
  /** What is to be done with anybody who does this or that. */
  fate: boolean;
  /** What may or must be done. */
  leave: boolean;
  /** What texts there are. */
  references: boolean;
};

/** What the words of the asking clause want; read once for all the entries that are weighed. */
export function wantedOf(part: Part): Wanted {
  const { text } = part;
  const texts = ASKS_TEXTS.test(text);
  return {
    kind: WANTS_POSITION.test(text) || texts ? 'position' : WANTS_WORDS.test(text) ? 'words' : undefined,
    oneWord: WANTS_ONE_WORD.test(text),
    texts,
    fate: ASKS_FATE.test(text),
    leave: ASKS_LEAVE.test(text),
    references: asksReferences(part),
  };
}

/** Of two wordings, or two speakers of the same words, the one that is in doubt comes after the other. */
const DOUBTFUL = 0.03;

/** What an entry gets on top for its kind, or loses. */
export function kindBonus(entry: Entry, part: Part, wanted: Wanted): number {
  switch (entry.kind) {
    case 'quote':
      if (wanted.oneWord && entry.body.text.length <= ONE_WORD) return 0.3;
      if (wanted.kind === 'position') return -0.15;
      if (wanted.kind === 'words') return 0.25;
      return (
        (part.saidBy || (part.focus === 'who' && part.people.length === 0) ? 0.06 : -0.06) -
        (entry.body.authenticity === 'doubtful' ? DOUBTFUL : 0)
      );
    case 'event':
      if (part.focus === 'when') return 0.12;
      return part.focus === 'who' && (part.people.length > 0 || entry.body.people.length > 0) ? 0.08 : 0.01;
    case 'statement':
      return (
        (part.focus === 'why' || part.focus === 'how' ? 0.03 : 0.01) +
        (wanted.leave ? leaveBonus(entry.body) : 0) +
        (wanted.fate ? fateBonus(entry.body) : 0) +
        (wanted.texts && (entry.body.also?.length ?? 0) > 0 ? OF_SEVERAL : 0) -
        (entry.body.kind === 'reference' && !wanted.references ? OF_REFERENCES : 0)
      );
    case 'source':
      return part.focus === 'source' ? -0.05 : -0.25;
    case 'figure':
      return -1;
  }
}

const ASKS_LEAVE =
  /\b(?:can|can['’]?t|cannot|may|must|allowed|eligible|required|peut|peuvent|doit|doivent)\b/i;
const GIVES_LEAVE = /\b(?:can|cannot|may not|must|only to|free to)\b/i;

/** What a list of references says of a text that it names is asked for by who asks for texts. */
const OF_REFERENCES = 0.2;
/** Where two texts are set beside each other: what more than one of them says. */
const OF_SEVERAL = 0.05;

function asksReferences({ focus, sources, tokens }: Part): boolean {
  return (
    focus === 'source' ||
    focus === 'who' ||
    sources.length > 0 ||
    tokens.some((token) => /^(?:reference|newspaper|articl|report|video|explain\w*|outlet)$/.test(token))
  );
}

/** "What happens if you come back": what is to be done with anybody, and no remark or case. */
const ASKS_FATE =
  /\bhappens? (?:to|with|if|when|after|then|next) ?(?:you|u|me|someone|somebody|anyone|anybody|people|them|those|they|a person|whoever)?\b|\bwhat if (?:you|u|i|someone|somebody|anyone|they|people)\b|\bif (?:you|u|i|someone|somebody|anyone|they|people|we) (?:come|try|get|do|go|cross|turn|sneak|return|end)\b|\b(?:que|qu['’]|ce qui|qu['’]est-ce qui) (?:se passe|arrive|devient)\b[^?]{0,20}\b(?:si|quand)\b|\b(?:que|qu['’]est-ce que) (?:risque|encour)|\bqu['’]encour|\bwhat (?:do|does|would|will) (?:you|u|they|someone|people|somebody|anyone|a person) (?:risk|face|get)\b/i;
const TELLS_FATE =
  /\b(?:anyone|anybody|whoever|people who|those who|a person who|will be|is to be|are to be)\b/i;

function fateBonus({ kind, text }: Statement): number {
  return (kind === 'rule' ? 0.05 : 0) + (TELLS_FATE.test(text.en) ? 0.1 : 0);
}

/** "Who can", "what may": a rule, or what speaks of leave, answers, rather than what somebody thinks of it. */
function leaveBonus({ kind, text }: Statement): number {
  return (kind === 'rule' ? 0.08 : 0) + (GIVES_LEAVE.test(text.en) ? 0.05 : 0);
}
