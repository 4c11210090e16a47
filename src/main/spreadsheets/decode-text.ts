import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { FileFault } from './file-fault.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

const BOMS: readonly (readonly [bytes: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** How much of a file is looked at for its encoding. */
const SAMPLE = 65_536;

/**
 * UTF-16 without its mark: the commas, digits and line ends of a list have a zero as their upper byte, so
 * zeros stand on one side of the pairs and hardly on the other.
 */
function utf16WithoutBom(bytes: Uint8Array): Encoding | null {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const enough = Math.max(2, end * 0.02);
  if (odd >= enough && even <= odd / 10) return 'utf-16le';
  if (even >= enough && odd <= even / 10) return 'utf-16be';
  return null;
}

/**
 * Accented letters of a Western file stand alone between plain letters; Chinese characters come as pairs of
 * high bytes. Told apart because GB18030 would read "Müller" as "M黮ler" without complaint.
 */
function looksWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let alone = 0;
  const end = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < end; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 1] ?? 0) < 0x80) alone++;
  }
  return high > 0 && alone > high * 0.8;
}

const replacements = (text: string): number => text.split('\ufffd').length - 1;

function guess(bytes: Uint8Array): Encoding {
  const utf16 = utf16WithoutBom(bytes);
  if (utf16) return utf16;
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = replacements(text);
  if (wrong === 0) return 'utf-8';
  // A damaged spot or a cut-off end does not turn a UTF-8 file into another one.
  const foreign = text.match(/[^ -~\s]/g)?.length ?? 0;
  if (wrong <= foreign * 0.02) return 'utf-8';
  return looksWestern(bytes) ? 'windows-1252' : 'gb18030';
}

/**
 * Text of a file whose encoding nobody told: its byte order mark if it has one, else UTF-16, UTF-8 or
 * GB18030 by what the bytes can be. Refuses bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const bom = BOMS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte));
  const encoding = bom ? bom[1] : guess(bytes);
  const body = bytes.subarray(bom ? bom[0].length : 0);
  const text = iconv.decode(Buffer.from(body.buffer, body.byteOffset, body.byteLength), encoding, {
    stripBOM: true,
  });
  const sample = text.slice(0, SAMPLE);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell text from anything else
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if (controls > sample.length * 0.02) throw new FileFault('not-a-spreadsheet');
  if (replacements(sample) > sample.length * 0.05) throw new FileFault('encoding-unknown');
  return { text, encoding };
}
