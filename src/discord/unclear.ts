/** What a person picked or typed in a command: clear, or told what is near to it. */
import type { Unclear } from '../answers/lookup.js';
import type { Reply } from '../engine.js';
import { discordCatalogueOf } from '../language/discord-catalogue.js';
import { UserMistake } from './errors.js';
import { cutText } from './fitting.js';

/** Names are short; of anything longer the beginning is enough to be recognised. */
const TYPED_SHOWN = 80;

/** The reply, or a UserMistake that says what names nothing here and what may be meant. */
export function clearly(result: Reply | Unclear): Reply {
  if (!('unclear' in result)) return result;
  const { unclear, typed, near, isGuess, language } = result;
  const { mistakes } = discordCatalogueOf(language);
  const told = mistakes.unknown(unclear, cutText(typed, TYPED_SHOWN));
  if (near.length === 0) throw new UserMistake(told);
  throw new UserMistake(`${told} ${isGuess ? mistakes.didYouMean(near) : mistakes.known(unclear, near)}`);
}
