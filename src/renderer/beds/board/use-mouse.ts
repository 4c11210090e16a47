import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react';
import { bedAt, type Floor } from './floor.ts';
import type { Over } from './scene.ts';
import type { Picture } from './use-picture.ts';
import { panned, toFloor, zoomed } from './view.ts';

/** What a page lets be dragged, and what becomes of it. Points are those of the window. */
export interface BoardDrag {
  can(index: number): boolean;
  begin(index: number, x: number, y: number): void;
  move(over: number | null, x: number, y: number): void;
  end(over: number | null): void;
  cancel(): void;
}

interface Gesture {
  kind: 'pan' | 'drag' | 'frame' | 'toggle';
  index: number | null;
  x: number;
  y: number;
  lastX: number;
  lastY: number;
  moved: boolean;
  pointer: number;
}

interface Wishes {
  floor: Floor;
  picture: Picture;
  drag: BoardDrag | undefined;
  spaceHeld: RefObject<boolean>;
  spaceUsed: RefObject<boolean>;
  onHover(index: number | null): void;
  onPress(index: number): void;
  onToggle(index: number): void;
  onFrame(frame: Over['frame']): void;
  onFramed(indices: number[]): void;
}

/** Farther than a hand in two gloves trembles. */
const THRESHOLD = 6;
const EDGE = 36;

/** Mouse and touch on the picture: press, drag a patient, drag the floor, choose several, scroll and zoom. */
export function useMouse(wishes: Wishes) {
  const now = useRef(wishes);
  useEffect(() => {
    now.current = wishes;
  });
  const gesture = useRef<Gesture | null>(null);
  const { picture } = wishes;

  const local = (x: number, y: number) => {
    const origin = picture.place.current?.getBoundingClientRect();
    return { x: x - (origin?.left ?? 0), y: y - (origin?.top ?? 0) };
  };
  const bedUnder = (x: number, y: number): number | null => {
    const at = local(x, y);
    const { width, height } = picture.size();
    if (at.x < 0 || at.y < 0 || at.x >= width || at.y >= height) return null;
    const point = toFloor(picture.view(), at.x, at.y);
    return bedAt(now.current.floor, point.x, point.y);
  };

  useEffect(() => {
    const element = picture.place.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { floor } = now.current;
      const at = local(event.clientX, event.clientY);
      const pixels = event.deltaMode === 1 ? 32 : 1;
      if (event.ctrlKey || event.metaKey) {
        const factor = Math.exp(-event.deltaY * pixels * 0.0022);
        picture.show((view, size) => zoomed(view, factor, at, floor, size));
        return;
      }
      const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
      picture.show((view, size) => panned(view, -dx * pixels, -dy * pixels, floor, size));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  });

  // Held at the edge, the floor moves on under what is being dragged.
  useEffect(() => {
    const timer = setInterval(() => {
      const held = gesture.current;
      if (held?.kind !== 'drag' || !held.moved) return;
      const at = local(held.lastX, held.lastY);
      const { width, height } = picture.size();
      const push = (value: number, end: number) => (value < EDGE ? 14 : value > end - EDGE ? -14 : 0);
      const [dx, dy] = [push(at.x, width), push(at.y, height)];
      if (dx || dy) picture.show((view, size) => panned(view, dx, dy, now.current.floor, size));
    }, 30);
    return () => clearInterval(timer);
  });

  const kindOf = (event: ReactPointerEvent, index: number | null): Gesture['kind'] => {
    const { spaceHeld, drag } = now.current;
    if (event.button === 1 || spaceHeld.current || event.pointerType === 'touch') return 'pan';
    if (event.ctrlKey || event.metaKey) return 'toggle';
    if (event.shiftKey) return 'frame';
    return index !== null && drag?.can(index) ? 'drag' : 'pan';
  };

  const onPointerDown = (event: ReactPointerEvent) => {
    if (event.button > 1 || gesture.current) return;
    const index = bedUnder(event.clientX, event.clientY);
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    gesture.current = {
      ...{ kind: kindOf(event, index), index, pointer, moved: false },
      ...{ x, y, lastX: x, lastY: y },
    };
    if (event.button === 1) event.preventDefault();
    picture.place.current?.setPointerCapture(pointer);
  };

  const begin = (held: Gesture) => {
    held.moved = true;
    now.current.spaceUsed.current = now.current.spaceHeld.current;
    now.current.onHover(null);
    if (held.kind === 'drag' && held.index !== null) now.current.drag?.begin(held.index, held.x, held.y);
  };

  const onPointerMove = (event: ReactPointerEvent) => {
    const { clientX: x, clientY: y } = event;
    const held = gesture.current;
    if (!held) return now.current.onHover(event.pointerType === 'touch' ? null : bedUnder(x, y));
    if (held.pointer !== event.pointerId) return;
    if (!held.moved && Math.hypot(x - held.x, y - held.y) < THRESHOLD) return;
    if (!held.moved) begin(held);
    if (held.kind === 'pan') {
      const { floor } = now.current;
      picture.show((view, size) => panned(view, x - held.lastX, y - held.lastY, floor, size));
    } else if (held.kind === 'drag') now.current.drag?.move(bedUnder(x, y), x, y);
    else if (held.kind === 'frame') now.current.onFrame(frameOf(local(held.x, held.y), local(x, y)));
    held.lastX = x;
    held.lastY = y;
  };

  const onPointerUp = (event: ReactPointerEvent) => {
    const held = gesture.current;
    if (held?.pointer !== event.pointerId) return;
    gesture.current = null;
    const { onPress, onToggle, onFrame, onFramed, drag } = now.current;
    if (held.moved) {
      if (held.kind === 'drag') drag?.end(bedUnder(event.clientX, event.clientY));
      if (held.kind === 'frame') {
        onFrame(null);
        onFramed(bedsIn(frameOf(local(held.x, held.y), local(event.clientX, event.clientY))));
      }
      return;
    }
    if (held.index === null || event.button === 1) return;
    if (held.kind === 'toggle' || held.kind === 'frame') onToggle(held.index);
    else onPress(held.index);
  };

  const bedsIn = ({ x, y, width, height }: NonNullable<Over['frame']>): number[] => {
    const from = toFloor(picture.view(), x, y);
    const to = toFloor(picture.view(), x + width, y + height);
    return now.current.floor.beds
      .filter((bed) => bed.x > from.x && bed.x < to.x && bed.y > from.y && bed.y < to.y)
      .map(({ index }) => index);
  };

  const stop = () => {
    const held = gesture.current;
    gesture.current = null;
    if (held?.kind === 'drag' && held.moved) now.current.drag?.cancel();
    now.current.onFrame(null);
  };

  return {
    bedUnder,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: stop,
      onPointerLeave: () => now.current.onHover(null),
    },
  };
}

const frameOf = (a: { x: number; y: number }, b: { x: number; y: number }) => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});
