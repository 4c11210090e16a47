import type { Box } from './floor.ts';
import { paintBeds } from './paint-beds.ts';
import { paintFloor } from './paint-floor.ts';
import type { Scene } from './scene.ts';
import type { View } from './view.ts';

/** What the lower canvas shows. */
export interface Painted {
  scene: Scene;
  view: View;
}

/**
 * Paints the ward. Where it has only been moved since, what is there is moved too and no more than the strips
 * that came into sight are painted: so that five thousand beds follow the hand.
 */
export function paintPicture(
  ctx: CanvasRenderingContext2D,
  wanted: Painted,
  before: Painted | null,
): Painted {
  const ratio = devicePixelRatio;
  const width = ctx.canvas.width / ratio;
  const height = ctx.canvas.height / ratio;
  const shift = before && shiftBetween(before, wanted);
  if (!shift || Math.abs(shift.x) >= width || Math.abs(shift.y) >= height) {
    paintPart(ctx, wanted, { left: 0, top: 0, width, height });
    return wanted;
  }
  const { x, y } = shift;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  if (x !== 0 || y !== 0) ctx.drawImage(ctx.canvas, Math.round(x * ratio), Math.round(y * ratio));
  if (x !== 0) paintPart(ctx, wanted, { left: x > 0 ? 0 : width + x, top: 0, width: Math.abs(x), height });
  if (y !== 0) paintPart(ctx, wanted, { left: 0, top: y > 0 ? 0 : height + y, width, height: Math.abs(y) });
  return wanted;
}

/** By how many pixels the same picture has been moved; null where it is another one. */
function shiftBetween(before: Painted, wanted: Painted): { x: number; y: number } | null {
  const { scale, left, top } = wanted.view;
  if (before.scene !== wanted.scene || before.view.scale !== scale) return null;
  return { x: (before.view.left - left) * scale, y: (before.view.top - top) * scale };
}

function paintPart(ctx: CanvasRenderingContext2D, { scene, view }: Painted, part: Box): void {
  ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  ctx.save();
  ctx.beginPath();
  ctx.rect(part.left, part.top, part.width, part.height);
  ctx.clip();
  paintFloor(ctx, scene, view, part);
  paintBeds(ctx, scene, view, part);
  ctx.restore();
}
