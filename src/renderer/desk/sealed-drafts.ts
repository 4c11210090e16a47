import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToUtf8, managedNonce, utf8ToBytes } from '@noble/ciphers/utils.js';

const SEALED = 'sealed:';

let key: Uint8Array | null = null;
let given: string | null = null;
/** Whose drafts have been gone through since that key was given. */
let sealedWard: string | null = null;

/** Where the drafts of a ward lie. */
export const draftsOf = (wardId: string): string => `desk:${wardId}:draft:`;

/**
 * The key for drafts of a sealed ward; null where it is open. A draft may name a patient, and Chromium keeps it in
 * a file beside the encrypted ward: it is encrypted too, and so is what was typed into this ward before it was protected,
 * or before another recovery paper gave it another key.
 * What another ward holds is not this one's to touch. Synchronous, because a field must have its text in the frame in
 * which it is drawn.
 */
export function holdDraftKey(base64: string | null, wardId: string | null): void {
  const before = key;
  if (base64 !== given) {
    given = base64;
    key = base64 === null ? null : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    sealedWard = null;
  }
  if (!key || wardId === null || wardId === sealedWard) return;
  sealedWard = wardId;
  for (const place of Object.keys(localStorage)) {
    const text = place.startsWith(draftsOf(wardId)) ? localStorage.getItem(place) : null;
    const typed = text?.startsWith(SEALED) ? before && unsealed(text, before) : text;
    if (typed !== null && typed !== undefined) keepDraft(place, typed);
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
  return key ? unsealed(text, key) : text;
}

/** Null where it was sealed with another key. */
function unsealed(text: string, secret: Uint8Array): string | null {
  try {
    const sealed = Uint8Array.from(atob(text.slice(SEALED.length)), (letter) => letter.charCodeAt(0));
    return bytesToUtf8(cipherOf(secret).decrypt(sealed));
  } catch {
    return null;
  }
}

function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
