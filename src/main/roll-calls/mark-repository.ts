import type { Selectable } from 'kysely';
import type { BedId, RollCallId, StayId } from '#shared/contract/values.ts';
import type { Fault, SeenBed } from '#shared/rules/roll-call.ts';
import { firstRecordedBy } from '../db/facts.ts';
import type { RollCallsSchema } from '../db/leads/roll-calls-schema.ts';
import type { Reads } from '../ipc/context.ts';
import type { Moment } from './since-walk-rules.ts';

type MarkFact = Selectable<RollCallsSchema['roll_call_mark']>;

export type Mark = Pick<MarkFact, 'id' | 'bed_id' | 'found' | 'found_stay' | 'name' | 'sex'> & {
  seen: SeenBed;
  walked: Moment;
  who: string;
  /** The act that wrote it down, or that took the one after it back. */
  what: string;
  late: 0 | 1;
  actId: string;
};

/** The last word on every bed that was walked, by bed. An act taken back has left no word. */
export async function readMarks(db: Reads, rollCallId: RollCallId): Promise<Map<BedId, Mark>> {
  const rows = await db
    .selectFrom('roll_call_mark as m')
    .innerJoin('act', 'act.seq', 'm.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .selectAll('m')
    .select(['operator.name as who', 'act.late', 'act.id as actId', 'act.procedure as what'])
    .where('m.roll_call_id', '=', rollCallId)
    .where('m.superseded_by', 'is', null)
    .execute();
  const markedBy = await firstRecordedBy(db, 'roll_call_mark', rows);
  return new Map(
    rows.map((row) => [
      row.bed_id,
      {
        ...{ id: row.id, bed_id: row.bed_id, found: row.found, found_stay: row.found_stay },
        ...{ name: row.name, sex: row.sex, who: row.who, late: row.late },
        ...{ actId: row.actId, what: row.what },
        walked: { at: row.marked_at, act: markedBy(row) },
        seen: {
          bedId: row.bed_id,
          expected: row.expected_stay,
          found: row.found,
          foundStay: row.found_stay,
          foundStayBed: row.found_stay_bed,
          at: row.marked_at,
          order: row.id,
        },
      },
    ]),
  );
}

/** What was mended, by {@link mendKey}. */
export async function readMends(db: Reads, rollCallId: RollCallId) {
  const rows = await db
    .selectFrom('roll_call_mend as m')
    .innerJoin('act', 'act.seq', 'm.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['m.id', 'm.bed_id', 'm.subject', 'm.kind', 'm.how', 'm.recorded_by as seq'])
    .select(['operator.name as who', 'act.happened_at as at', 'act.reason', 'act.id as actId'])
    .where('m.roll_call_id', '=', rollCallId)
    .where('m.superseded_by', 'is', null)
    .execute();
  return new Map(rows.map((row) => [mendKey({ ...row, bedId: row.bed_id }), row]));
}

export type Mend = Awaited<ReturnType<typeof readMends>> extends Map<string, infer M> ? M : never;

export const mendKey = ({ kind, subject, bedId }: Pick<Fault, 'kind' | 'subject' | 'bedId'>): string =>
  `${kind} ${subject} ${bedId}`;

/** Stays as a walk names them. */
export async function readPeople(db: Reads, stayIds: readonly StayId[]) {
  const rows =
    stayIds.length === 0
      ? []
      : await db
          .selectFrom('stay')
          .innerJoin('person', 'person.id', 'stay.person_id')
          .select(['stay.id as stayId', 'stay.number', 'person.name', 'person.sex', 'person.birth_date'])
          .where('stay.id', 'in', [...stayIds])
          .execute();
  return new Map(rows.map((row) => [row.stayId, row]));
}
