import { type FocusEvent, memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { Floor } from './floor.ts';
import { type Direction, step } from './walk.ts';

interface Props {
  floor: Floor;
  cursor: number;
  selected: ReadonlySet<number>;
  label: string;
  /** What a screen reader says of a bed. */
  words(index: number): string;
  onPress(index: number): void;
  onFocused(focused: boolean): void;
}

const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down'];

/**
 * The grid behind the picture. Only the beds of the cursor's care unit exist in it, those next to the cursor,
 * and the one it came from; each lies where its bed is drawn. Focus roves: one cell is in the order of tabs.
 */
export const Cells = memo(function Cells(props: Props) {
  const { floor, cursor, selected, label, words, onPress, onFocused } = props;
  const grid = useRef<HTMLDivElement>(null);
  const active = useRef<HTMLDivElement>(null);
  const former = useRef(cursor);
  const lines = useMemo(() => linesAround(floor, cursor, former.current), [floor, cursor]);

  useLayoutEffect(() => {
    former.current = cursor;
    if (grid.current?.contains(document.activeElement)) active.current?.focus({ preventScroll: true });
  }, [cursor]);

  const onBlur = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && grid.current?.contains(event.relatedTarget)))
      onFocused(false);
  };
  // Not a table: its cells lie where the beds are drawn, and the picture is what is looked at.
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={floor.lines}
      aria-colcount={floor.columns}
      aria-multiselectable
      onFocus={() => onFocused(true)}
      onBlur={onBlur}
    >
      {lines.map(([line, indices]) => (
        // biome-ignore lint/a11y/useFocusableInteractive: focus roves among the cells
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div key={line} role="row" aria-rowindex={line + 1}>
          {indices.map((index) => {
            const bed = floor.beds[index];
            if (!bed) return null;
            const metres = (value: number) => `calc(var(--metre) * ${value.toFixed(3)})`;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is a key of the page, wherever the focus is
              // biome-ignore lint/a11y/useSemanticElements: see above
              <div
                key={index}
                ref={index === cursor ? active : undefined}
                role="gridcell"
                className="desk-board-cell"
                tabIndex={index === cursor ? 0 : -1}
                aria-colindex={bed.column + 1}
                aria-selected={selected.has(index)}
                aria-label={words(index)}
                style={{
                  left: metres(bed.left),
                  top: metres(bed.top),
                  width: metres(bed.width),
                  height: metres(bed.height),
                }}
                // A screen reader's press; the mouse's is told from a drag by the picture.
                onClick={(event) => event.detail === 0 && onPress(index)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
});

function linesAround(floor: Floor, cursor: number, former: number): [line: number, indices: number[]][] {
  const at = floor.beds[cursor];
  if (!at) return [];
  const wanted = new Set<number>([cursor, ...(floor.beds[former] ? [former] : [])]);
  for (const index of floor.units[at.unit]?.beds ?? []) wanted.add(index);
  for (const direction of DIRECTIONS) {
    const next = step(floor, at, direction, null);
    if (next) wanted.add(next.bed.index);
  }
  const lines = new Map<number, number[]>();
  for (const index of wanted) {
    const line = floor.beds[index]?.line ?? 0;
    lines.set(line, [...(lines.get(line) ?? []), index]);
  }
  const column = (index: number) => floor.beds[index]?.column ?? 0;
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([line, indices]) => [line, indices.sort((a, b) => column(a) - column(b))]);
}
