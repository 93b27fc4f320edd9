/** Results kept in memory, as many as are worth it. */

/**
 * `compute`, each of whose results is kept until `limit` of them are; then all are forgotten and it starts
 * anew. For functions that give the same result for the same key for as long as the program runs; what is given
 * is its own key, unless `keyOf` says which.
 */
export function remembering<Given, Value>(
  limit: number,
  compute: (given: Given) => Value,
  keyOf: (given: Given) => unknown = (given) => given,
): (given: Given) => Value {
  const kept = new Map<unknown, Value>();
  return (given) => {
    const key = keyOf(given);
    const known = kept.get(key);
    if (known !== undefined || kept.has(key)) return known as Value;
    const value = compute(given);
    if (kept.size >= limit) kept.clear();
    kept.set(key, value);
    return value;
  };
}

/**
 * `make`, whose result is kept with the object that it is made for and forgotten with it; that object is the key
 * itself, unless `keyOf` says which. `given`: what else it is made of, which must be the same for the same object.
 */
export function keptFor<Owner extends object, Value extends object, Given = void>(
  make: (owner: Owner, given: Given) => Value,
  keyOf: (owner: Owner) => object = (owner) => owner,
): (owner: Owner, given: Given) => Value {
  const kept = new WeakMap<object, Value>();
  return (owner, given) => {
    const key = keyOf(owner);
    const known = kept.get(key);
    if (known) return known;
    const made = make(owner, given);
    kept.set(key, made);
    return made;
  };
}
