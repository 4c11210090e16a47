import type { ReadinessLine } from '#shared/contract/zones.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { listShown, listsOf, readItems, readTicks, readWithdrawn } from './readiness-repository.ts';
import { statusOf } from './take-zone-step.ts';
import { whatIsKnown } from './what-is-known.ts';
import { requireZone } from './zone-repository.ts';

/** One zone's list, line by line: who vouches for it, and beside that what the program sees by itself. */
export const showReadiness: QueryHandler<'zones.readiness'> = async (db, { zoneId }, context) => {
  await requireZone(db, zoneId);
  const { state } = await statusOf(db, zoneId);
  const number = listShown(await listsOf(db, zoneId), state);
  const ticks = (await readTicks(db)).filter((tick) => tick.zone_id === zoneId && tick.list === number);
  const withdrawn = await readWithdrawn(db, zoneId, number);
  const known = await whatIsKnown(db, zoneId, context);
  const lines = (await readItems(db)).map(({ key, zh, en }): ReadinessLine => {
    const tick = ticks.find(({ item }) => item === key);
    return {
      ...{ item: key, zh, en },
      confirmed: tick ? { at: tick.confirmed_at, by: tick.name, note: tick.note } : null,
      known: known.get(key) ?? null,
      withdrawn: withdrawn
        .filter(({ item }) => item === key)
        .map((row) => ({
          ...{ at: row.confirmed_at, by: row.name, note: row.note },
          ...{ withdrawnBy: row.withdrawn_by, reason: row.reason },
        })),
    };
  });
  return { number, lines };
};
