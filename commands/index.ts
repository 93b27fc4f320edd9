/** The one list of commands: what is registered is what can be run. */
import type { AnyCommand } from '../src/discord/command.js';
import ask from './ask.js';
import checkTheFigures from './check-the-figures.js';
import compare from './compare.js';
import explain from './explain.js';
import figure from './figure.js';
import help from './help.js';
import quote from './quote.js';
import settings from './settings.js';
import source from './source.js';
import subscriptions from './subscriptions.js';
import timeline from './timeline.js';

export const commands: readonly AnyCommand[] = [
  ask,
  figure,
  compare,
  timeline,
  explain,
  quote,
  source,
  subscriptions,
  help,
  settings,
  checkTheFigures,
];
