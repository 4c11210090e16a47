import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, session } from 'electron';
import { headersWith, newNonce, withNonce } from './page-policy.ts';
import { pageAt, shippedPages } from './shipped-pages.ts';

export const APP_ORIGIN = 'desk://app';

const HTML = 'text/html; charset=utf-8';
const TYPES: Record<string, string> = {
  '.html': HTML,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Must be called before the app is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'desk', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the built pages and nothing else, each with the policy of the page. Whatever is not among them is not found. */
export function serveApp(folder: string): void {
  const pages = shippedPages(folder);
  session.defaultSession.protocol.handle('desk', async ({ url, method }) => {
    const file = method === 'GET' && new URL(url).host === 'app' ? pageAt(pages, url) : null;
    if (file === null) return notFound();
    try {
      const body = await readFile(file);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      const nonce = newNonce();
      const content = type === HTML ? withNonce(body.toString('utf8'), nonce) : new Uint8Array(body);
      return new Response(content, { headers: headersWith(type, nonce) });
    } catch {
      return notFound();
    }
  });
}

const notFound = () =>
  new Response('not found', { status: 404, headers: headersWith('text/plain', newNonce()) });
