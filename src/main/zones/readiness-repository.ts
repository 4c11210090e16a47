import shipped from '#resources/checklists/readiness.json' with { type: 'json' };
import type { ZoneId } from '#shared/contract/values.ts';
import { type ReadinessItem, readinessItem } from '#shared/contract/zone-settings.ts';
import type { Reads } from '../ipc/context.ts';
import { settingOf } from '../ward/settings-repository.ts';

let parsed: readonly ReadinessItem[] | null = null;

function shippedItems(): readonly ReadinessItem[] {
  parsed ??= shipped.map((item) => readinessItem.parse(item));
  return parsed;
}

/** What this hospital confirms before a zone opens. */
export async function readItems(db: Reads): Promise<readonly ReadinessItem[]> {
  return (await settingOf(db, 'zones')).readiness ?? shippedItems();
}

/** The number of the list that a zone opens by next, or was opened by last: each closing begins a new one. */
export async function listNumbers(db: Reads): Promise<Map<ZoneId, number>> {
  const zones = await db.selectFrom('zone').select('id').execute();
  const closings = await db
    .selectFrom('zone_step')
    .select(({ fn }) => ['zone_id', fn.countAll<number>().as('times')])
    .where('superseded_by', 'is', null)
    .where('step', '=', 'closed')
    .groupBy('zone_id')
    .execute();
  const times = new Map(closings.map((row) => [row.zone_id, row.times]));
  return new Map(zones.map(({ id }) => [id, 1 + (times.get(id) ?? 0)]));
}

export async function listNumberOf(db: Reads, zoneId: ZoneId): Promise<number> {
  return (await listNumbers(db)).get(zoneId) ?? 1;
}

/** What is confirmed, of every zone and list. */
export const readTicks = (db: Reads) =>
  db
    .selectFrom('readiness_tick as r')
    .innerJoin('act', 'act.seq', 'r.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['r.id', 'r.zone_id', 'r.list', 'r.item', 'r.confirmed_at', 'r.note', 'operator.name'])
    .where('r.superseded_by', 'is', null)
    .execute();

/** What was confirmed on one list and withdrawn again. */
export const readWithdrawn = (db: Reads, zoneId: ZoneId, list: number) =>
  db
    .selectFrom('readiness_tick as r')
    .innerJoin('act', 'act.seq', 'r.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .innerJoin('act as w', 'w.seq', 'r.superseded_by')
    .innerJoin('operator as wo', 'wo.id', 'w.operator_id')
    .select(['r.item', 'r.confirmed_at', 'r.note', 'operator.name', 'wo.name as withdrawn_by', 'w.reason'])
    .where('r.zone_id', '=', zoneId)
    .where('r.list', '=', list)
    .where('w.procedure', '=', 'zones.withdraw')
    .orderBy('r.id')
    .execute();
