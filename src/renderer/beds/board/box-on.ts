import type { Box } from './floor.ts';
import type { View } from './view.ts';

/** A box of the floor on the canvas, on whole pixels of the screen so that lines are sharp. */
export function boxOn({ scale, left, top }: View, box: Box): Box {
  const ratio = devicePixelRatio;
  const whole = (metres: number) => Math.round(metres * scale * ratio) / ratio;
  const x = whole(box.left - left);
  const y = whole(box.top - top);
  return {
    left: x,
    top: y,
    width: whole(box.left + box.width - left) - x,
    height: whole(box.top + box.height - top) - y,
  };
}
