import { fontOf, widthOf } from './fitted-text.ts';
import type { BedOnCanvas } from './paint-beds.ts';
import type { Detail, Scene } from './scene.ts';

type Ctx = CanvasRenderingContext2D;

/** The bed's number, or its whole code where there is room. */
export function paintNumber(
  ctx: Ctx,
  scene: Scene,
  { index, box }: BedOnCanvas,
  colour: string,
  detail: Detail,
): void {
  const bed = scene.floor.beds[index];
  if (!bed) return;
  const px = detail > 3 ? Math.min(16, box.height * 0.17) : Math.min(13, Math.max(9.5, box.height * 0.27));
  ctx.font = fontOf(px);
  ctx.fillStyle = colour;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  const isWhole = detail > 3 && widthOf(ctx, bed.code, px) <= box.width - 14;
  const inset = detail > 3 ? 7 : 3.5;
  ctx.fillText(isWhole ? bed.code : bed.number, box.left + inset, box.top + inset * 0.9);
}
