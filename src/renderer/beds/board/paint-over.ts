import { boxOn } from './box-on.ts';
import { fontOf } from './fitted-text.ts';
import type { Box } from './floor.ts';
import { bedBox } from './paint-beds.ts';
import { house, star, tick } from './paint-signs.ts';
import { paintZoneNames } from './paint-zone-names.ts';
import type { Over, Scene } from './scene.ts';
import { floorIn, overlaps, type Size, type View, wholeOf } from './view.ts';

type Ctx = CanvasRenderingContext2D;

/** What lies over the beds: cursor, choice, star, numbers, what is being dragged. */
export function paintOver(ctx: Ctx, scene: Scene, over: Over, view: View, canvas: Size): void {
  const { floor, look, palette } = scene;
  ctx.clearRect(0, 0, canvas.width, canvas.height);
  paintZoneNames(ctx, scene, view, canvas);
  const there = floorIn(view, wholeOf(canvas));
  const boxOf = (index: number): Box | null => {
    const bed = floor.beds[index];
    return bed && overlaps(there, bed) ? bedBox(view, bed) : null;
  };
  const at = (index: number | null, paint: (box: Box) => void) => {
    const box = index === null ? null : boxOf(index);
    if (box) paint(box);
  };
  paintUnitFrame(ctx, scene, over.cursor, view);
  at(over.hover, (box) => ring(ctx, box, palette.text, 1.5, 0.5));
  for (const index of over.selected) at(index, (box) => paintSelected(ctx, scene, box));
  for (const index of look.kin) at(index, (box) => paintKin(ctx, scene, box));
  at(look.from, (box) => {
    ctx.setLineDash([4, 3]);
    ring(ctx, box, palette.accent, 2.5, 1);
    ctx.setLineDash([]);
  });
  for (const [i, index] of look.choices.entries()) at(index, (box) => paintChoice(ctx, scene, box, i + 1));
  at(look.star, (box) => paintStar(ctx, scene, box));
  if (over.target) {
    const { index, good } = over.target;
    at(index, (box) => ring(ctx, box, good ? palette.good : palette.danger, 4, 2));
  }
  at(over.cursor, (box) => paintCursor(ctx, scene, box, over.focused));
  if (over.frame) {
    ctx.strokeStyle = palette.accent;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([5, 3]);
    ctx.strokeRect(over.frame.x, over.frame.y, over.frame.width, over.frame.height);
    ctx.setLineDash([]);
  }
}

function ring(ctx: Ctx, { left, top, width, height }: Box, colour: string, line: number, out: number): void {
  ctx.beginPath();
  ctx.rect(left - out, top - out, width + 2 * out, height + 2 * out);
  ctx.lineWidth = line;
  ctx.strokeStyle = colour;
  ctx.stroke();
}

/** Seen on every ground: the focus colour between two lines of the ground's own. */
function paintCursor(ctx: Ctx, { palette }: Scene, box: Box, focused: boolean): void {
  ring(ctx, box, palette.ground, focused ? 7 : 5, 2);
  ring(ctx, box, focused ? palette.focus : palette.text, focused ? 3.5 : 2, 2);
}

/** The care unit in which the cursor stands, so that it is found again at a glance. */
function paintUnitFrame(ctx: Ctx, { floor, palette }: Scene, cursor: number | null, view: View): void {
  const bed = cursor === null ? undefined : floor.beds[cursor];
  const unit = bed && floor.units[bed.unit];
  if (!unit) return;
  const { left, top, width, height } = boxOn(view, unit);
  ctx.beginPath();
  ctx.roundRect(left - 2, top - 2, width + 4, height + 4, 4);
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = palette.focus;
  ctx.stroke();
}

/** A ring and a tick; where there is no room for a tick, a corner. */
function paintSelected(ctx: Ctx, { palette }: Scene, box: Box): void {
  ring(ctx, box, palette.ground, 4, 0);
  ring(ctx, box, palette.accent, 2.5, 0.5);
  const bottom = box.top + box.height;
  ctx.fillStyle = palette.accent;
  if (box.width < 26) {
    const size = Math.max(5, box.width * 0.4);
    ctx.beginPath();
    ctx.moveTo(box.left, bottom - size);
    ctx.lineTo(box.left + size, bottom);
    ctx.lineTo(box.left, bottom);
    ctx.fill();
    return;
  }
  const r = Math.min(box.width * 0.17, 10);
  disc(ctx, box.left + r, bottom - r, r, palette.accent);
  ctx.strokeStyle = palette.accentText;
  ctx.lineWidth = Math.max(1.5, r * 0.26);
  tick(ctx, box.left + r, bottom - r, r * 0.7);
}

function disc(ctx: Ctx, x: number, y: number, r: number, colour: string): void {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, Math.PI * 2);
  ctx.fillStyle = colour;
  ctx.fill();
}

function paintKin(ctx: Ctx, { palette }: Scene, box: Box): void {
  ring(ctx, box, palette.accent, 2, 1);
  const r = Math.min(Math.max(box.width * 0.2, 4), 8);
  const x = box.left + box.width - r * 0.6;
  const y = box.top + box.height - r * 0.6;
  disc(ctx, x, y, r * 1.45, palette.ground);
  house(ctx, x, y, r);
  ctx.fillStyle = palette.accent;
  ctx.fill();
}

function paintStar(ctx: Ctx, { palette }: Scene, box: Box): void {
  ring(ctx, box, palette.ground, 5, 1);
  ring(ctx, box, palette.good, 3, 1);
  const r = Math.min(Math.max(box.width * 0.52, 8), 18);
  star(ctx, box.left + box.width / 2, box.top + box.height / 2, r);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = palette.ground;
  ctx.stroke();
  ctx.fillStyle = palette.good;
  ctx.fill();
  ctx.lineJoin = 'miter';
}

function paintChoice(ctx: Ctx, { palette }: Scene, box: Box, number: number): void {
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const r = Math.min(Math.max(box.width * 0.45, 7.5), 14);
  disc(ctx, x, y, r + 1.5, palette.ground);
  disc(ctx, x, y, r, palette.good);
  ctx.font = fontOf(r * 1.45, true);
  ctx.fillStyle = palette.ground;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(String(number), x, y + r * 0.08);
}
