/** Names that are told by tokens, found by the tokens that are said instead of tried one by one. */

type Held<Named> = { named: Named; tokens: readonly string[]; place: number };

export class HeldNames<Named> {
  /** Every name under the one of its tokens that the fewest names share. */
  readonly #byToken = new Map<string, Held<Named>[]>();

  /** `tokensOf` gives the tokens that must all be said for a name to be; at least one each. */
  constructor(names: readonly Named[], tokensOf: (named: Named) => readonly string[]) {
    const held = names.map((named, place) => ({ named, tokens: tokensOf(named), place }));
    const shared = new Map<string, number>();
    for (const { tokens } of held)
      for (const token of tokens) shared.set(token, (shared.get(token) ?? 0) + 1);
    for (const name of held) {
      const [rarest] = [...name.tokens].sort((a, b) => (shared.get(a) ?? 0) - (shared.get(b) ?? 0));
      if (rarest === undefined) continue;
      const beside = this.#byToken.get(rarest);
      if (beside) beside.push(name);
      else this.#byToken.set(rarest, [name]);
    }
  }

  /** The names all of whose tokens are said, in the order in which they were given. */
  heldBy(said: ReadonlySet<string>): Named[] {
    const held: Held<Named>[] = [];
    for (const token of said)
      for (const name of this.#byToken.get(token) ?? [])
        if (name.tokens.every((one) => said.has(one))) held.push(name);
    return held.sort((a, b) => a.place - b.place).map(({ named }) => named);
  }
}
