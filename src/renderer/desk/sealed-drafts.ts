import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToUtf8, managedNonce, utf8ToBytes } from '@noble/ciphers/utils.js';

const SEALED = 'sealed:';
const DRAFT = /^desk:[^:]+:draft:/;

let key: Uint8Array | null = null;
let given: string | null = null;

/**
 * The key for drafts of a sealed ward; null where it is open. A draft may name a patient, and Chromium keeps it in
 * a file beside the encrypted ward: it is encrypted too, and what lay there unencrypted is thrown away. Synchronous,
 * because a field must have its text in the frame in which it is drawn.
 */
export function holdDraftKey(base64: string | null): void {
  if (base64 === given) return;
  given = base64;
  key = base64 === null ? null : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  if (!key) return;
  for (const place of Object.keys(localStorage)) {
    if (DRAFT.test(place) && !localStorage.getItem(place)?.startsWith(SEALED)) localStorage.removeItem(place);
  }
}

const cipherOf = (secret: Uint8Array) => managedNonce(xchacha20poly1305)(secret);

export function keepDraft(place: string, text: string): void {
  localStorage.setItem(place, key ? SEALED + base64Of(cipherOf(key).encrypt(utf8ToBytes(text))) : text);
}

/** Null where there is none, or it is another ward's or another time's. */
export function keptDraft(place: string): string | null {
  const text = localStorage.getItem(place);
  if (text === null || text.startsWith(SEALED) !== (key !== null)) return null;
  if (!key) return text;
  try {
    const sealed = Uint8Array.from(atob(text.slice(SEALED.length)), (letter) => letter.charCodeAt(0));
    return bytesToUtf8(cipherOf(key).decrypt(sealed));
  } catch {
    return null;
  }
}

function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
