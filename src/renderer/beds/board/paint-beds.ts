import type { BedView } from '#shared/contract/beds.ts';
import type { BedState } from '#shared/contract/vocabulary.ts';
import { boxOn } from './box-on.ts';
import type { Box } from './floor.ts';
import { paintBedText } from './paint-bed-text.ts';
import { corner, hatch } from './paint-signs.ts';
import { type Detail, detailOf, type Scene } from './scene.ts';
import { floorIn, overlaps, type View } from './view.ts';

type Ctx = CanvasRenderingContext2D;

export interface BedOnCanvas {
  index: number;
  box: Box;
  view: BedView | undefined;
}

/** Beds that are not asked for, so pale that the others stand out and yet to be told apart. */
const PALE = 0.32;

type Ground = BedState | 'ghost' | 'fitting' | 'vacant' | `layer ${string}`;

/** What has a thick edge comes last. */
const LAST: readonly Ground[] = ['fitting', 'ghost'];

/** Grounds first, many with one path; then what is written and drawn on each. */
export function paintBeds(ctx: Ctx, scene: Scene, view: View, part: Box): void {
  const { floor, views } = scene;
  const first = floor.beds[0];
  if (!first) return;
  const detail = detailOf(first.width * view.scale);
  const there = floorIn(view, part);
  const pale = new Map<Ground, BedOnCanvas[]>();
  const plain = new Map<Ground, BedOnCanvas[]>();
  for (const bed of floor.beds) {
    if (!overlaps(there, bed)) continue;
    const { index } = bed;
    const ground = groundOf(scene, index);
    const isPale = ground !== 'ghost' && isOff(scene, index);
    const shown = isPale ? pale : plain;
    const one = { index, box: bedBox(view, bed), view: views[index] };
    const list = shown.get(ground);
    if (list) list.push(one);
    else shown.set(ground, [one]);
  }
  ctx.globalAlpha = PALE;
  paintAll(ctx, scene, view, pale, detail);
  ctx.globalAlpha = 1;
  paintAll(ctx, scene, view, plain, detail);
}

const isOff = ({ look }: Scene, index: number): boolean =>
  (look.shown !== null && !look.shown(index)) ||
  (look.fits !== null && !look.fits(index) && index !== look.from && !look.kin.includes(index));

function groundOf({ views, look }: Scene, index: number): Ground {
  if (look.ghosts.has(index)) return 'ghost';
  const state = views[index]?.state ?? 'outOfService';
  const mark = look.marks?.get(index);
  if (mark) return `layer ${mark.look}`;
  if (look.marks && state !== 'occupied' && look.fits === null) return 'vacant';
  return state === 'available' && look.fits?.(index) ? 'fitting' : state;
}

/** A bed's box with its share of the gap to its neighbours taken off. */
export function bedBox(view: View, bed: Box): Box {
  const { left, top, width, height } = boxOn(view, bed);
  const gap = Math.min(Math.max(width * 0.05, 1), 4);
  return { left: left + gap, top: top + gap, width: width - 2 * gap, height: height - 2 * gap };
}

function paintAll(
  ctx: Ctx,
  scene: Scene,
  view: View,
  beds: ReadonlyMap<Ground, BedOnCanvas[]>,
  detail: Detail,
): void {
  const grounds = [...beds].sort(([a], [b]) => LAST.indexOf(a) - LAST.indexOf(b));
  for (const [ground, list] of grounds) paintGrounds(ctx, scene, view, ground, list, detail);
  for (const list of beds.values()) {
    for (const bed of list) paintBedText(ctx, scene, bed, detail);
  }
  paintAlerts(ctx, scene, beds, detail);
}

const isLayered = (ground: Ground): ground is `layer ${string}` => ground.startsWith('layer ');

function coloursOf(
  { palette, look }: Scene,
  ground: Ground,
  index: number,
): { ground: string; edge: string } {
  if (ground === 'ghost') return { ground: palette.accentSoft, edge: palette.accent };
  if (ground === 'fitting') return { ground: palette.goodSoft, edge: palette.beds.available.edge };
  if (ground === 'vacant') return { ground: palette.ground, edge: palette.line };
  return isLayered(ground) ? (look.marks?.get(index)?.colours ?? palette.layers.blank) : palette.beds[ground];
}

function paintGrounds(
  ctx: Ctx,
  scene: Scene,
  view: View,
  ground: Ground,
  beds: readonly BedOnCanvas[],
  detail: Detail,
): void {
  const index = beds[0]?.index ?? -1;
  const colours = coloursOf(scene, ground, index);
  const isHatched = ground === 'reserved' || (isLayered(ground) && scene.look.marks?.get(index)?.hatched);
  const line = lineWidth(ground, detail);
  const radius = detail < 2 ? 0 : detail < 4 ? 3 : 5;
  ctx.beginPath();
  for (const { box } of beds) {
    const x = box.left + line / 2;
    const y = box.top + line / 2;
    if (radius === 0) ctx.rect(x, y, box.width - line, box.height - line);
    else ctx.roundRect(x, y, box.width - line, box.height - line, radius);
  }
  ctx.fillStyle = colours.ground;
  ctx.fill();
  if (isHatched && detail > 0) {
    const lines = hatch(ctx, `${colours.edge}80`, devicePixelRatio, view);
    if (lines) {
      ctx.fillStyle = lines;
      ctx.fill();
    }
  }
  ctx.lineWidth = line;
  ctx.strokeStyle = colours.edge;
  ctx.setLineDash(ground === 'ghost' && detail > 1 ? [5, 3] : []);
  ctx.stroke();
  ctx.setLineDash([]);
}

function lineWidth(ground: Ground, detail: Detail): number {
  if (ground === 'occupied' || ground === 'outOfService' || ground === 'vacant' || isLayered(ground))
    return 1;
  if (ground === 'fitting' || ground === 'ghost') return detail < 2 ? 2 : 2.5;
  return detail < 2 ? 1.5 : 2;
}

function paintAlerts(ctx: Ctx, scene: Scene, beds: ReadonlyMap<Ground, BedOnCanvas[]>, detail: Detail): void {
  ctx.fillStyle = scene.palette.alert;
  for (const { box, view } of [...beds.values()].flat()) {
    if (!view?.occupant?.alert || view.state !== 'occupied') continue;
    const size = detail < 2 ? Math.max(4, box.width * 0.45) : Math.min(20, box.width * 0.34);
    corner(ctx, box.left + box.width, box.top, size, '#ffffff');
  }
}
