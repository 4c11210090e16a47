import type { BedView } from '#shared/contract/beds.ts';
import { cut, fontOf, widthOf } from './fitted-text.ts';
import type { Box } from './floor.ts';
import { minutesLeft } from './minutes-left.ts';
import type { BedOnCanvas } from './paint-beds.ts';
import { paintNumber } from './paint-number.ts';
import { clock, cross, drop } from './paint-signs.ts';
import type { Detail, Scene } from './scene.ts';

type Ctx = CanvasRenderingContext2D;

/** Where the sign of a bed without anybody stands, as shares of its height: lower where the code is above it. */
function signOf(box: Box, detail: Detail, hasWords: boolean): { y: number; r: number } {
  const least = Math.min(box.width, box.height);
  if (detail < 2) return { y: box.top + box.height / 2, r: least * 0.3 };
  if (detail < 4) return { y: box.top + box.height * (hasWords ? 0.46 : 0.58), r: least * 0.19 };
  return { y: box.top + box.height * (hasWords ? 0.52 : 0.58), r: Math.min(least * 0.16, 18) };
}

/** A bed without anybody: the sign of its state, and a word on it where there is room. */
export function paintEmpty(ctx: Ctx, scene: Scene, bed: BedOnCanvas, detail: Detail): void {
  const { box, view } = bed;
  if (!view) return;
  const { text, edge, ground } = scene.palette.beds[view.state];
  const words = detail > 2 ? wordsOf(scene, view) : '';
  const x = box.left + box.width / 2;
  const { y, r } = signOf(box, detail, words !== '');
  ctx.strokeStyle = text;
  ctx.fillStyle = text;
  ctx.lineWidth = Math.max(1.3, r * 0.24);
  if (view.state === 'reserved') {
    ctx.fillStyle = ground;
    ctx.beginPath();
    ctx.arc(x, y, r * 1.25, 0, Math.PI * 2);
    ctx.fill();
    clock(ctx, x, y, r);
  }
  if (view.state === 'awaitingDisinfection') {
    const ready = view.disinfection !== null && minutesLeft(view.disinfection.readyAt, scene.now) === 0;
    drop(ctx, x, y, r * 1.1, ready);
  }
  if (view.state === 'outOfService') cross(ctx, x, y, r * 0.9);
  if (detail < 2) return;
  paintNumber(ctx, scene, bed, view.state === 'available' ? edge : text, detail);
  if (words !== '') paintFoot(ctx, box, words, text, view.state === 'reserved' ? ground : null);
}

/** A word at the lower edge, on a ground of its own where lines run behind it. */
function paintFoot(ctx: Ctx, box: Box, words: string, colour: string, ground: string | null): void {
  const px = Math.min(14, Math.max(9.5, box.height * 0.2));
  const x = box.left + box.width / 2;
  const bottom = box.top + box.height - 3;
  const short = cut(ctx, words, px, box.width - 5);
  ctx.font = fontOf(px);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  if (ground !== null) {
    const width = widthOf(ctx, short, px);
    ctx.fillStyle = ground;
    ctx.fillRect(x - width / 2 - 2, bottom - px - 1, width + 4, px + 2);
  }
  ctx.fillStyle = colour;
  ctx.fillText(short, x, bottom);
}

/** What there is to say of a bed without anybody in it. */
function wordsOf({ words, now }: Scene, view: BedView): string {
  switch (view.state) {
    case 'reserved':
      return view.reservation?.name || view.reservation?.note || '';
    case 'awaitingDisinfection': {
      const minutes = view.disinfection ? minutesLeft(view.disinfection.readyAt, now) : 0;
      return minutes > 0 ? words.minutes(minutes) : words.ready;
    }
    case 'outOfService':
      return view.closure ? words.closure(view.closure.reason) : '';
    default:
      return '';
  }
}
