/** Gets one JSON document, politely: unchanged ones are not sent again, slow or huge ones are given up. */

/** What became of a request; nothing else can come of it. */
export type Got =
  | { outcome: 'changed'; etag: string | undefined; body: unknown }
  | { outcome: 'unchanged' }
  /** Worth another try later, and not before `retryAfterMs` where the server says so. */
  | { outcome: 'unavailable'; reason: string; retryAfterMs?: number }
  /** Nothing that trying again would mend: somebody has to look. */
  | { outcome: 'refused'; reason: string };

export type GetOptions = {
  etag?: string | undefined;
  timeoutMs: number;
  /** Of the body once it is unpacked. */
  maxBytes: number;
  /** Gives up at once. */
  signal?: AbortSignal | undefined;
};

/** Says who asks, so that the site's keepers can tell. */
const USER_AGENT = 'Tally (a Discord bot that cites official figures; reads this page every half hour)';

/** Never rejects. */
export async function getJson(url: string, { etag, timeoutMs, maxBytes, signal }: GetOptions): Promise<Got> {
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      headers: {
        accept: 'application/json',
        'user-agent': USER_AGENT,
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      },
      // A page that has moved is another page until somebody has looked.
      redirect: 'manual',
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    });
    return await gotFrom(response, maxBytes);
  } catch (error) {
    if (limit.aborted) return { outcome: 'unavailable', reason: `no answer within ${timeoutMs / 1000} s` };
    return { outcome: 'unavailable', reason: reasonOf(error) };
  }
}

async function gotFrom(response: Response, maxBytes: number): Promise<Got> {
  const { status, headers } = response;
  if (status !== 200) await response.body?.cancel();
  if (status === 304) return { outcome: 'unchanged' };
  if (status === 429 || status >= 500 || status === 408)
    return { outcome: 'unavailable', reason: `status ${status}`, ...retryAfter(headers) };
  if (status >= 300 && status < 400)
    return { outcome: 'refused', reason: `it has moved to ${headers.get('location') ?? 'another address'}` };
  if (status !== 200) return { outcome: 'refused', reason: `status ${status}` };
  const text = await textWithin(response, maxBytes);
  if (text === undefined) return { outcome: 'refused', reason: `it is longer than ${maxBytes} bytes` };
  const etag = headers.get('etag') ?? undefined;
  try {
    return { outcome: 'changed', etag, body: JSON.parse(text) };
  } catch {
    return { outcome: 'refused', reason: 'it is not JSON' };
  }
}

/** The body, or undefined where it is longer than `maxBytes`; the rest is then not read. */
async function textWithin(response: Response, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** In seconds or as a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter(headers: Headers): { retryAfterMs?: number } {
  const said = headers.get('retry-after');
  if (said === null) return {};
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, ms) } : {};
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message} (${cause.message})` : error.message;
}
