import type { ReactNode, Ref } from 'react';
import type { FloorBed } from './floor.ts';
import type { Size, View } from './view.ts';

/** A line beside the bed where one is, larger than what fits on it. Hidden from a screen reader: the cell says it. */
export function Callout({
  shown,
  children,
  ref,
}: {
  shown: boolean;
  children: ReactNode;
  ref: Ref<HTMLDivElement>;
}) {
  return (
    <div ref={ref} className="desk-board-callout" data-shown={shown && children !== null} aria-hidden>
      {children}
    </div>
  );
}

/** Above the bed, or below it near the upper edge; never beyond the sides. */
export function placeCallout(
  callout: HTMLElement | null,
  bed: FloorBed | undefined,
  { scale, left, top }: View,
  size: Size,
): void {
  if (!callout || !bed) return;
  const { offsetWidth: width, offsetHeight: height } = callout;
  const middle = (bed.x - left) * scale;
  const above = (bed.top - top) * scale - height - 8;
  const below = (bed.top + bed.height - top) * scale + 8;
  const x = Math.min(Math.max(middle - width / 2, 4), size.width - width - 4);
  const y = above < 4 ? below : above;
  const isSeen =
    middle > 0 && middle < size.width && below > 0 && below - 8 - bed.height * scale < size.height;
  callout.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  callout.style.visibility = isSeen ? '' : 'hidden';
}
