import type { Selectable } from 'kysely';
import { LEADS_KEPT_APART } from '../db/leads-schema.ts';
import { type FactTable, HELD_ONCE, type Schema } from '../db/schema.ts';
import type { Tx } from '../ipc/context.ts';
import type { Fact } from './undo-facts.ts';
import { tubeObstacle } from './undo-samples.ts';
import { dutyObstacle } from './undo-shifts.ts';
import { peopleAgainstStep, zoneShutOver } from './undo-zones.ts';

/** A fact that holds now and could not hold beside the one that is to be written again. */
export interface Obstacle {
  /** The act that recorded it. */
  recordedBy: number;
  /** Set where the bed cannot be had: somebody else is in it, or its zone has been emptied for good. */
  bedTaken: boolean;
}

/** What stands in the way of writing a superseded fact again; null where nothing does. */
export async function obstacleTo(tx: Tx, table: FactTable, fact: Fact): Promise<Obstacle | null> {
  switch (table) {
    case 'bed_assignment': {
      const inBed = await overlapping(tx, 'bed_assignment', 'bed_id', fact);
      if (inBed !== null) return { recordedBy: inBed, bedTaken: true };
      const shut = await zoneShutOver(tx, fact);
      if (shut !== null) return { recordedBy: shut, bedTaken: true };
      const others =
        (await overlapping(tx, 'bed_assignment', 'stay_id', fact)) ??
        (await overlapping(tx, 'disinfection', 'bed_id', fact)) ??
        (await stayElsewhen(tx, fact));
      return others === null ? null : { recordedBy: others, bedTaken: false };
    }
    case 'disinfection':
    case 'reservation': {
      const found =
        (await overlapping(tx, 'bed_assignment', 'bed_id', fact)) ??
        (await overlapping(tx, table, 'bed_id', fact)) ??
        (await stayElsewhen(tx, fact));
      return found === null || fact.to_at !== null ? null : { recordedBy: found, bedTaken: false };
    }
    case 'closure': {
      const found = fact.to_at === null ? await openClosureLike(tx, fact) : null;
      return found === null ? null : { recordedBy: found, bedTaken: false };
    }
    case 'zone_step': {
      const since = await peopleAgainstStep(tx, fact);
      if (since !== null) return { recordedBy: since, bedTaken: false };
      return heldAlready(tx, table, fact);
    }
    default:
      return isHeldOnce(table) ? heldAlready(tx, table, fact) : null;
  }
}

/** The tables share these columns; one of them stands for all in the types. */
async function overlapping(tx: Tx, table: FactTable, column: string, fact: Fact): Promise<number | null> {
  const value = fact[column as keyof Fact];
  if (!value) return null;
  const row = await tx
    .selectFrom(table as 'bed_assignment')
    .select('recorded_by')
    .where(column as 'bed_id', '=', value as never)
    .where('superseded_by', 'is', null)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', fact.from_at)]))
    .$if(fact.to_at !== null, (q) => q.where('from_at', '<', fact.to_at as typeof fact.from_at))
    .executeTakeFirst();
  return row?.recorded_by ?? null;
}

/** The act by which the stay is over by then, or was taken back: null while the fact lies within it. */
async function stayElsewhen(tx: Tx, fact: Fact): Promise<number | null> {
  if (!fact.stay_id) return null;
  const period = await tx
    .selectFrom('stay_period')
    .select(['from_at', 'to_at', 'recorded_by', 'superseded_by'])
    .where('stay_id', '=', fact.stay_id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  if (period.superseded_by !== null) return period.superseded_by;
  const within =
    period.from_at <= fact.from_at &&
    (period.to_at === null || (fact.to_at !== null && fact.to_at <= period.to_at));
  return within ? null : period.recorded_by;
}

async function openClosureLike(tx: Tx, fact: Fact): Promise<number | null> {
  const row = await tx
    .selectFrom('closure as mine')
    .innerJoin('closure as other', (join) =>
      join.on((eb) =>
        eb.or([
          eb('other.bed_id', '=', eb.ref('mine.bed_id')),
          eb('other.care_unit_id', '=', eb.ref('mine.care_unit_id')),
          eb('other.zone_id', '=', eb.ref('mine.zone_id')),
        ]),
      ),
    )
    .select('other.recorded_by')
    .where('mine.id', '=', fact.id)
    .where('other.superseded_by', 'is', null)
    .where('other.to_at', 'is', null)
    .executeTakeFirst();
  return row?.recorded_by ?? null;
}

type TableHeldOnce = keyof typeof HELD_ONCE;

const isHeldOnce = (table: FactTable): table is TableHeldOnce => Object.hasOwn(HELD_ONCE, table);

/** Only one of these may be open; ended ones stand in nobody's way. */
const OPEN_ONCE: ReadonlySet<FactTable> = new Set(['patient_mark', 'protocol_choice', 'zone_step']);

/** Another fact that holds in the place of this one. */
async function heldAlready(tx: Tx, table: TableHeldOnce, fact: Fact): Promise<Obstacle | null> {
  const columns: readonly string[] = HELD_ONCE[table];
  const openOnly = OPEN_ONCE.has(table);
  if (openOnly && fact.to_at !== null) return null;
  const row = await tx
    .selectFrom(table as 'bed_assignment')
    .select('recorded_by')
    .where('superseded_by', 'is', null)
    .$if(openOnly, (q) => q.where('to_at', 'is', null))
    .where((eb) =>
      eb.and(columns.map((column) => eb(column as 'stay_id', '=', fact[column as keyof Fact] as never))),
    )
    .executeTakeFirst();
  const apart = LEADS_KEPT_APART[table as keyof typeof LEADS_KEPT_APART];
  const found =
    row?.recorded_by ??
    (apart ? await overlapping(tx, table, apart, fact) : null) ??
    (await tubeObstacle(tx, table, fact)) ??
    (await dutyObstacle(tx, table, fact));
  if (found !== null) return { recordedBy: found, bedTaken: false };
  return table === 'referral' ? anotherReferral(tx, fact) : null;
}

/** A stay has one referral under way: a second one that was asked for since stands in the way of the first. */
async function anotherReferral(tx: Tx, fact: Fact): Promise<Obstacle | null> {
  const again = fact as Fact & Pick<Selectable<Schema['referral']>, 'arrived_at' | 'cancelled_at'>;
  if (!fact.stay_id || again.arrived_at !== null || again.cancelled_at !== null) return null;
  const row = await tx
    .selectFrom('referral')
    .select('recorded_by')
    .where('stay_id', '=', fact.stay_id)
    .where('superseded_by', 'is', null)
    .where('arrived_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { recordedBy: row.recorded_by, bedTaken: false };
}
