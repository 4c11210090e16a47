import type { BedView } from '#shared/contract/beds.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { cut, fittingName, fontOf, widthOf } from './fitted-text.ts';
import type { Box } from './floor.ts';
import type { BedOnCanvas } from './paint-beds.ts';
import { clock, cross, drop } from './paint-signs.ts';
import type { Detail, Ghost, Scene } from './scene.ts';

type Ctx = CanvasRenderingContext2D;
type Occupant = NonNullable<BedView['occupant']>;

/** Whole minutes until the disinfection may be signed off; 0 once it may. */
export const minutesLeft = (readyAt: NonNullable<BedView['disinfection']>['readyAt'], now: number): number =>
  Math.max(0, Math.ceil((millisOf(readyAt) - now) / 60_000));

/** What can be read on a bed at this size: a sign, then a surname, then a card. */
export function paintBedText(ctx: Ctx, scene: Scene, bed: BedOnCanvas, detail: Detail): void {
  if (detail === 0) return;
  const ghost = scene.look.ghosts.get(bed.index);
  if (ghost) paintGhost(ctx, scene, bed, ghost, detail);
  else if (bed.view?.occupant) paintOccupant(ctx, scene, bed, bed.view.occupant, detail);
  else paintEmpty(ctx, scene, bed, detail);
}

const middle = ({ left, top, width, height }: Box) => ({ x: left + width / 2, y: top + height / 2 });

/** A name in the middle of a small bed. */
function paintSmallName(
  ctx: Ctx,
  scene: Scene,
  box: Box,
  person: { name: string; initials: string },
  detail: Detail,
): void {
  const { x, y } = middle(box);
  const px = detail === 1 ? Math.min(14, Math.max(9.5, box.height * 0.74)) : Math.min(16, box.height * 0.3);
  const size = detail === 1 && scene.initialsFirst ? px * 0.82 : px;
  const name = fittingName(ctx, person, size, box.width - (detail === 1 ? 1.5 : 6), scene.initialsFirst);
  ctx.font = fontOf(size, true);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(name, x, y + size * 0.06);
}

function paintNumber(ctx: Ctx, scene: Scene, { index, box }: BedOnCanvas, colour: string): void {
  const bed = scene.floor.beds[index];
  if (!bed) return;
  const px = Math.min(13, Math.max(9.5, box.height * 0.26));
  ctx.font = fontOf(px);
  ctx.fillStyle = colour;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  ctx.fillText(bed.number, box.left + 4, box.top + 4);
}

function paintOccupant(ctx: Ctx, scene: Scene, bed: BedOnCanvas, person: Occupant, detail: Detail): void {
  const { text } = scene.palette.beds.occupied;
  ctx.fillStyle = text;
  const { box } = bed;
  if (detail > 2) return paintCard(ctx, scene, bed, person, detail);
  if (detail === 1) return paintSmallName(ctx, scene, box, person, detail);
  paintSmallName(ctx, scene, { ...box, top: box.top + box.height * 0.06 }, person, detail);
  paintNumber(ctx, scene, bed, text);
  const px = Math.min(12, Math.max(9.5, box.height * 0.23));
  ctx.font = fontOf(px);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  const age = person.age === null ? '' : String(person.age);
  ctx.fillText(`${scene.words.sex(person.sex)}${age}`, box.left + box.width / 2, box.top + box.height - 2.5);
}

/** Bed, name, sex and age, classification; larger still, since when. */
function paintCard(ctx: Ctx, scene: Scene, bed: BedOnCanvas, person: Occupant, detail: Detail): void {
  const { box, index } = bed;
  const { words, now } = scene;
  const unit = box.height / (detail === 3 ? 4.1 : 5.6);
  const small = Math.min(unit * 0.72, 16);
  const large = Math.min(unit * 0.98, 22);
  const left = box.left + 7;
  const room = box.width - 14;
  const age = person.age === null ? '' : words.years(person.age);
  const lines: [text: string, px: number, bold: boolean][] = [
    [scene.floor.beds[index]?.code ?? '', small, false],
    [person.name, large, true],
    [[words.sex(person.sex), age].join(' '), small, false],
    [words.classification(person.classification), small, false],
  ];
  if (detail === 4) lines.push([words.since(now - millisOf(person.since)), small, false]);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const [row, [text, px, bold]] of lines.entries()) {
    ctx.font = fontOf(px, bold);
    const space = row === 0 ? room - box.width * 0.2 : room;
    ctx.fillText(cut(ctx, text, px, space, bold), left, box.top + unit * (row + 0.5) + unit * 0.05);
  }
}

function paintGhost(ctx: Ctx, scene: Scene, bed: BedOnCanvas, ghost: Ghost, detail: Detail): void {
  const { palette } = scene;
  const { box } = bed;
  if (ghost.active) {
    ctx.fillStyle = palette.accent;
    ctx.fillRect(box.left, box.top, box.width, box.height);
  }
  const colour = ghost.active ? palette.accentText : palette.accent;
  ctx.fillStyle = colour;
  paintSmallName(ctx, scene, box, ghost, detail > 2 ? 2 : detail);
  if (detail > 1) paintNumber(ctx, scene, bed, colour);
  if (ghost.mark) paintGhostMark(ctx, scene, box, ghost.mark);
}

/** A corner at the lower right: amber for something to mind, in the accent for a choice by hand. */
function paintGhostMark(ctx: Ctx, { palette }: Scene, box: Box, mark: 'hand' | 'warn'): void {
  const size = Math.min(12, Math.max(5, box.width * 0.32));
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  ctx.fillStyle = mark === 'warn' ? palette.beds.reserved.edge : palette.accent;
  ctx.beginPath();
  ctx.moveTo(right, bottom - size);
  ctx.lineTo(right, bottom);
  ctx.lineTo(right - size, bottom);
  ctx.fill();
}

function paintEmpty(ctx: Ctx, scene: Scene, bed: BedOnCanvas, detail: Detail): void {
  const { box, view } = bed;
  if (!view) return;
  const { text, edge } = scene.palette.beds[view.state];
  const { x, y } = middle(box);
  const r = detail === 1 ? Math.min(box.width, box.height) * 0.3 : Math.min(box.height * 0.17, 12);
  ctx.strokeStyle = text;
  ctx.fillStyle = text;
  ctx.lineWidth = Math.max(1.3, r * 0.24);
  const words = wordsOf(scene, view);
  const lift = detail > 1 && words !== '' ? r * 0.45 : 0;
  if (view.state === 'reserved') {
    ctx.fillStyle = scene.palette.beds.reserved.ground;
    ctx.beginPath();
    ctx.arc(x, y - lift, r * 1.25, 0, Math.PI * 2);
    ctx.fill();
    clock(ctx, x, y - lift, r);
  }
  if (view.state === 'awaitingDisinfection') {
    const ready = view.disinfection !== null && minutesLeft(view.disinfection.readyAt, scene.now) === 0;
    drop(ctx, x, y - lift, r * 1.1, ready);
  }
  if (view.state === 'outOfService') cross(ctx, x, y - lift, r * 0.9);
  if (detail === 1) return;
  paintNumber(ctx, scene, bed, view.state === 'available' ? edge : text);
  if (words === '') return;
  const px = Math.min(14, Math.max(9.5, box.height * 0.2));
  ctx.font = fontOf(px);
  ctx.fillStyle = text;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  const short = cut(ctx, words, px, box.width - 5);
  if (view.state === 'reserved') {
    const width = widthOf(ctx, short, px);
    ctx.fillStyle = scene.palette.beds.reserved.ground;
    ctx.fillRect(x - width / 2 - 2, box.top + box.height - px - 4, width + 4, px + 2);
    ctx.fillStyle = text;
  }
  ctx.fillText(short, x, box.top + box.height - 3);
}

/** What there is to say of a bed without anybody in it. */
function wordsOf({ words, now }: Scene, view: BedView): string {
  switch (view.state) {
    case 'reserved':
      return view.reservation?.name || view.reservation?.note || '';
    case 'awaitingDisinfection': {
      const minutes = view.disinfection ? minutesLeft(view.disinfection.readyAt, now) : 0;
      return minutes > 0 ? words.minutes(minutes) : words.ready;
    }
    case 'outOfService':
      return view.closure ? words.closure(view.closure.reason) : '';
    default:
      return '';
  }
}
