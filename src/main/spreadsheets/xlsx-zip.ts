import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type Budget, FileFault, MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES } from './file-fault.ts';

/** Deeper than any part of a workbook; beyond it somebody is building a tower to make the parser fall. */
const MAX_DEPTH = 64;

/** What a reader of one part is told: names come without their namespace prefix. */
export interface PartHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface XlsxZip {
  readonly names: ReadonlySet<string>;
  /** Feeds a part through the handler; false where the zip has no such part. */
  readPart(name: string, handler: PartHandler): Promise<boolean>;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function localAttributes(attributes: SaxesTagPlain['attributes']): Record<string, string> {
  const local: Record<string, string> = {};
  for (const name in attributes) local[localName(name)] = attributes[name] ?? '';
  return local;
}

function parserFor(handler: PartHandler): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw new FileFault('damaged');
  });
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) throw new FileFault('damaged');
    handler.open(localName(tag.name), localAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth--;
    handler.close?.(localName(tag.name));
  });
  if (handler.text) {
    const text = handler.text.bind(handler);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

const isUtf16 = (chunk: Uint8Array): string =>
  chunk[0] === 0xff && chunk[1] === 0xfe
    ? 'utf-16le'
    : chunk[0] === 0xfe && chunk[1] === 0xff
      ? 'utf-16be'
      : 'utf-8';

async function parseStream(stream: Readable, handler: PartHandler, budget: Budget): Promise<void> {
  const parser = parserFor(handler);
  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      // The size in the zip's directory is only what its author says; the bytes are counted as they come.
      budget.takeBytes(chunk.length);
      decoder ??= new TextDecoder(isUtf16(chunk));
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.close();
  } finally {
    stream.destroy();
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ZIP_ENTRIES) throw new FileFault('damaged');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new FileFault('encrypted');
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}

/**
 * Opens an .xlsx so that its parts can be read one by one. Parts nobody asks for (pictures, macros) are
 * never unpacked. Refuses a zip that cannot be read, is locked, or unpacks to more than the limit.
 */
export async function openXlsxZip(bytes: Uint8Array, budget: Budget): Promise<XlsxZip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: ZipFile;
  let entries: Map<string, Entry>;
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, strictFileNames: false });
    entries = await listEntries(zip);
  } catch (cause) {
    throw cause instanceof FileFault ? cause : new FileFault('damaged');
  }
  const readPart = async (name: string, handler: PartHandler): Promise<boolean> => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) return false;
    if (entry.uncompressedSize > MAX_UNPACKED_BYTES) {
      throw new FileFault('unpacks-too-large', { limit: String(MAX_UNPACKED_BYTES / 1024 / 1024) });
    }
    try {
      await parseStream(await zip.openReadStreamPromise(entry), handler, budget);
    } catch (cause) {
      throw cause instanceof FileFault ? cause : new FileFault('damaged');
    }
    return true;
  };
  return { names: new Set(entries.keys()), readPart };
}
