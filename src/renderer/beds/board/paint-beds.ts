import type { BedView } from '#shared/contract/beds.ts';
import { BED_STATES, type BedState } from '#shared/contract/vocabulary.ts';
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

type Ground = BedState | 'ghost' | 'fitting';

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
  for (const ground of [...BED_STATES, 'fitting', 'ghost'] as const) {
    const list = beds.get(ground);
    if (!list) continue;
    paintGrounds(ctx, scene, view, ground, list, detail);
  }
  for (const list of beds.values()) {
    for (const bed of list) paintBedText(ctx, scene, bed, detail);
  }
  paintAlerts(ctx, scene, beds, detail);
}

function coloursOf({ palette }: Scene, ground: Ground): { ground: string; edge: string } {
  if (ground === 'ghost') return { ground: palette.accentSoft, edge: palette.accent };
  if (ground === 'fitting') return { ground: palette.goodSoft, edge: palette.beds.available.edge };
  return palette.beds[ground];
}

function paintGrounds(
  ctx: Ctx,
  scene: Scene,
  view: View,
  ground: Ground,
  beds: readonly BedOnCanvas[],
  detail: Detail,
): void {
  const colours = coloursOf(scene, ground);
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
  if (ground === 'reserved' && detail > 0) {
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
  if (ground === 'occupied' || ground === 'outOfService') return 1;
  if (ground === 'fitting' || ground === 'ghost') return detail < 2 ? 2 : 2.5;
  return detail < 2 ? 1.5 : 2;
}

function paintAlerts(ctx: Ctx, scene: Scene, beds: ReadonlyMap<Ground, BedOnCanvas[]>, detail: Detail): void {
  ctx.fillStyle = scene.palette.alert;
  for (const { box, view } of beds.get('occupied') ?? []) {
    if (!view?.occupant?.alert) continue;
    const size = detail < 2 ? Math.max(4, box.width * 0.45) : Math.min(20, box.width * 0.34);
    corner(ctx, box.left + box.width, box.top, size, '#ffffff');
  }
}
