import { boxOn } from './box-on.ts';
import { fontOf, widthOf } from './fitted-text.ts';
import type { FloorZone } from './floor.ts';
import type { Scene } from './scene.ts';
import { floorIn, overlaps, type Size, type View, wholeOf } from './view.ts';

type Ctx = CanvasRenderingContext2D;

/** Names of zones lie over everything, and stay at the edge while any of the zone is seen. */
export function paintZoneNames(ctx: Ctx, scene: Scene, view: View, canvas: Size): void {
  const there = floorIn(view, wholeOf(canvas));
  for (const zone of scene.floor.zones) {
    if (overlaps(there, zone)) paintZoneName(ctx, scene, zone, view, canvas);
  }
}

export const zoneNameSize = ({ scale }: View): number => Math.min(Math.max(scale * 1.75, 10), 18);

interface ZoneName {
  title: string;
  /** What stands there where there is no room for all of it, the best first. */
  shorter: readonly string[];
  counts: string;
  px: number;
  titleWidth: number;
  width: number;
}

/** Its name, whom it takes where the name does not say so, and how many beds are free, or why it takes nobody. */
function zoneNameOf(ctx: Ctx, { free, words, views }: Scene, zone: FloorZone, view: View): ZoneName {
  const px = zoneNameSize(view);
  const policy = words.policy(zone.sexPolicy);
  const title = zone.name.includes(policy.slice(0, 1)) ? zone.name : `${zone.name} ${policy}`;
  const closure = views[zone.beds[0] ?? -1]?.closure;
  const closed = closure?.scope === 'zone' ? `⊘ ${words.closure(closure.reason)}` : null;
  const counts = closed ?? words.free(free[zone.index] ?? 0, view.scale < 9 ? null : zone.beds.length);
  const titleWidth = widthOf(ctx, title, px, true);
  // That a zone takes nobody is said before its name is.
  const shorter =
    closed === null ? [title, zone.name, zone.code] : [`${zone.code} ${closed}`, `${zone.code} ⊘`];
  return { title, shorter, counts, px, titleWidth, width: titleWidth + 8 + widthOf(ctx, counts, px) };
}

export const zoneNameEnd = (ctx: Ctx, scene: Scene, zone: FloorZone, view: View): number =>
  boxOn(view, zone).left + 7 + zoneNameOf(ctx, scene, zone, view).width;

function paintZoneName(ctx: Ctx, scene: Scene, zone: FloorZone, view: View, canvas: Size): void {
  const { palette } = scene;
  const { left, top, width, height } = boxOn(view, zone);
  const name = zoneNameOf(ctx, scene, zone, view);
  const { px } = name;
  const x = Math.max(left, 0) + 7;
  const room = Math.min(left + width, canvas.width) - x - 4;
  const isWhole = name.width <= room;
  const title = isWhole ? name.title : name.shorter.find((one) => widthOf(ctx, one, px, true) <= room);
  if (title === undefined) return;
  const own = stripOf(scene, zone) * view.scale;
  const isStuck = top < 0 || left < 0;
  // Where beds stand at the very edge of their zone, its name has to stand outside.
  const isOutside = !isStuck && own < 9;
  const strip = isStuck || isOutside ? px + 7 : own;
  const y = isOutside ? top - strip : isStuck ? Math.min(Math.max(top, 0), top + height - strip) : top;
  if (isStuck || isOutside) {
    ctx.globalAlpha = 0.93;
    ctx.fillStyle = palette.raised;
    ctx.fillRect(x - 7, y, (isWhole ? name.width : widthOf(ctx, title, px, true)) + 14, strip);
    ctx.globalAlpha = 1;
  }
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.font = fontOf(px, true);
  ctx.fillStyle = palette.text;
  const middle = y + Math.min(strip, px + 10) / 2 + 0.5;
  ctx.fillText(title, x, middle);
  if (!isWhole) return;
  ctx.font = fontOf(px);
  ctx.fillStyle = palette.quiet;
  ctx.fillText(name.counts, x + name.titleWidth + 8, middle);
}

/** Metres between the edge of a zone and its first care units. */
const stripOf = ({ floor }: Scene, zone: FloorZone): number =>
  floor.units.reduce(
    (least, unit) => (unit.zone === zone.index && unit.first ? Math.min(least, unit.above) : least),
    3,
  );
