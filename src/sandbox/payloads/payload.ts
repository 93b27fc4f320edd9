/** What goes out as JSON. */

export type Payload = Readonly<Record<string, unknown>>;

/** Fields that were sent as null or not at all are left out of what Discord gives back. */
export function withoutMissing(value: object): Payload {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null),
  );
}
