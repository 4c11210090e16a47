import type { BedView } from '#shared/contract/beds.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { cut, fittingName, fontOf, widthOf } from './fitted-text.ts';
import type { Box } from './floor.ts';
import type { BedOnCanvas } from './paint-beds.ts';
import { paintEmpty } from './paint-empty-bed.ts';
import { paintNumber } from './paint-number.ts';
import type { Detail, Ghost, Scene } from './scene.ts';

type Ctx = CanvasRenderingContext2D;
type Occupant = NonNullable<BedView['occupant']>;
type Person = Pick<Occupant, 'name' | 'initials'>;

/** What can be read on a bed at this size: a sign, then a surname, then a card. */
export function paintBedText(ctx: Ctx, scene: Scene, bed: BedOnCanvas, detail: Detail): void {
  const ghost = scene.look.ghosts.get(bed.index);
  if (ghost) paintGhost(ctx, scene, bed, ghost, detail);
  else if (!bed.view?.occupant) paintEmpty(ctx, scene, bed, detail);
  else if (scene.look.marks && detail < 3) paintSign(ctx, scene, bed, detail);
  else if (detail > 3) paintCard(ctx, scene, bed, bed.view.occupant, detail);
  else if (detail > 0) paintOccupant(ctx, scene, bed, bed.view.occupant, detail);
}

/** The layer's sign alone where no name would fit beside it. */
function paintSign(ctx: Ctx, scene: Scene, bed: BedOnCanvas, detail: Detail): void {
  const { box, index } = bed;
  const mark = scene.look.marks?.get(index);
  if (!mark || box.width < 8) return;
  const px = Math.min(detail === 2 ? 20 : 17, box.height * (detail === 2 ? 0.5 : 0.74));
  const room = widthOf(ctx, mark.sign, px, true) > box.width - 2 ? px * 0.72 : px;
  ctx.fillStyle = mark.colours.text;
  ctx.font = fontOf(room, true);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const at = detail === 2 ? 0.64 : 0.5;
  ctx.fillText(mark.sign, box.left + box.width / 2, box.top + box.height * at + px * 0.06);
  if (detail === 2) paintNumber(ctx, scene, bed, mark.colours.text, detail);
}

/** What is written on an occupied bed stands on the ground of its layer. */
const textOf = ({ look, palette }: Scene, index: number): string =>
  look.marks?.get(index)?.colours.text ?? palette.beds.occupied.text;

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

function paintOccupant(ctx: Ctx, scene: Scene, bed: BedOnCanvas, person: Occupant, detail: Detail): void {
  const text = textOf(scene, bed.index);
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
  const words = scene.look.marks?.get(bed.index)?.sign ?? `${scene.words.sex(person.sex)}${age}`;
  ctx.fillText(words, box.left + box.width / 2, box.top + box.height * 0.79);
}

/** Bed, name, sex and age, classification; larger still, since when. */
function paintCard(ctx: Ctx, scene: Scene, bed: BedOnCanvas, person: Occupant, detail: Detail): void {
  const { box, index } = bed;
  const { words, now } = scene;
  ctx.fillStyle = textOf(scene, index);
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
    [scene.look.marks?.get(index)?.words ?? words.classification(person.classification), small, false],
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
