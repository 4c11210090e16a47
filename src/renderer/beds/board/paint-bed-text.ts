import type { BedView } from '#shared/contract/beds.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { cut, fittingName, fontOf, widthOf } from './fitted-text.ts';
import type { Box } from './floor.ts';
import type { BedOnCanvas } from './paint-beds.ts';
import { clock, cross, drop } from './paint-signs.ts';
import type { Detail, Ghost, Scene } from './scene.ts';

type Ctx = CanvasRenderingContext2D;
type Occupant = NonNullable<BedView['occupant']>;
type Person = Pick<Occupant, 'name' | 'initials'>;

/** Whole minutes until the disinfection may be signed off; 0 once it may. */
export const minutesLeft = (readyAt: NonNullable<BedView['disinfection']>['readyAt'], now: number): number =>
  Math.max(0, Math.ceil((millisOf(readyAt) - now) / 60_000));

/** What can be read on a bed at this size: a sign, then a surname, then a card. */
export function paintBedText(ctx: Ctx, scene: Scene, bed: BedOnCanvas, detail: Detail): void {
  const ghost = scene.look.ghosts.get(bed.index);
  if (ghost) paintGhost(ctx, scene, bed, ghost, detail);
  else if (!bed.view?.occupant) paintEmpty(ctx, scene, bed, detail);
  else if (detail > 3) paintCard(ctx, scene, bed, bed.view.occupant, detail);
  else if (detail > 0) paintOccupant(ctx, scene, bed, bed.view.occupant, detail);
}

interface Line {
  /** Middle of the line, as a share of the bed's height. */
  at: number;
  px: number;
}

/** A name in the middle of a line, as much of it as fits. */
function paintName(ctx: Ctx, scene: Scene, box: Box, person: Person, { at, px }: Line, short: boolean): void {
  const name = fittingName(ctx, person, px, box.width - (short ? 1.5 : 6), scene.initialsFirst, short);
  ctx.font = fontOf(px, true);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(name, box.left + box.width / 2, box.top + box.height * at + px * 0.06);
}

/** Large enough for a surname; initials are two signs wide. */
function nameLine(scene: Scene, { height }: Box, detail: Detail): Line {
  if (detail > 2) return { at: 0.47, px: Math.min(18, height * 0.29) };
  if (detail === 2) return { at: 0.64, px: Math.min(20, height * (scene.initialsFirst ? 0.4 : 0.5)) };
  const px = Math.min(17, Math.max(9.5, height * 0.74));
  return { at: 0.5, px: scene.initialsFirst ? px * 0.8 : px };
}

/** The bed's number, or its whole code where there is room. */
function paintNumber(
  ctx: Ctx,
  scene: Scene,
  { index, box }: BedOnCanvas,
  colour: string,
  detail: Detail,
): void {
  const bed = scene.floor.beds[index];
  if (!bed) return;
  const px = detail > 3 ? Math.min(16, box.height * 0.17) : Math.min(13, Math.max(9.5, box.height * 0.27));
  ctx.font = fontOf(px);
  ctx.fillStyle = colour;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  const isWhole = detail > 3 && widthOf(ctx, bed.code, px) <= box.width - 14;
  const inset = detail > 3 ? 7 : 3.5;
  ctx.fillText(isWhole ? bed.code : bed.number, box.left + inset, box.top + inset * 0.9);
}

function paintOccupant(ctx: Ctx, scene: Scene, bed: BedOnCanvas, person: Occupant, detail: Detail): void {
  const { text } = scene.palette.beds.occupied;
  const { box } = bed;
  ctx.fillStyle = text;
  paintName(ctx, scene, box, person, nameLine(scene, box, detail), detail < 3);
  if (detail < 2) return;
  paintNumber(ctx, scene, bed, text, detail);
  if (detail < 3) return;
  const px = Math.min(14, box.height * 0.24);
  const age = person.age === null ? '' : ` ${person.age}`;
  ctx.font = fontOf(px);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const words = `${scene.words.sex(person.sex)}${age}`;
  ctx.fillText(words, box.left + box.width / 2, box.top + box.height * 0.79);
}

/** Bed, name, sex and age, classification; larger still, since when. */
function paintCard(ctx: Ctx, scene: Scene, bed: BedOnCanvas, person: Occupant, detail: Detail): void {
  const { box, index } = bed;
  const { words, now } = scene;
  ctx.fillStyle = scene.palette.beds.occupied.text;
  const unit = box.height / (detail === 4 ? 4.15 : 5.6);
  const small = Math.min(unit * 0.72, 16);
  const large = Math.min(unit * 0.98, 22);
  const left = box.left + Math.min(8, box.width * 0.08);
  const room = box.width - 2 * (left - box.left);
  const age = person.age === null ? '' : words.years(person.age);
  const place = scene.floor.beds[index];
  const beside = room - (person.alert ? box.width * 0.18 : 0);
  const isWhole = place && widthOf(ctx, place.code, small) <= beside;
  const lines: [text: string, px: number, bold: boolean][] = [
    [(isWhole ? place.code : place?.number) ?? '', small, false],
    [person.name, large, true],
    [[words.sex(person.sex), age].join(' '), small, false],
    [words.classification(person.classification), small, false],
  ];
  if (detail === 5) lines.push([words.since(now - millisOf(person.since)), small, false]);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const [row, [text, px, bold]] of lines.entries()) {
    ctx.font = fontOf(px, bold);
    ctx.fillText(cut(ctx, text, px, room, bold), left, box.top + unit * (row + 0.5) + unit * 0.05);
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
  if (detail > 0) paintName(ctx, scene, box, ghost, nameLine(scene, box, detail), detail < 3);
  if (detail > 1) paintNumber(ctx, scene, bed, colour, detail);
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

/** Where the sign of a bed without anybody stands, as shares of its height: lower where the code is above it. */
function signOf(box: Box, detail: Detail, hasWords: boolean): { y: number; r: number } {
  const least = Math.min(box.width, box.height);
  if (detail < 2) return { y: box.top + box.height / 2, r: least * 0.3 };
  if (detail < 4) return { y: box.top + box.height * (hasWords ? 0.46 : 0.58), r: least * 0.19 };
  return { y: box.top + box.height * (hasWords ? 0.52 : 0.58), r: Math.min(least * 0.16, 18) };
}

function paintEmpty(ctx: Ctx, scene: Scene, bed: BedOnCanvas, detail: Detail): void {
  const { box, view } = bed;
  if (!view) return;
  const { text, edge, ground } = scene.palette.beds[view.state];
  const words = detail > 2 ? wordsOf(scene, view) : '';
  const x = box.left + box.width / 2;
  const { y, r } = signOf(box, detail, words !== '');
  ctx.strokeStyle = text;
  ctx.fillStyle = text;
  ctx.lineWidth = Math.max(1.3, r * 0.24);
  if (view.state === 'reserved') {
    ctx.fillStyle = ground;
    ctx.beginPath();
    ctx.arc(x, y, r * 1.25, 0, Math.PI * 2);
    ctx.fill();
    clock(ctx, x, y, r);
  }
  if (view.state === 'awaitingDisinfection') {
    const ready = view.disinfection !== null && minutesLeft(view.disinfection.readyAt, scene.now) === 0;
    drop(ctx, x, y, r * 1.1, ready);
  }
  if (view.state === 'outOfService') cross(ctx, x, y, r * 0.9);
  if (detail < 2) return;
  paintNumber(ctx, scene, bed, view.state === 'available' ? edge : text, detail);
  if (words !== '') paintFoot(ctx, box, words, text, view.state === 'reserved' ? ground : null);
}

/** A word at the lower edge, on a ground of its own where lines run behind it. */
function paintFoot(ctx: Ctx, box: Box, words: string, colour: string, ground: string | null): void {
  const px = Math.min(14, Math.max(9.5, box.height * 0.2));
  const x = box.left + box.width / 2;
  const bottom = box.top + box.height - 3;
  const short = cut(ctx, words, px, box.width - 5);
  ctx.font = fontOf(px);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  if (ground !== null) {
    const width = widthOf(ctx, short, px);
    ctx.fillStyle = ground;
    ctx.fillRect(x - width / 2 - 2, bottom - px - 1, width + 4, px + 2);
  }
  ctx.fillStyle = colour;
  ctx.fillText(short, x, bottom);
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
