import { cut, fontOf, widthOf } from './fitted-text.ts';
import type { Box, FloorLandmark, FloorUnit, FloorZone } from './floor.ts';
import type { Scene } from './scene.ts';
import { isSeen, type Size, type View } from './view.ts';

type Ctx = CanvasRenderingContext2D;

/** A box of the floor on the canvas, on whole pixels so that lines are sharp. */
export function boxOn({ scale, left, top }: View, box: Box): Box {
  const x = Math.round((box.left - left) * scale);
  const y = Math.round((box.top - top) * scale);
  return {
    left: x,
    top: y,
    width: Math.round((box.left + box.width - left) * scale) - x,
    height: Math.round((box.top + box.height - top) * scale) - y,
  };
}

/** The hall: walkways, landmarks, zones with their names, the numbers of care units. */
export function paintFloor(ctx: Ctx, scene: Scene, view: View, canvas: Size): void {
  const { floor, palette } = scene;
  ctx.fillStyle = palette.surface;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const seen = <T extends Box>(boxes: readonly T[]) => boxes.filter((box) => isSeen(view, canvas, box));
  const landmarks = seen(floor.landmarks);
  for (const walkway of landmarks) if (walkway.kind === 'walkway') paintWalkway(ctx, scene, view, walkway);
  for (const zone of seen(floor.zones)) paintZone(ctx, scene, boxOn(view, zone));
  for (const place of landmarks) if (place.kind !== 'walkway') paintPlace(ctx, scene, view, place);
  for (const unit of seen(floor.units)) paintUnitName(ctx, scene, unit, view);
}

/** Names of zones lie over everything, and stay at the edge while any of the zone is seen. */
export function paintZoneNames(ctx: Ctx, scene: Scene, view: View, canvas: Size): void {
  for (const zone of scene.floor.zones) {
    if (isSeen(view, canvas, zone)) paintZoneName(ctx, scene, zone, view, canvas);
  }
}

function paintWalkway(ctx: Ctx, { palette, words }: Scene, view: View, walkway: FloorLandmark): void {
  const { left, top, width, height } = boxOn(view, walkway);
  ctx.globalAlpha = 0.55;
  ctx.fillStyle = palette.line;
  ctx.fillRect(left, top, width, height);
  ctx.globalAlpha = 1;
  const label = words.landmark(walkway.kind, walkway.label);
  if (walkway.label === '' || height < 18 || width < 120) return;
  ctx.font = fontOf(13);
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(label, left + width / 2, top + height / 2);
}

function paintZone(ctx: Ctx, { palette }: Scene, { left, top, width, height }: Box): void {
  ctx.beginPath();
  ctx.roundRect(left + 0.5, top + 0.5, width - 1, height - 1, 5);
  ctx.fillStyle = palette.ground;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.edge;
  ctx.stroke();
}

/** What one walks to: its sign is its word, large enough to be read or not written at all. */
function paintPlace(ctx: Ctx, { palette, words }: Scene, view: View, place: FloorLandmark): void {
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
  const room = (upright ? height : width) - 4;
  const across = (upright ? width : height) - 2;
  const label = words.landmark(place.kind, place.label);
  const px = [15, 14, 13, 12, 11].find((size) => size <= across && widthOf(ctx, label, size) <= room);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.save();
  ctx.translate(left + width / 2, top + height / 2 + 0.5);
  if (upright) ctx.rotate(-Math.PI / 2);
  if (px !== undefined) {
    ctx.font = fontOf(px);
    ctx.fillText(label, 0, 0);
  } else if (across >= 22) paintTwoLines(ctx, label, room);
  ctx.restore();
}

function paintTwoLines(ctx: Ctx, label: string, room: number): void {
  const blank = label.indexOf(' ');
  const half = blank > 0 ? blank : Math.ceil(label.length / 2);
  const lines = [label.slice(0, half), label.slice(half).trim()];
  if (lines.some((line) => widthOf(ctx, line, 10.5) > room)) return;
  ctx.font = fontOf(10.5);
  for (const [i, line] of lines.entries()) ctx.fillText(line, 0, i === 0 ? -5.5 : 5.5);
}

/** The number of a care unit in the gap above it; in full where there is room. */
function paintUnitName(ctx: Ctx, { palette }: Scene, unit: FloorUnit, view: View): void {
  const room = unit.above * view.scale;
  // Under the name of the zone there has to be room for both.
  const free = unit.first ? room - zoneNameSize(view) - 6 : room;
  if (free < 8) return;
  const { left, top, width } = boxOn(view, unit);
  const px = Math.min(Math.max(free, 10), 15);
  ctx.font = fontOf(px, true);
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(cut(ctx, px > 12 ? unit.code : unit.number, px, width, true), left + 1, top - px * 0.14);
}

const zoneNameSize = ({ scale }: View): number => Math.min(Math.max(scale * 1.75, 12), 18);

function paintZoneName(ctx: Ctx, scene: Scene, zone: FloorZone, view: View, canvas: Size): void {
  const { palette, views, words } = scene;
  const { left, top, width, height } = boxOn(view, zone);
  const px = zoneNameSize(view);
  const policy = words.policy(zone.sexPolicy);
  const title = `${zone.name}${zone.name.includes(policy.slice(0, 1)) ? '' : ` ${policy}`}`;
  const free = zone.beds.reduce((sum, index) => sum + (views[index]?.state === 'available' ? 1 : 0), 0);
  const counts = words.free(free, zone.beds.length);
  const x = Math.max(left, 0) + 7;
  const y = Math.min(Math.max(top, 0), top + height - px - 8);
  const room = Math.min(left + width, canvas.width) - x - 7;
  const stuck = y > top + 1;
  const titleWidth = widthOf(ctx, title, px, true);
  const countsWidth = widthOf(ctx, counts, px);
  const both = titleWidth + 10 + countsWidth <= room;
  const shown = both
    ? title
    : cut(ctx, widthOf(ctx, title, px, true) <= room ? title : zone.code, px, room, true);
  if (shown === '') return;
  if (stuck) {
    ctx.globalAlpha = 0.93;
    ctx.fillStyle = palette.raised;
    const behind = (both ? titleWidth + 10 + countsWidth : widthOf(ctx, shown, px, true)) + 14;
    ctx.fillRect(x - 7, y, behind, px + 8);
    ctx.globalAlpha = 1;
  }
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.font = fontOf(px, true);
  ctx.fillStyle = palette.text;
  const middle = y + (stuck ? px / 2 + 4 : px / 2 + Math.max(2, view.scale * 0.22));
  ctx.fillText(shown, x, middle);
  if (!both) return;
  ctx.font = fontOf(px);
  ctx.fillStyle = palette.quiet;
  ctx.fillText(counts, x + titleWidth + 10, middle);
}
