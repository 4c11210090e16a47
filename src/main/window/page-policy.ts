import { randomBytes } from 'node:crypto';

/** Stands in the built page wherever the nonce goes; Vite puts it there (electron.vite.config.ts). */
const NONCE_PLACE = 'DESK-NONCE';

export const newNonce = (): string => randomBytes(16).toString('base64');

export const withNonce = (html: string, nonce: string): string => html.replaceAll(NONCE_PLACE, nonce);

/** Of a style sheet with nothing in it, which libraries lay as a place for later: it can do nothing. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * What the page may do, in docs/decisions/page-policy.md. Scripts: our own files. Style sheets: our own files, and those
 * that our own code writes (it alone knows the nonce). Style attributes are harmless and Ant Design measures with them.
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}' ${EMPTY_STYLE}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sent with every file, so that none of them is a page with more freedom than the page itself. */
export const headersWith = (type: string, nonce: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': policy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
});
