import type { Desk } from './admission-to-bed-rules.ts';
import { eachBlock } from './block-rules.ts';
import type { Block } from './block-sharing-rules.ts';
import type { Group } from './family-plan-rules.ts';

/** The blocks that a group may have on the ward as it is, the cheapest first. */
export interface BlockList {
  blocks: readonly Block[];
  /** No block costs less than this, unless it is in the list. Infinite where all are. */
  complete: number;
}

/** Blocks kept for one group; where a ward offers more, the dearer ones are looked for only when needed. */
const KEPT = 4000;

/** Lists of blocks, each made when it is first asked for. */
export function blockLists(desk: Desk): (group: Group) => BlockList {
  const known = new WeakMap<Group, BlockList>();
  return (group) => {
    const seen = known.get(group);
    if (seen !== undefined) return seen;
    const blocks: Block[] = [];
    eachBlock(
      desk,
      group,
      () => true,
      (block) => {
        blocks.push(block);
      },
    );
    blocks.sort((a, b) => a.cost - b.cost);
    const complete = blocks[KEPT]?.cost ?? Number.POSITIVE_INFINITY;
    const list = { blocks: blocks.slice(0, KEPT), complete };
    known.set(group, list);
    return list;
  };
}
