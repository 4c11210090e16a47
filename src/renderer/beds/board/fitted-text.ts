import { FONT } from '../../ui/tokens.ts';

/** Widths at 100 px; they grow with the size. Names repeat, and measuring is the slow part of drawing. */
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

const UNPRINTED = /[\p{Cc}\p{Cf}]/gu;

/** Nothing that turns or hides the text around it, and no more than a line holds. */
const plain = (text: string) => text.slice(0, 160).replace(UNPRINTED, '');

/**
 * Whole and half pixels only: while the picture grows and shrinks, every other size would have each sign
 * drawn anew, and that is what takes the time.
 */
export const fontOf = (px: number, bold = false): string =>
  `${bold ? '700 ' : ''}${px < 12 ? Math.round(px * 2) / 2 : Math.round(px)}px ${FONT}`;

export function widthOf(ctx: CanvasRenderingContext2D, text: string, px: number, bold = false): number {
  const key = bold ? `b${text}` : text;
  let width = known.get(key);
  if (width === undefined) {
    if (known.size > MOST_KNOWN) known.clear();
    const before = ctx.font;
    ctx.font = fontOf(100, bold);
    width = ctx.measureText(text).width;
    ctx.font = before;
    known.set(key, width);
  }
  return (width * px) / 100;
}

const startsHan = (name: string) => /^\p{Script=Han}/u.test(name);

const COMPOUND = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '东方',
  '夏侯',
]);

/** The surname of a Chinese name: its first character, or two. */
function surnameOf(name: string): string {
  const two = name.slice(0, 2);
  return COMPOUND.has(two) ? two : (Array.from(name)[0] ?? '');
}

interface Person {
  name: string;
  initials: string;
}

/**
 * The most of a name that fits: all of it unless it is to be short, the surname or the initials. In a small bed
 * either everybody has a surname or everybody has initials; a mixture would be read as names.
 */
export function fittingName(
  ctx: CanvasRenderingContext2D,
  person: Person,
  px: number,
  room: number,
  initialsFirst: boolean,
  short: boolean,
): string {
  const name = plain(person.name);
  const fits = (text: string) => text !== '' && widthOf(ctx, text, px, true) <= room;
  if (!short && fits(name)) return name;
  const initials = plain(person.initials).toUpperCase();
  const surname = startsHan(name) ? surnameOf(name) : '';
  const choices =
    initialsFirst && initials !== ''
      ? [initials, initials.slice(0, 2), initials.slice(0, 1)]
      : startsHan(name)
        ? [surname, surname.slice(0, 1)]
        : [initials, initials.slice(0, 2), initials.slice(0, 1)];
  return choices.find(fits) ?? '';
}

/** Cut with an ellipsis where it is too long; empty where not even two signs fit. */
export function cut(
  ctx: CanvasRenderingContext2D,
  text: string,
  px: number,
  room: number,
  bold = false,
): string {
  const whole = plain(text);
  if (widthOf(ctx, whole, px, bold) <= room) return whole;
  const signs = Array.from(whole);
  let low = 0;
  let high = signs.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(ctx, `${signs.slice(0, middle).join('')}…`, px, bold) <= room) low = middle;
    else high = middle - 1;
  }
  return low < 2 ? '' : `${signs.slice(0, low).join('')}…`;
}
