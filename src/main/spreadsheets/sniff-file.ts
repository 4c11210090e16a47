import { Buffer } from 'node:buffer';
import type { SpreadsheetFault } from '#shared/contract/spreadsheet-fault.ts';

const startsWith = (bytes: Uint8Array, hex: string, offset = 0): boolean =>
  Buffer.from(
    bytes.buffer,
    bytes.byteOffset + offset,
    Math.max(0, Math.min(hex.length / 2, bytes.length - offset)),
  ).toString('hex') === hex;

const MAGIC: readonly (readonly [hex: string, offset: number, fault: SpreadsheetFault])[] = [
  ['25504446', 0, 'pdf'],
  ['89504e47', 0, 'picture'],
  ['ffd8ff', 0, 'picture'],
  ['47494638', 0, 'picture'],
  ['49492a00', 0, 'picture'],
  ['4d4d002a', 0, 'picture'],
  ['57454250', 8, 'picture'],
  ['66747970', 4, 'picture'],
  ['526172211a07', 0, 'archive'],
  ['377abcaf271c', 0, 'archive'],
  ['1f8b08', 0, 'archive'],
];

const OLE = 'd0cf11e0a1b11ae1';
/** Excel 2 to 5 wrote their records without a container around them. */
const BARE_BIFF = ['0900', '0902', '0904', '0908'];

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** What an OLE container holds: a locked workbook, an old one, or something else altogether. */
function oleContent(bytes: Uint8Array): SpreadsheetFault {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(utf16('EncryptedPackage')) || buffer.includes(utf16('EncryptionInfo')))
    return 'encrypted';
  if (buffer.includes(utf16('Workbook')) || buffer.includes(utf16('Book'))) return 'old-excel';
  return 'not-a-spreadsheet';
}

/**
 * What the bytes are, whatever the file is called: a zip (hopefully .xlsx), text (hopefully .csv), or
 * something that the desk does not read, by its fault.
 */
export function sniffFile(bytes: Uint8Array): 'zip' | 'text' | SpreadsheetFault {
  if (startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')) return 'zip';
  if (startsWith(bytes, OLE)) return oleContent(bytes);
  const known = MAGIC.find(([hex, offset]) => startsWith(bytes, hex, offset));
  if (known) return known[2];
  if (BARE_BIFF.some((hex) => startsWith(bytes, hex)) && bytes[3] === 0) return 'old-excel';
  return 'text';
}

/** Text that is no table: a web page saved as .xls (many information systems do that), or other mark-up. */
export function markupFault(text: string): SpreadsheetFault | null {
  const head = text.slice(0, 4_000).trimStart();
  if (/^mime-version:/i.test(head) || /^<(!doctype\s+html|html|table|head|body|meta|style)\b/i.test(head)) {
    return 'web-page';
  }
  if (!/^<[?!a-z]/i.test(head)) return null;
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'old-excel';
  return /<(html|table)\b/i.test(head) ? 'web-page' : 'not-a-spreadsheet';
}
