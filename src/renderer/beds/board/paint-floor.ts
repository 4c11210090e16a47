import { cut, fontOf, widthOf } from './fitted-text.ts';
import type { Box, FloorLandmark, FloorUnit, FloorZone } from './floor.ts';
import type { Scene } from './scene.ts';
import { floorIn, overlaps, type Size, type View, wholeOf } from './view.ts';

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

/** The hall: walkways, landmarks, zones, the numbers of care units; in one part of the canvas. */
export function paintFloor(ctx: Ctx, scene: Scene, view: View, part: Box): void {
  const { floor, palette } = scene;
  ctx.fillStyle = palette.surface;
  ctx.fillRect(part.left, part.top, part.width, part.height);
  const there = widened(floorIn(view, part), 3);
  const seen = <T extends Box>(boxes: readonly T[]) => boxes.filter((box) => overlaps(there, box));
  const landmarks = seen(floor.landmarks);
  for (const walkway of landmarks) if (walkway.kind === 'walkway') paintWalkway(ctx, scene, view, walkway);
  for (const zone of seen(floor.zones)) paintZone(ctx, scene, boxOn(view, zone));
  for (const place of landmarks) if (place.kind !== 'walkway') paintPlace(ctx, scene, view, place);
  for (const unit of seen(floor.units)) paintUnitName(ctx, scene, unit, view);
}

/** Lines and names reach a little beyond what they belong to. */
const widened = ({ left, top, width, height }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** Names of zones lie over everything, and stay at the edge while any of the zone is seen. */
export function paintZoneNames(ctx: Ctx, scene: Scene, view: View, canvas: Size): void {
  const there = floorIn(view, wholeOf(canvas));
  for (const zone of scene.floor.zones) {
    if (overlaps(there, zone)) paintZoneName(ctx, scene, zone, view, canvas);
  }
}

function paintWalkway(ctx: Ctx, scene: Scene, view: View, walkway: FloorLandmark): void {
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
function widestGap(walkway: FloorLandmark, landmarks: readonly FloorLandmark[]): { left: number; width: number } {
  const end = walkway.left + walkway.width;
  const onIt = landmarks
    .filter((one) => one.kind !== 'walkway' && one.top < walkway.top + walkway.height && one.top + one.height > walkway.top)
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
  const room = (upright ? height : width) - 3;
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

/** The number of a care unit in the gap above it; in full where there is room. */
function paintUnitName(ctx: Ctx, scene: Scene, unit: FloorUnit, view: View): void {
  const { palette, floor } = scene;
  const room = unit.above * view.scale;
  const { left, top, width } = boxOn(view, unit);
  const zone = floor.zones[unit.zone];
  // Beside the name of the zone, or under it.
  const isBeside = unit.first && zone && left + width / 2 - 12 > zoneNameEnd(ctx, scene, zone, view);
  const free = unit.first && !isBeside ? room - zoneNameSize(view) - 6 : room;
  if (free < 8) return;
  const px = Math.min(Math.max(Math.min(free * 0.9, view.scale * 1.3), 10), 15);
  ctx.font = fontOf(px, true);
  ctx.fillStyle = palette.quiet;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  const name = cut(ctx, px > 12 ? unit.code : unit.number, px, width, true);
  ctx.fillText(name, left + width / 2, top - Math.max(1, (free - px) / 2) - px * 0.1);
}

const zoneNameSize = ({ scale }: View): number => Math.min(Math.max(scale * 1.75, 12), 18);

interface ZoneName {
  title: string;
  counts: string;
  px: number;
  titleWidth: number;
  width: number;
}

/** Its name, whom it takes where the name does not say so, and how many beds are free. */
function zoneNameOf(ctx: Ctx, { free, words }: Scene, zone: FloorZone, view: View): ZoneName {
  const px = zoneNameSize(view);
  const policy = words.policy(zone.sexPolicy);
  const title = zone.name.includes(policy.slice(0, 1)) ? zone.name : `${zone.name} ${policy}`;
  const counts = words.free(free[zone.index] ?? 0, view.scale < 9 ? null : zone.beds.length);
  const titleWidth = widthOf(ctx, title, px, true);
  return { title, counts, px, titleWidth, width: titleWidth + 8 + widthOf(ctx, counts, px) };
}

const zoneNameEnd = (ctx: Ctx, scene: Scene, zone: FloorZone, view: View): number =>
  boxOn(view, zone).left + 7 + zoneNameOf(ctx, scene, zone, view).width;

function paintZoneName(ctx: Ctx, scene: Scene, zone: FloorZone, view: View, canvas: Size): void {
  const { palette } = scene;
  const { left, top, width, height } = boxOn(view, zone);
  const name = zoneNameOf(ctx, scene, zone, view);
  const { px } = name;
  const x = Math.max(left, 0) + 7;
  const room = Math.min(left + width, canvas.width) - x - 4;
  const isWhole = name.width <= room;
  const title = [name.title, zone.name, zone.code].find((one) => widthOf(ctx, one, px, true) <= room);
  if (title === undefined) return;
  const isStuck = top < 0;
  const strip = isStuck ? px + 8 : Math.max(stripOf(scene, zone) * view.scale, px + 2);
  const y = isStuck ? Math.min(0, top + height - strip) : top;
  if (isStuck) {
    ctx.globalAlpha = 0.93;
    ctx.fillStyle = palette.raised;
    ctx.fillRect(x - 7, y, (isWhole ? name.width : widthOf(ctx, title, px, true)) + 14, strip);
    ctx.globalAlpha = 1;
  }
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.font = fontOf(px, true);
  ctx.fillStyle = palette.text;
  const middle = y + Math.min(strip, px + 10) / 2 + 1;
  ctx.fillText(title, x, middle);
  if (!isWhole) return;
  ctx.font = fontOf(px);
  ctx.fillStyle = palette.quiet;
  ctx.fillText(name.counts, x + name.titleWidth + 8, middle);
}

/** Metres between the edge of a zone and its first care units. */
const stripOf = ({ floor }: Scene, zone: FloorZone): number =>
  floor.units.reduce((least, unit) => (unit.zone === zone.index && unit.first ? Math.min(least, unit.above) : least), 3);
