import { boxOn } from './box-on.ts';
import { fontOf, widthOf } from './fitted-text.ts';
import type { FloorLandmark } from './floor.ts';
import type { Scene } from './scene.ts';
import type { View } from './view.ts';

type Ctx = CanvasRenderingContext2D;

export function paintWalkway(ctx: Ctx, scene: Scene, view: View, walkway: FloorLandmark): void {
  const { palette, words, floor } = scene;
  const { left, top, width, height } = boxOn(view, walkway);
  ctx.globalAlpha = 0.55;
  ctx.fillStyle = palette.line;
  ctx.fillRect(left, top, width, height);
  ctx.globalAlpha = 1;
  const [label] = words.landmark(walkway.kind, walkway.label);
  if (walkway.label === '' || label === undefined || height < 18) return;
  const free = widestGap(walkway, floor.landmarks);
  const px = labelSize(view);
  if (free.width * view.scale < widthOf(ctx, label, px) + 8) return;
  ctx.font = fontOf(px);
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(label, (free.left + free.width / 2 - view.left) * view.scale, top + height / 2);
}

/** Where on a walkway nothing else stands. */
function widestGap(
  walkway: FloorLandmark,
  landmarks: readonly FloorLandmark[],
): { left: number; width: number } {
  const end = walkway.left + walkway.width;
  const onIt = landmarks
    .filter(
      (one) =>
        one.kind !== 'walkway' &&
        one.top < walkway.top + walkway.height &&
        one.top + one.height > walkway.top,
    )
    .sort((a, b) => a.left - b.left);
  let best = { left: walkway.left, width: 0 };
  let from = walkway.left;
  for (const { left, width } of [...onIt, { left: end, width: 0 }]) {
    if (left - from > best.width) best = { left: from, width: left - from };
    from = Math.max(from, left + width);
  }
  return best;
}

/** What stands on the floor is written in one size, as large as the floor allows. */
const labelSize = ({ scale }: View): number => Math.min(Math.max(Math.round(scale * 1.75), 11), 15);

/** What one walks to: its sign is its word, large enough to be read or not written at all. */
export function paintPlace(ctx: Ctx, { palette, words }: Scene, view: View, place: FloorLandmark): void {
  const { left, top, width, height } = boxOn(view, place);
  const nurses = place.kind === 'nurse-station';
  ctx.beginPath();
  ctx.roundRect(left + 0.5, top + 0.5, width - 1, height - 1, 3);
  ctx.fillStyle = nurses ? palette.accentSoft : palette.surface;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = nurses ? palette.accent : palette.edge;
  ctx.stroke();
  ctx.fillStyle = palette.text;
  const upright = height > width * 1.6;
  const room = (upright ? height : width) - 2;
  const across = (upright ? width : height) - 2;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.save();
  ctx.translate(left + width / 2, top + height / 2 + 0.5);
  const largest = labelSize(view);
  words.landmark(place.kind, place.label).some((label) => {
    if (upright && isHan(label)) return paintColumn(ctx, label, room, Math.min(largest, across));
    if (upright) ctx.rotate(-Math.PI / 2);
    const done = paintLabel(ctx, label, room, across, largest);
    if (upright && !done) ctx.rotate(Math.PI / 2);
    return done;
  });
  ctx.restore();
}

const isHan = (label: string) => /^[\p{Script=Han}\d]+$/u.test(label);

/** Sign under sign, as Chinese stands on a narrow board. */
function paintColumn(ctx: Ctx, label: string, room: number, px: number): boolean {
  const signs = Array.from(label);
  const size = Math.min(px, room / signs.length);
  if (size < 9) return false;
  ctx.font = fontOf(size);
  for (const [i, sign] of signs.entries()) ctx.fillText(sign, 0, (i - (signs.length - 1) / 2) * size);
  return true;
}

/** In one line or in two; false where it cannot be written large enough to be read. */
function paintLabel(ctx: Ctx, label: string, room: number, across: number, largest: number): boolean {
  const px = [largest, largest - 1, largest - 2, 11].find(
    (size) => size >= 10.5 && size <= across + 2 && widthOf(ctx, label, size) <= room,
  );
  if (px !== undefined) {
    ctx.font = fontOf(px);
    ctx.fillText(label, 0, 0);
    return true;
  }
  const small = Math.min(11, across / 2);
  const blank = label.indexOf(' ');
  const half = blank > 0 ? blank : Math.ceil(label.length / 2);
  const lines = [label.slice(0, half), label.slice(half).trim()];
  if (small < 10 || lines.some((line) => widthOf(ctx, line, small) > room)) return false;
  ctx.font = fontOf(small);
  for (const [i, line] of lines.entries()) ctx.fillText(line, 0, (i - 0.5) * small * 1.02);
  return true;
}
