/** Requests to the sandbox by hand, for what discord.js would not send. */
import type { Sandbox } from '../../src/sandbox/index.js';

export type Called = { status: number; body: unknown; headers: Headers };

/** Sends one request with the bot's token; `path` is what stands below `/api/v10`. */
export async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  token: string = sandbox.token,
): Promise<Called> {
  const answer = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), headers: answer.headers };
}
