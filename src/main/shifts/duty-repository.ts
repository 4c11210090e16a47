import { type RawBuilder, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Duty } from '#shared/contract/shift-facts.ts';
import {
  type CareUnitId,
  type DutyId,
  dutyId,
  type OperatorId,
  type ZoneId,
} from '#shared/contract/values.ts';
import { addMinutes, type Instant, instantFromMillis, millisOf } from '#shared/rules/instant.ts';
import { known } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import { supersedeAll } from '../db/facts.ts';
import type { Reads, Tx } from '../ipc/context.ts';

/** No shift is longer, whatever the clocks do. */
const LONGEST_MINUTES = 24 * 60;

/** A duty with the fact that says so. */
export type DutyFact = Duty & { id: number };

/**
 * The ids of the duties with a moment in [from, to) (null: from then on), as known after the act `knownBy` (null: as
 * known now). What was dropped since is few; what was planned by then is asked for by time, as it is now.
 */
function dutiesIn(from: Instant, to: Instant | null, knownBy: number | null): RawBuilder<number> {
  const when = sql`from_at > ${addMinutes(from, -LONGEST_MINUTES)} and to_at > ${from}
    ${to === null ? sql`` : sql`and from_at < ${to}`}`;
  if (knownBy === null) return sql<number>`(select id from duty where superseded_by is null and ${when})`;
  return sql<number>`(
    select id from duty where superseded_by is null and +recorded_by <= ${knownBy} and ${when}
    union all
    select id from duty where superseded_by > ${knownBy} and +recorded_by <= ${knownBy} and ${when})`;
}

/** Every duty with a moment in [from, to) (null: from then on), by beginning, zone, group and name. */
export async function readDuties(
  db: Reads,
  from: Instant,
  to: Instant | null,
  knownBy: number | null = null,
): Promise<DutyFact[]> {
  const rows = await db
    .selectFrom('duty as d')
    .innerJoin('operator as o', 'o.id', 'd.operator_id')
    .innerJoin('team_member as m', (join) =>
      join
        .onRef('m.operator_id', '=', 'd.operator_id')
        .on(known('m', knownBy))
        .onRef('m.from_at', '<=', 'd.from_at')
        .on((eb) => eb.or([eb('m.to_at', 'is', null), eb('m.to_at', '>', eb.ref('d.from_at'))])),
    )
    .innerJoin('relief_team as t', (join) =>
      join.onRef('t.team_id', '=', 'm.team_id').on(known('t', knownBy)),
    )
    .leftJoin('zone as z', 'z.id', 'd.zone_id')
    .select(['d.id', 'd.duty_id', 'd.operator_id', 'o.name', 'm.team_id', 't.name as team', 'm.team_group'])
    .select(['d.from_at', 'd.to_at', 'd.zone_id'])
    .where('d.id', 'in', dutiesIn(from, to, knownBy))
    .orderBy('d.from_at')
    .orderBy('z.code')
    .orderBy('m.team_group')
    .orderBy('o.name')
    .execute();
  const units = await readUnits(db, dutiesIn(from, to, knownBy));
  return rows.map((row) => ({
    id: row.id,
    dutyId: row.duty_id,
    operatorId: row.operator_id,
    name: row.name,
    teamId: row.team_id,
    team: row.team,
    group: row.team_group,
    from: row.from_at,
    to: row.to_at,
    zoneId: row.zone_id,
    careUnitIds: units.get(row.duty_id) ?? [],
  }));
}

async function readUnits(db: Reads, duties: RawBuilder<number>): Promise<Map<DutyId, CareUnitId[]>> {
  const rows = await db
    .selectFrom('duty as d')
    .innerJoin('duty_unit as u', 'u.duty_id', 'd.duty_id')
    .innerJoin('care_unit as c', 'c.id', 'u.care_unit_id')
    .select(['u.duty_id', 'u.care_unit_id'])
    .where('d.id', 'in', duties)
    .orderBy('c.code')
    .execute();
  const units = new Map<DutyId, CareUnitId[]>();
  for (const { duty_id, care_unit_id } of rows) {
    const own = units.get(duty_id);
    if (own) own.push(care_unit_id);
    else units.set(duty_id, [care_unit_id]);
  }
  return units;
}

export const findDuties = (db: Reads, dutyIds: readonly DutyId[]) =>
  db
    .selectFrom('duty')
    .select(['id', 'operator_id', 'zone_id'])
    .where('duty_id', 'in', dutyIds)
    .where('superseded_by', 'is', null)
    .execute();

/** Who is on at a moment, as known after the act `knownBy` (null: as known now). */
export const readOnAt = (db: Reads, at: Instant, knownBy: number | null = null): Promise<DutyFact[]> =>
  readDuties(db, at, instantFromMillis(millisOf(at) + 1), knownBy);

/** Whether a shift was ever planned here. */
export async function areShiftsKept(db: Reads, knownBy: number | null = null): Promise<boolean> {
  const any = await db
    .selectFrom('duty as d')
    .select('d.id')
    .where(known('d', knownBy))
    .limit(1)
    .executeTakeFirst();
  return any !== undefined;
}

export interface NewDuty {
  operatorId: OperatorId;
  from: Instant;
  to: Instant;
  zoneId: ZoneId | null;
  careUnitIds: readonly CareUnitId[];
}

/** Puts people on duty; gives the ids in the same order. */
export async function insertDuties(tx: Tx, duties: readonly NewDuty[], seq: number): Promise<DutyId[]> {
  const made = duties.map((one) => ({ ...one, id: dutyId.parse(uuid()) }));
  for (const some of inChunks(made, 1000)) {
    await tx
      .insertInto('duty')
      .values(
        some.map(({ id, operatorId, from, to, zoneId }) => ({
          duty_id: id,
          operator_id: operatorId,
          from_at: from,
          to_at: to,
          zone_id: zoneId,
          recorded_by: seq,
        })),
      )
      .execute();
  }
  const units = made.flatMap(({ id, careUnitIds }) =>
    [...new Set(careUnitIds)].map((careUnitId) => ({ duty_id: id, care_unit_id: careUnitId })),
  );
  for (const some of inChunks(units, 1000)) await tx.insertInto('duty_unit').values(some).execute();
  return made.map(({ id }) => id);
}

/** Ends duties at a moment: what lies after it is dropped, one that goes on then is cut short. */
export async function endDuties(
  tx: Tx,
  duties: readonly DutyFact[],
  at: Instant,
  seq: number,
): Promise<void> {
  const ids = duties.map(({ id }) => id);
  await supersedeAll(tx, 'duty', ids, seq);
  for (const { dutyId: id, operatorId, from, zoneId } of duties.filter((one) => one.from < at)) {
    await tx
      .insertInto('duty')
      .values({
        duty_id: id,
        operator_id: operatorId,
        from_at: from,
        to_at: at,
        zone_id: zoneId,
        recorded_by: seq,
      })
      .execute();
  }
}
