import type { View } from './view.ts';

/** The second sign of each state, drawn with the point (x, y) in the middle and `r` as half its size. */

type Ctx = CanvasRenderingContext2D;

export function drop(ctx: Ctx, x: number, y: number, r: number, solid: boolean): void {
  ctx.beginPath();
  ctx.moveTo(x, y - r);
  ctx.bezierCurveTo(x + r * 0.35, y - r * 0.4, x + r * 0.78, y, x + r * 0.78, y + r * 0.3);
  ctx.arc(x, y + r * 0.27, r * 0.78, 0, Math.PI);
  ctx.bezierCurveTo(x - r * 0.78, y, x - r * 0.35, y - r * 0.4, x, y - r);
  ctx.closePath();
  if (solid) ctx.fill();
  else ctx.stroke();
}

export function clock(ctx: Ctx, x: number, y: number, r: number): void {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, Math.PI * 2);
  ctx.moveTo(x, y - r * 0.6);
  ctx.lineTo(x, y);
  ctx.lineTo(x + r * 0.5, y + r * 0.25);
  ctx.stroke();
}

export function cross(ctx: Ctx, x: number, y: number, r: number): void {
  ctx.beginPath();
  ctx.moveTo(x - r, y - r);
  ctx.lineTo(x + r, y + r);
  ctx.moveTo(x + r, y - r);
  ctx.lineTo(x - r, y + r);
  ctx.stroke();
}

/** The red corner at the upper right of a bed, with its exclamation mark where there is room for one. */
export function corner(ctx: Ctx, right: number, top: number, size: number, mark: string): void {
  ctx.beginPath();
  ctx.moveTo(right - size, top);
  ctx.lineTo(right, top);
  ctx.lineTo(right, top + size);
  ctx.closePath();
  ctx.fill();
  if (size < 9) return;
  ctx.save();
  ctx.fillStyle = mark;
  const x = right - size * 0.28;
  ctx.fillRect(x - size * 0.055, top + size * 0.1, Math.max(1, size * 0.11), size * 0.24);
  ctx.fillRect(x - size * 0.055, top + size * 0.41, Math.max(1, size * 0.11), size * 0.11);
  ctx.restore();
}

export function star(ctx: Ctx, x: number, y: number, r: number): void {
  ctx.beginPath();
  for (let i = 0; i < 10; i++) {
    const length = i % 2 === 0 ? r : r * 0.44;
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    ctx.lineTo(x + length * Math.cos(angle), y + length * Math.sin(angle));
  }
  ctx.closePath();
}

/** A small house: somebody of the same family lies here. */
export function house(ctx: Ctx, x: number, y: number, r: number): void {
  ctx.beginPath();
  ctx.moveTo(x, y - r);
  ctx.lineTo(x + r, y);
  ctx.lineTo(x + r * 0.65, y);
  ctx.lineTo(x + r * 0.65, y + r * 0.85);
  ctx.lineTo(x - r * 0.65, y + r * 0.85);
  ctx.lineTo(x - r * 0.65, y);
  ctx.lineTo(x - r, y);
  ctx.closePath();
}

export function tick(ctx: Ctx, x: number, y: number, r: number): void {
  ctx.beginPath();
  ctx.moveTo(x - r * 0.7, y);
  ctx.lineTo(x - r * 0.15, y + r * 0.55);
  ctx.lineTo(x + r * 0.75, y - r * 0.55);
  ctx.stroke();
}

let tile: { key: string; pattern: CanvasPattern | null } | null = null;

/** Slanted lines over the ground of a reserved bed; they stay on the floor when the picture moves. */
export function hatch(ctx: Ctx, colour: string, ratio: number, view: View): CanvasPattern | null {
  const key = `${colour} ${ratio}`;
  if (tile?.key !== key) tile = { key, pattern: hatchTile(ctx, colour, ratio) };
  const { scale, left, top } = view;
  tile.pattern?.setTransform(new DOMMatrix().translate(-left * scale, -top * scale).scale(1 / ratio));
  return tile.pattern;
}

function hatchTile(ctx: Ctx, colour: string, ratio: number): CanvasPattern | null {
  const size = Math.max(4, Math.round(6 * ratio));
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const on = canvas.getContext('2d');
  if (!on) return null;
  on.strokeStyle = colour;
  on.lineWidth = Math.max(1, ratio);
  for (const shift of [-size, 0, size]) {
    on.moveTo(shift, size);
    on.lineTo(shift + size, 0);
  }
  on.stroke();
  return ctx.createPattern(canvas, 'repeat');
}
