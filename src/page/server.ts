/** Talking to the sandbox: events come in as they happen, acts go out and lead to something. */
import { type Act, type Outcome, outcome, type PageEvent, pageEvent } from '../sandbox/page/wire.js';

/** Hears everything that this person's page is told; the scene comes first, and again after each reconnection. */
export function listen(
  person: string,
  tell: { event(event: PageEvent): void; lost(): void },
): { close(): void } {
  const source = new EventSource(`/page/events?as=${encodeURIComponent(person)}`);
  source.addEventListener('message', ({ data }) => tell.event(pageEvent.parse(JSON.parse(String(data)))));
  source.addEventListener('error', () => tell.lost());
  return source;
}

/** Does it; what goes wrong on the way is an outcome too. */
export async function act(asked: Act): Promise<Outcome> {
  try {
    const response = await fetch('/page/act', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(asked),
    });
    if (!response.ok) return { kind: 'failed', reason: await response.text() };
    return outcome.parse(await response.json());
  } catch {
    return { kind: 'failed', reason: 'The sandbox does not answer; is it still running?' };
  }
}
