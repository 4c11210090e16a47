/**
 * Codes as pictures that a template shows by `<img src="{{qr}}">`: vector, so that no printer blurs them. The
 * library is loaded with the first one: it is large, and most starts of the program print nothing.
 */
const loadLibrary = () => import('bwip-js/node');

let library: ReturnType<typeof loadLibrary> | null = null;

const asImage = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

/** Code 128 of a text of printable ASCII; '' for any other, which no scanner could give back. */
export async function code128(text: string): Promise<string> {
  if (!/^[\x20-\x7e]+$/.test(text)) return '';
  library ??= loadLibrary();
  const { toSVG } = await library;
  return asImage(toSVG({ bcid: 'code128', text, height: 10, includetext: false }));
}

/**
 * The mask is given: choosing the best of eight takes longer than all the rest, and for signed base64, which is as
 * good as random, each is as good as any other. A reader finds it in the code itself.
 */
const QR = { bcid: 'qrcode', mask: 2 } as const;

/** A QR code of error correction M, which is the library’s own choice: read back although folded or smudged a little. */
export async function qrCode(text: string): Promise<string> {
  library ??= loadLibrary();
  const { toSVG } = await library;
  return asImage(toSVG({ ...QR, text }));
}
