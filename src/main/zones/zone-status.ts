import type { ZoneId } from '#shared/contract/values.ts';
import type { ZoneState } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { holds } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';

export interface ZoneStatus {
  state: ZoneState;
  /** Null where the zone has been open from the beginning. */
  since: Instant | null;
  by: string;
  note: string;
  /** When the contact time of the final disinfection is over. */
  readyAt: Instant | null;
}

const FROM_THE_BEGINNING: ZoneStatus = { state: 'open', since: null, by: '', note: '', readyAt: null };

/**
 * What each zone's life was at a past instant, as it is known today, or (null) is now. A zone that nobody has
 * taken a step with is open from the beginning; one that was closed by hand as not open yet is not open.
 */
export async function zoneStatuses(db: Reads, at: Instant | null): Promise<Map<ZoneId, ZoneStatus>> {
  const zones = await db.selectFrom('zone').select('id').execute();
  const steps = await db
    .selectFrom('zone_step as s')
    .innerJoin('act', 'act.seq', 's.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['s.zone_id', 's.step', 's.from_at', 's.note', 's.ready_at', 'operator.name'])
    .where(holds('s', at))
    .execute();
  const closures = await db
    .selectFrom('closure as c')
    .innerJoin('act', 'act.seq', 'c.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['c.zone_id', 'c.from_at', 'c.note', 'operator.name'])
    .where(holds('c', at))
    .where('c.zone_id', 'is not', null)
    .where('c.reason', '=', 'not-open')
    .execute();
  const statuses = new Map<ZoneId, ZoneStatus>(zones.map(({ id }) => [id, FROM_THE_BEGINNING]));
  for (const { zone_id, step, from_at, note, ready_at, name } of steps)
    statuses.set(zone_id, { state: step, since: from_at, by: name, note, readyAt: ready_at });
  for (const { zone_id, from_at, note, name } of closures) {
    if (zone_id !== null && statuses.get(zone_id)?.state === 'open')
      statuses.set(zone_id, { state: 'not-open', since: from_at, by: name, note, readyAt: null });
  }
  return statuses;
}
