import type { Box } from './floor.ts';

/** What of the floor is seen: pixels for a metre, and the point of the floor in the canvas's upper left corner. */
export interface View {
  scale: number;
  left: number;
  top: number;
}

export interface Size {
  width: number;
  height: number;
}

/** All of the floor, or a point of it in the middle at some scale: what is remembered. */
export type Aim = 'fit' | { scale: number; x: number; y: number };

/** Room kept free around the floor, in pixels. */
const MARGIN = 6;
/** A metre never gets larger than this: a bed is then a card of 240 × 230. */
const LARGEST = 96;

/** The scale at which the whole floor is seen. Small wards are not blown up beyond a comfortable card. */
export const fitScale = (floor: Size, canvas: Size): number =>
  Math.max(
    0.5,
    Math.min(
      (canvas.width - 2 * MARGIN) / floor.width,
      (canvas.height - 2 * MARGIN) / floor.height,
      LARGEST / 1.5,
    ),
  );

export function viewOf(aim: Aim, floor: Size, canvas: Size): View {
  const least = fitScale(floor, canvas);
  const scale = aim === 'fit' ? least : Math.min(Math.max(aim.scale, least), LARGEST);
  const x = aim === 'fit' ? floor.width / 2 : aim.x;
  const y = aim === 'fit' ? floor.height / 2 : aim.y;
  return {
    scale,
    left: within(x - canvas.width / scale / 2, floor.width, canvas.width / scale, MARGIN / scale),
    top: within(y - canvas.height / scale / 2, floor.height, canvas.height / scale, MARGIN / scale),
  };
}

/** The floor stays in sight: in the middle where it is smaller than the canvas, else without a gap beside it. */
function within(start: number, floor: number, seen: number, margin: number): number {
  if (floor + 2 * margin <= seen) return (floor - seen) / 2;
  return Math.min(Math.max(start, -margin), floor + margin - seen);
}

/** The aim of a view, to be remembered; a view of everything stays one when the window changes. */
export function aimOf({ scale, left, top }: View, floor: Size, canvas: Size): Aim {
  if (scale <= fitScale(floor, canvas) * 1.001) return 'fit';
  return { scale, x: left + canvas.width / scale / 2, y: top + canvas.height / scale / 2 };
}

/** Zooms so that the point of the floor under `at` (pixels of the canvas) stays where it is. */
export function zoomed(
  view: View,
  factor: number,
  at: { x: number; y: number },
  floor: Size,
  canvas: Size,
): View {
  const scale = Math.min(Math.max(view.scale * factor, fitScale(floor, canvas)), LARGEST);
  const x = view.left + at.x / view.scale;
  const y = view.top + at.y / view.scale;
  const middle = { x: x - (at.x - canvas.width / 2) / scale, y: y - (at.y - canvas.height / 2) / scale };
  return viewOf({ scale, ...middle }, floor, canvas);
}

/** Moves what is seen by pixels. */
export function panned(view: View, dx: number, dy: number, floor: Size, canvas: Size): View {
  const { scale, left, top } = view;
  const x = left + (canvas.width / 2 - dx) / scale;
  const y = top + (canvas.height / 2 - dy) / scale;
  return viewOf({ scale, x, y }, floor, canvas);
}

/** The least movement that brings a place into sight, with its neighbours. */
export function revealing(view: View, place: Box, floor: Size, canvas: Size): View {
  const { scale, left, top } = view;
  const room = { x: place.width * 1.5, y: place.height * 1.5 };
  const seen = { width: canvas.width / scale, height: canvas.height / scale };
  const x = least(left, seen.width, place.left - room.x, place.left + place.width + room.x);
  const y = least(top, seen.height, place.top - room.y, place.top + place.height + room.y);
  if (x === left && y === top) return view;
  return viewOf({ scale, x: x + seen.width / 2, y: y + seen.height / 2 }, floor, canvas);
}

function least(start: number, seen: number, from: number, to: number): number {
  if (from < start) return from;
  return to > start + seen ? to - seen : start;
}

export const toCanvas = ({ scale, left, top }: View, x: number, y: number) => ({
  x: (x - left) * scale,
  y: (y - top) * scale,
});

export const toFloor = ({ scale, left, top }: View, x: number, y: number) => ({
  x: left + x / scale,
  y: top + y / scale,
});

/** What of the floor lies in a part of the canvas. */
export const floorIn = ({ scale, left, top }: View, part: Box): Box => ({
  left: left + part.left / scale,
  top: top + part.top / scale,
  width: part.width / scale,
  height: part.height / scale,
});

export const wholeOf = ({ width, height }: Size): Box => ({ left: 0, top: 0, width, height });

/** Do two boxes have a place in common? */
export const overlaps = (a: Box, b: Box): boolean =>
  a.left + a.width > b.left &&
  a.top + a.height > b.top &&
  a.left < b.left + b.width &&
  a.top < b.top + b.height;

/** On whole pixels of the screen, so that what is drawn can be moved instead of drawn again. */
export const snapped = ({ scale, left, top }: View, ratio: number): View => {
  const step = scale * ratio;
  return { scale, left: Math.round(left * step) / step, top: Math.round(top * step) / step };
};
