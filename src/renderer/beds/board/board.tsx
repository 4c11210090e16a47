import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { appearance } from '../../desk/appearance.ts';
import { type Held, useHeld } from '../../desk/kept.ts';
import { useKeys } from '../../ui/keys.ts';
import { PALETTES } from '../../ui/tokens.ts';
import { boardKeys } from './board-keys.ts';
import { Callout, placeCallout } from './callout.tsx';
import { Cells } from './cells.tsx';
import { type Floor, type FloorBed, freeOf } from './floor.ts';
import type { Look, Over, Scene } from './scene.ts';
import { type BoardDrag, useMouse } from './use-mouse.ts';
import { usePicture } from './use-picture.ts';
import { useWords } from './use-words.ts';
import { type Aim, revealing, type Size, toCanvas, type View, zoomed } from './view.ts';
import type { Track } from './walk.ts';
import './board.css';

export type By = 'key' | 'mouse' | 'find';

export interface BoardHandle {
  /** The keyboard goes to the bed of the cursor. */
  focus(): void;
  reveal(index: number): void;
  zoom(factor: number): void;
  fit(): void;
  /** The bed under a point of the window. */
  bedAt(x: number, y: number): number | null;
}

interface Props {
  label: string;
  floor: Floor;
  views: readonly (BedView | undefined)[];
  look: Look;
  /** Milliseconds of the clock. */
  now: number;
  cursor: number;
  onCursor(index: number, by: By): void;
  /** A press of the mouse on a bed, or of a screen reader. */
  onPress(index: number): void;
  selected: ReadonlySet<number>;
  onSelect?(indices: readonly number[], how: 'toggle' | 'add'): void;
  /** Beside the bed of the cursor or of the mouse: what it is, in words. */
  callout(index: number): ReactNode;
  words(index: number): string;
  drag?: BoardDrag | undefined;
  target?: Over['target'];
  /** What of the floor was seen last. */
  memory: Held<Aim>;
  children?: ReactNode;
  ref?: Ref<BoardHandle>;
}

const STEP = 1.25;

/** All beds of the ward where they stand, in one picture; walked by keyboard, zoomed, dragged. */
export function Board(props: Props) {
  const { floor, views, look, now, cursor, onCursor, selected, onSelect, target = null } = props;
  const { t, i18n } = useTranslation();
  const palette = PALETTES[useHeld(appearance)];
  const words = useWords();
  const [hover, setHover] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const [frame, setFrame] = useState<Over['frame']>(null);
  const callout = useRef<HTMLDivElement>(null);
  const track = useRef<Track | null>(null);
  const initialsFirst = i18n.language === 'en';
  const free = useMemo(() => freeOf(floor, views), [floor, views]);
  const scene = useMemo<Scene>(
    () => ({ floor, views, free, look, palette, words, initialsFirst, now }),
    [floor, views, free, look, palette, words, initialsFirst, now],
  );
  const over = useMemo<Over>(
    () => ({ cursor, focused, hover, selected, target, frame }),
    [cursor, focused, hover, selected, target, frame],
  );
  const told = target?.index ?? hover ?? cursor;
  const moved = useCallback(
    (view: View, size: Size) => placeCallout(callout.current, floor.beds[told], view, size),
    [floor, told],
  );
  const picture = usePicture(scene, over, props.memory, moved);
  useEffect(() => placeCallout(callout.current, floor.beds[told], picture.view(), picture.size()));

  const here = useRef(cursor);
  here.current = cursor;
  const handle = useMemo(
    () => ({
      focus: () =>
        picture.layer.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true }),
      reveal: (index: number) => {
        const bed = floor.beds[index];
        if (bed) picture.show((view, size) => revealing(view, bed, floor, size));
      },
      zoom: (factor: number) =>
        picture.show((view, size) =>
          zoomed(view, factor, zoomCentre(floor.beds[here.current], view, size), floor, size),
        ),
      fit: () => picture.fit(),
    }),
    [floor, picture],
  );
  const spaceHeld = useRef(false);
  const spaceUsed = useRef(false);
  const mouse = useMouse({
    ...{ floor, picture, drag: props.drag, spaceHeld, spaceUsed },
    onHover: setHover,
    onPress: (index) => {
      track.current = null;
      props.onPress(index);
      handle.focus();
    },
    onToggle: (index) => {
      onCursor(index, 'mouse');
      onSelect?.([index], 'toggle');
      handle.focus();
    },
    onFrame: setFrame,
    onFramed: (indices) => onSelect?.(indices, 'add'),
  });
  useImperativeHandle(props.ref, () => ({ ...handle, bedAt: mouse.bedUnder }));

  const go = (index: number, next: Track | null) => {
    track.current = next;
    setHover(null);
    onCursor(index, 'key');
    handle.reveal(index);
    if (!document.activeElement || document.activeElement === document.body) handle.focus();
  };
  useKeys(
    t('beds.keys.walking'),
    boardKeys({
      ...{ t, floor, cursor, go },
      track: () => track.current,
      select: (indices, how) => onSelect?.(indices, how),
      zoom: (steps) => (steps === 0 ? handle.fit() : handle.zoom(STEP ** steps)),
      space: () => {
        spaceHeld.current = true;
        spaceUsed.current = false;
      },
    }),
  );
  useEffect(() => {
    const onUp = (event: KeyboardEvent) => {
      if (event.key !== ' ' || !spaceHeld.current) return;
      spaceHeld.current = false;
      if (!spaceUsed.current) onSelect?.([here.current], 'toggle');
    };
    addEventListener('keyup', onUp);
    return () => removeEventListener('keyup', onUp);
  }, [onSelect]);

  return (
    <div className="desk-board" ref={picture.place} {...mouse.handlers}>
      <canvas ref={picture.base} aria-hidden />
      <canvas ref={picture.over} aria-hidden />
      <div className="desk-board-layer" ref={picture.layer}>
        <Cells
          {...{ floor, cursor, selected }}
          label={props.label}
          words={props.words}
          onPress={props.onPress}
          onFocused={setFocused}
        />
      </div>
      <Callout ref={callout} shown={target !== null || hover !== null || focused}>
        {props.callout(told)}
      </Callout>
      {props.children}
    </div>
  );
}

/** Around the bed where the keyboard is, if that is seen. */
function zoomCentre(bed: FloorBed | undefined, view: View, { width, height }: Size) {
  const at = bed && toCanvas(view, bed.x, bed.y);
  const isSeen = at && at.x > 0 && at.y > 0 && at.x < width && at.y < height;
  return isSeen ? at : { x: width / 2, y: height / 2 };
}
