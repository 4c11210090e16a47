import type { Refused } from '../client.ts';

/** What the contract takes at most, before the bytes become text. */
const MAX_BYTES = 30_000_000;
const MEGABYTE = 1024 * 1024;

export type RosterFile = { ok: true; fileName: string; base64: string } | { ok: false; refused: Refused };

const unreadable = (file: string, problem: string, params: Record<string, string> = {}): RosterFile => ({
  ok: false,
  refused: {
    ok: false,
    kind: 'refused',
    refusal: { code: 'roster-unreadable', params: { file, problem, ...params } },
  },
});

/** The bytes of a picked or dropped file, as they cross the border. A file that is far too large is not read. */
export async function readRosterFile(file: File): Promise<RosterFile> {
  if (file.size > MAX_BYTES) {
    return unreadable(file.name, 'too-large', {
      size: String(Math.ceil(file.size / MEGABYTE)),
      limit: String(Math.floor(MAX_BYTES / MEGABYTE)),
    });
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) return unreadable(file.name, 'empty');
    return { ok: true, fileName: file.name, base64: base64Of(bytes) };
  } catch {
    // A folder dropped, or a stick pulled out.
    return unreadable(file.name, 'damaged');
  }
}

/** In pieces: a call with a million arguments would overflow the stack. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(pieces.join(''));
}
