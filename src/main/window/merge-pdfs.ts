/**
 * Puts the parts of a print into one file, in order. `stop` is asked between the parts, and lets the window be
 * drawn meanwhile; it throws where the print was called off.
 */
export async function mergePdfs(
  parts: readonly Uint8Array[],
  stop: () => void,
): Promise<{ bytes: Buffer; pages: number }> {
  const [only, ...others] = parts;
  if (only && others.length === 0) return { bytes: Buffer.from(only), pages: countPages(only) };
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const merged = await PDFDocument.create();
  for (const part of parts) {
    stop();
    const document = await PDFDocument.load(part);
    for (const page of await merged.copyPages(document, document.getPageIndices())) merged.addPage(page);
    await new Promise((drawn) => setImmediate(drawn));
  }
  stop();
  const bytes = await merged.save({ objectsPerTick: 200 });
  return { bytes: Buffer.from(bytes), pages: merged.getPageCount() };
}

/**
 * Pages of a file as Chromium writes it: the largest count in its tree of pages is the root's. To parse 500 pages
 * takes longer than to print them, and would stop the window.
 */
function countPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return Math.max(0, ...[...text.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
}
