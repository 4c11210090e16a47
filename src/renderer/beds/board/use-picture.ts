import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Held } from '../../desk/kept.ts';
import { paintOver } from './paint-over.ts';
import { type Painted, paintPicture } from './paint-picture.ts';
import type { Over, Scene } from './scene.ts';
import {
  type Aim,
  aimOf,
  floorIn,
  overlaps,
  revealing,
  type Size,
  snapped,
  type View,
  viewOf,
  wholeOf,
} from './view.ts';

/** How long the picture has to rest before its place is written down. */
const REMEMBER_AFTER_MS = 400;

export interface Picture {
  place: RefObject<HTMLDivElement | null>;
  base: RefObject<HTMLCanvasElement | null>;
  over: RefObject<HTMLCanvasElement | null>;
  /** Elements over the canvas, placed in metres by `calc(var(--metre) * …)`; they move along with every frame. */
  layer: RefObject<HTMLDivElement | null>;
  view(): View;
  size(): Size;
  /** Shows another part of the floor, in the next frame. */
  show(next: (now: View, size: Size) => View): void;
  fit(): void;
}

/**
 * The picture outside React: two canvases, painted at most once a frame and only when something has changed.
 * Moving the cursor or the mouse paints the upper one alone.
 */
export function usePicture(
  scene: Scene,
  over: Over,
  memory: Held<Aim>,
  moved: (view: View, size: Size) => void,
): Picture {
  const place = useRef<HTMLDivElement>(null);
  const base = useRef<HTMLCanvasElement>(null);
  const upper = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const now = useRef({ scene, over, moved, aim: memory.get() });
  const size = useRef<Size>({ width: 0, height: 0 });
  const view = useRef<View>({ scale: 1, left: 0, top: 0 });
  const painted = useRef<Painted | null>(null);
  const due = useRef<{ frame: number; all: boolean } | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const paint = useCallback(() => {
    const all = due.current?.all ?? true;
    due.current = null;
    const { scene: shown, over: on } = now.current;
    if (size.current.width === 0) return;
    // The window has come to a screen of another density.
    if (base.current && base.current.width !== pixelsOf(size.current.width)) {
      for (const canvas of [base.current, upper.current]) if (canvas) fitCanvas(canvas, size.current);
      painted.current = null;
    }
    const below = all ? base.current?.getContext('2d', { alpha: false }) : null;
    const above = upper.current?.getContext('2d');
    if (below) {
      painted.current = paintPicture(below, { scene: shown, view: view.current }, painted.current);
      placeLayer(layer.current, view.current);
      now.current.moved(view.current, size.current);
    }
    if (above) {
      ready(above);
      paintOver(above, shown, on, view.current, size.current);
    }
  }, []);

  const later = useCallback(
    (all: boolean) => {
      if (due.current) due.current.all ||= all;
      else due.current = { all, frame: requestAnimationFrame(paint) };
    },
    [paint],
  );

  const show = useCallback<Picture['show']>(
    (next) => {
      view.current = snapped(next(view.current, size.current), devicePixelRatio);
      now.current.aim = aimOf(view.current, now.current.scene.floor, size.current);
      later(true);
      clearTimeout(resting.current);
      resting.current = setTimeout(() => memory.set(now.current.aim), REMEMBER_AFTER_MS);
    },
    [later, memory],
  );

  useLayoutEffect(() => {
    const changed = now.current.scene !== scene;
    const otherFloor = now.current.scene.floor !== scene.floor;
    now.current = { ...now.current, scene, over, moved };
    if (otherFloor)
      view.current = snapped(viewOf(now.current.aim, scene.floor, size.current), devicePixelRatio);
    later(changed || size.current.width === 0);
  }, [scene, over, moved, later]);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const resize = () => {
      const { width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) return;
      const { scene: shown, over: on, aim } = now.current;
      const bed = on.cursor === null ? undefined : shown.floor.beds[on.cursor];
      const wasSeen = bed && overlaps(floorIn(view.current, wholeOf(size.current)), bed);
      size.current = { width, height };
      for (const canvas of [base.current, upper.current]) if (canvas) fitCanvas(canvas, size.current);
      const next = viewOf(aim, shown.floor, size.current);
      // What opens beside the picture must not push the bed out of it that it is about.
      view.current = snapped(
        bed && wasSeen ? revealing(next, bed, shown.floor, size.current) : next,
        devicePixelRatio,
      );
      painted.current = null;
      // At once: a canvas that was resized is blank until it is painted.
      due.current = { all: true, frame: 0 };
      paint();
    };
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    resize();
    return () => {
      observer.disconnect();
      if (due.current) cancelAnimationFrame(due.current.frame);
      due.current = null;
      clearTimeout(resting.current);
    };
  }, [paint]);

  return useMemo(
    () => ({
      place,
      base,
      over: upper,
      layer,
      view: () => view.current,
      size: () => size.current,
      show,
      fit: () => show((_, seen) => viewOf('fit', now.current.scene.floor, seen)),
    }),
    [show],
  );
}

const pixelsOf = (length: number) => Math.round(length * devicePixelRatio);

function fitCanvas(canvas: HTMLCanvasElement, { width, height }: Size): void {
  canvas.width = pixelsOf(width);
  canvas.height = pixelsOf(height);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

const ready = (ctx: CanvasRenderingContext2D) =>
  ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);

function placeLayer(layer: HTMLElement | null, { scale, left, top }: View): void {
  if (!layer) return;
  layer.style.setProperty('--metre', `${scale}px`);
  layer.style.transform = `translate(${-left * scale}px, ${-top * scale}px)`;
}
