import type { Selectable } from 'kysely';
import type { BedId, PersonId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { holds } from '../db/as-of.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';

type StayPeriod = Selectable<Schema['stay_period']>;
export type BedAssignment = Selectable<Schema['bed_assignment']>;

/** A stay with the facts that acts need: who, since when, in which bed now. */
export interface StayNow {
  stayId: StayId;
  personId: PersonId;
  number: number;
  version: number;
  name: string;
  period: StayPeriod;
  assignment: (BedAssignment & { code: string }) | null;
  /** End of the last bed that this stay has left; the next one cannot begin before. */
  lastBedUntil: Instant | null;
}

/**
 * The stay as it is now. Refuses one that does not exist or was taken back, and one that has changed since
 * the screen saw it, naming who changed it.
 */
export async function requireStay(db: Reads, stayId: StayId, expectedVersion?: number): Promise<StayNow> {
  const stay = await db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['stay.id', 'stay.person_id', 'stay.number', 'stay.version', 'person.name'])
    .where('stay.id', '=', stayId)
    .executeTakeFirst();
  refuseUnless(stay !== undefined, 'no-such-stay');
  if (expectedVersion !== undefined && stay.version !== expectedVersion) await refuseStale(db, stay);
  const period = await db
    .selectFrom('stay_period')
    .selectAll()
    .where('stay_id', '=', stayId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  refuseUnless(period !== undefined, 'no-such-stay');
  const assignments = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .selectAll('a')
    .select('bed.code')
    .where('a.stay_id', '=', stayId)
    .where('a.superseded_by', 'is', null)
    .orderBy('a.from_at', 'desc')
    .limit(2)
    .execute();
  const current = assignments.find((assignment) => assignment.to_at === null) ?? null;
  const ended = assignments.find((assignment) => assignment.to_at !== null);
  return {
    stayId,
    personId: stay.person_id,
    number: stay.number,
    version: stay.version,
    name: stay.name,
    period,
    assignment: current,
    lastBedUntil: ended?.to_at ?? null,
  };
}

async function refuseStale(db: Reads, stay: { id: StayId; name: string }): Promise<never> {
  const last = await db
    .selectFrom('act_subject')
    .innerJoin('act', 'act.seq', 'act_subject.act_seq')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['operator.name', 'act.procedure'])
    .where('act_subject.kind', '=', 'stay')
    .where('act_subject.subject_id', '=', stay.id)
    .orderBy('act_subject.act_seq', 'desc')
    .executeTakeFirst();
  throw new Refusal('stale', {
    name: stay.name,
    who: last?.name ?? '?',
    what: last?.procedure ?? '?',
    stayId: stay.id,
  });
}

/** The stay of this person that is going on, if there is one, and the bed it has. */
export const findOpenStayOf = (db: Reads, personId: PersonId) =>
  db
    .selectFrom('stay')
    .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(holds('a', null)))
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .select(['stay.id', 'stay.number', 'p.from_at', 'bed.code'])
    .where('stay.person_id', '=', personId)
    .where(holds('p', null))
    .executeTakeFirst();

/** Every stay of a person that was not taken back, latest first. */
export const findStaysOf = (db: Reads, personId: PersonId) =>
  db
    .selectFrom('stay')
    .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
    .select(['stay.id', 'stay.number', 'p.from_at', 'p.to_at'])
    .where('stay.person_id', '=', personId)
    .where('p.superseded_by', 'is', null)
    .orderBy('p.from_at', 'desc')
    .execute();

export async function nextStayNumber(tx: Tx): Promise<number> {
  const { last } = await tx
    .selectFrom('stay')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Puts a stay into a bed over [from, to). The database refuses what overlaps. */
export const insertAssignment = (
  tx: Tx,
  row: { stayId: StayId; bedId: BedId; from: Instant; to: Instant | null; seq: number },
) =>
  tx
    .insertInto('bed_assignment')
    .values({
      stay_id: row.stayId,
      bed_id: row.bedId,
      from_at: row.from,
      to_at: row.to,
      recorded_by: row.seq,
    })
    .execute();
