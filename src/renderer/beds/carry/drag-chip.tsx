import { held, useHeld } from '../../desk/kept.ts';
import './carry.css';

/** Where the mouse is while somebody is dragged: only the chip follows it, nothing else is drawn again. */
export const dragPoint = held<{ x: number; y: number } | null>(null);

export function DragChip({ name }: { name: string }) {
  const at = useHeld(dragPoint);
  if (!at) return null;
  const style = { transform: `translate(${at.x + 14}px, ${at.y + 14}px)` };
  return (
    <div className="desk-beds-chip" aria-hidden style={style}>
      <bdi>{name}</bdi>
    </div>
  );
}
