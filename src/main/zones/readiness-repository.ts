import shipped from '#resources/checklists/readiness.json' with { type: 'json' };
import type { ZoneId } from '#shared/contract/values.ts';
import type { ZoneState } from '#shared/contract/vocabulary.ts';
import { type ReadinessItem, readinessItem, type ZoneSettings } from '#shared/contract/zone-settings.ts';
import type { Reads } from '../ipc/context.ts';
import { settingOf } from '../ward/settings-repository.ts';
import { isBeforeOpening } from './zone-life-rules.ts';

let parsed: readonly ReadinessItem[] | null = null;

function shippedItems(): readonly ReadinessItem[] {
  parsed ??= shipped.map((item) => readinessItem.parse(item));
  return parsed;
}

export const itemsOf = ({ readiness }: ZoneSettings): readonly ReadinessItem[] => readiness ?? shippedItems();

/** What this hospital confirms before a zone opens. */
export async function readItems(db: Reads): Promise<readonly ReadinessItem[]> {
  return itemsOf(await settingOf(db, 'zones'));
}

interface Lists {
  /** The number of the list that the zone opens by next. */
  next: number;
  /** The lists that it was opened by, oldest first: what was confirmed on those stays as it was signed for. */
  opened: number[];
}

const NO_LISTS: Lists = { next: 1, opened: [] };

/** Each opening by a list and each closing begins a new one. */
export async function readLists(db: Reads): Promise<Map<ZoneId, Lists>> {
  const zones = await db.selectFrom('zone').select('id').execute();
  const closings = await db
    .selectFrom('zone_step')
    .select(({ fn }) => ['zone_id', fn.countAll<number>().as('times')])
    .where('superseded_by', 'is', null)
    .where('step', '=', 'closed')
    .groupBy('zone_id')
    .execute();
  const times = new Map(closings.map((row) => [row.zone_id, row.times]));
  const openings = Map.groupBy(await readOpenings(db), ({ zone_id }) => zone_id);
  return new Map(
    zones.map(({ id }): [ZoneId, Lists] => {
      const opened = (openings.get(id) ?? []).map(({ list }) => list).sort((a, b) => a - b);
      return [id, { next: 1 + Math.max(times.get(id) ?? 0, opened.at(-1) ?? 0), opened }];
    }),
  );
}

export async function listsOf(db: Reads, zoneId: ZoneId): Promise<Lists> {
  return (await readLists(db)).get(zoneId) ?? NO_LISTS;
}

/** The list to be worked on before the zone opens; while it is open, the one that it was opened by. */
export const listShown = ({ next, opened }: Lists = NO_LISTS, state: ZoneState): number =>
  isBeforeOpening(state) ? next : (opened.at(-1) ?? next);

interface Opening {
  zone_id: ZoneId;
  list: number;
  recorded_by: number;
}

/** Every opening by a list that stands, whatever has become of the zone since, were it only a moment later. */
export async function readOpenings(db: Reads): Promise<Opening[]> {
  const rows = await db
    .selectFrom('zone_step as s')
    .innerJoin('act', 'act.seq', 's.recorded_by')
    .select(['s.zone_id', 's.list', 's.recorded_by'])
    .where('act.procedure', '=', 'zones.open')
    .where('s.list', 'is not', null)
    .$narrowType<{ list: number }>()
    .execute();
  const standing = await actsThatStand(
    db,
    rows.map(({ recorded_by }) => recorded_by),
  );
  return rows.filter(({ recorded_by }) => standing.has(recorded_by));
}

/** Those that were not undone, or whose undo was undone itself. */
async function actsThatStand(db: Reads, seqs: readonly number[]): Promise<Set<number>> {
  if (seqs.length === 0) return new Set();
  const undos = await db
    .selectFrom('act_undo')
    .select(['act_seq', 'undoes'])
    .where('undoes', 'in', seqs)
    .execute();
  const standing = await actsThatStand(
    db,
    undos.map(({ act_seq }) => act_seq),
  );
  const undone = new Set(undos.flatMap(({ act_seq, undoes }) => (standing.has(act_seq) ? [undoes] : [])));
  return new Set(seqs.filter((seq) => !undone.has(seq)));
}

/** What is confirmed, of every zone and list. */
export const readTicks = (db: Reads) =>
  db
    .selectFrom('readiness_tick as r')
    .innerJoin('act', 'act.seq', 'r.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['r.id', 'r.zone_id', 'r.list', 'r.item', 'r.confirmed_at', 'r.note', 'operator.name'])
    .select('r.recorded_by')
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
