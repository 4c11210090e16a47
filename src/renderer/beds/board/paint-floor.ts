import { boxOn } from './box-on.ts';
import { cut, fontOf } from './fitted-text.ts';
import type { Box, FloorUnit } from './floor.ts';
import { paintPlace, paintWalkway } from './paint-landmarks.ts';
import { zoneNameEnd, zoneNameSize } from './paint-zone-names.ts';
import type { Scene } from './scene.ts';
import { floorIn, overlaps, type View } from './view.ts';

type Ctx = CanvasRenderingContext2D;

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

function paintZone(ctx: Ctx, { palette }: Scene, { left, top, width, height }: Box): void {
  ctx.beginPath();
  ctx.roundRect(left + 0.5, top + 0.5, width - 1, height - 1, 5);
  ctx.fillStyle = palette.ground;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.edge;
  ctx.stroke();
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
