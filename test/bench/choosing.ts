/** How long autocomplete takes: every beginning of what people type into the commands' options, and what names nothing. */
import type { Engine } from '../../src/engine.js';

type Typed = Parameters<Engine['choices']>;

const TYPED: readonly (readonly [Typed[0], readonly string[], Typed[3]?])[] = [
  ['metric', ['people returned to france', 'arivals by smal boat', 'wagons weighed', 'xyzzy plugh', '%_*"']],
  ['as_of', ['31 october 2025', '2025-11-10', 'novembre', 'qqqq'], { metric: 'returned-to-france' }],
  ['as_of', ['17 august 2011', '2019'], { metric: 'wagons-weighed' }],
  ['as_of', ['january 2026']],
  ['speaker', ['shabana mahmood', 'Hédon', 'the pm spokesman', 'nobody at all']],
  ['topic', ['deterrence', 'les renvois', 'xyzzy'], { speaker: 'chris-philp' }],
  ['source', ['britbrief, rewriting', 'F-0', 'q-02', 'F-10000', 'independant']],
];

/** Milliseconds of each look-up, one for each key that is pressed; the first ones come cold, as after a start. */
export function choosingTimes(engine: Engine, rounds: number): { ms: number; question: string }[] {
  const times: { ms: number; question: string }[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [kind, texts, given] of TYPED) {
      for (const text of texts) {
        for (let length = 0; length <= text.length; length++) {
          const typed = text.slice(0, length);
          const from = performance.now();
          engine.choices(kind, typed, length % 2 === 0 ? 'en' : 'fr', given);
          times.push({ ms: performance.now() - from, question: `${kind}: ${typed}` });
        }
      }
    }
  }
  return times;
}
