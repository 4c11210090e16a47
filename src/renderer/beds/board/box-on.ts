import type { Box } from './floor.ts';
import type { View } from './view.ts';

/** A box of the floor on the canvas, on whole pixels so that lines are sharp. */
export function boxOn({ scale, left, top }: View, box: Box): Box {
  const x = Math.round((box.left - left) * scale);
  const y = Math.round((box.top - top) * scale);
  return {
    left: x,
    top: y,
    width: Math.round((box.left + box.width - left) * scale) - x,
    height: Math.round((box.top + box.height - top) * scale) - y,
  };
}
