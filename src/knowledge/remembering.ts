/** Results kept in memory, as many as are worth it. */

/**
 * `compute`, each of whose results is kept until `limit` of them are; then all are forgotten and it starts
 * anew. For functions that give the same result for the same key for as long as the program runs.
 */
export function remembering<Key, Value>(limit: number, compute: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined || kept.has(key)) return known as Value;
    const value = compute(key);
    if (kept.size >= limit) kept.clear();
    kept.set(key, value);
    return value;
  };
}
