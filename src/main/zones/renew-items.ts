import type { ReadinessItem } from '#shared/contract/zone-settings.ts';
import type { Act } from '../acts/record-act.ts';
import { supersede } from '../db/facts.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { readLists, readTicks } from './readiness-repository.ts';

/**
 * Keys of the items that a change of the list brings in. An item is the same while its key and one of its names
 * stand; with both names changed it is another, whatever its key.
 */
function newItems(before: readonly ReadinessItem[], after: readonly ReadinessItem[]): Set<string> {
  const was = new Map(before.map((item) => [item.key, item]));
  const isNew = ({ key, zh, en }: ReadinessItem) => {
    const same = was.get(key);
    return !same || (same.zh !== zh && same.en !== en);
  };
  return new Set(after.filter(isNew).map(({ key }) => key));
}

/** What was confirmed of other items under the keys of new ones, on lists that no zone has been opened by. */
async function ticksUnder(db: Reads, keys: ReadonlySet<string>) {
  if (keys.size === 0) return [];
  const lists = await readLists(db);
  return (await readTicks(db)).filter(
    ({ item, zone_id, list }) => keys.has(item) && !lists.get(zone_id)?.opened.includes(list),
  );
}

/** Nobody has vouched yet for an item that is new: what was confirmed under its key is withdrawn. */
export async function withdrawFromNewItems(
  tx: Tx,
  before: readonly ReadinessItem[],
  after: readonly ReadinessItem[],
  act: Act,
): Promise<void> {
  for (const { id, zone_id } of await ticksUnder(tx, newItems(before, after))) {
    await supersede(tx, 'readiness_tick', id, act.seq);
    act.touches('zone', zone_id);
  }
}

/** The first act since `seq` that confirmed one of the items which a change of the list brought in; null: none. */
export async function confirmedSince(
  db: Reads,
  seq: number,
  before: readonly ReadinessItem[],
  after: readonly ReadinessItem[],
): Promise<number | null> {
  const ticks = await ticksUnder(db, newItems(before, after));
  const since = ticks.map(({ recorded_by }) => recorded_by).filter((one) => one > seq);
  return since.length === 0 ? null : Math.min(...since);
}
