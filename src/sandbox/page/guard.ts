/** Who may use the page: a browser on this machine, on the page itself. */
import type { Context } from 'hono';

/**
 * What the page may load, and nothing else: its own files. Attributes of style are what lit writes (`styleMap`);
 * style sheets of the components are constructed, which needs no permission. `data:` pictures are the avatars.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const HERE = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Why a request is refused, or null. The name in `Host` is checked because a page elsewhere can have its own name
 * lead to this machine (DNS rebinding); what changes something must come from the page itself.
 */
export function refusal({ req }: Context): string | null {
  const host = req.header('host') ?? '';
  if (!HERE.includes(host.replace(/:\d+$/, ''))) return 'This page is only for this machine.';
  const site = req.header('sec-fetch-site');
  if (site === 'cross-site' && req.header('sec-fetch-mode') !== 'navigate')
    return 'Other pages may not ask here.';
  if (req.method === 'GET' || req.method === 'HEAD') return null;
  if (req.header('origin') !== `http://${host}`) return 'Only the page itself may do that.';
  const type = req.header('content-type') ?? '';
  return type.startsWith('application/json') ? null : 'Only JSON can be sent here.';
}
