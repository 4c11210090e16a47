import type { BedId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import { firstRecordedBy } from '../db/facts.ts';
import type { Reads } from '../ipc/context.ts';
import type { Word } from './since-walk-rules.ts';

/** What is known now of where these people lie and have lain, and of who was given these beds from `since` on. */
export async function readWords(
  db: Reads,
  stayIds: readonly StayId[],
  bedIds: readonly BedId[],
  since: Instant,
): Promise<Word[]> {
  const selectAssignments = () =>
    db
      .selectFrom('bed_assignment')
      .select(['id', 'stay_id', 'bed_id', 'from_at', 'to_at', 'recorded_by', 'restores'])
      .where('superseded_by', 'is', null);
  const assignments = [];
  for (const some of inChunks(stayIds, 500))
    assignments.push(...(await selectAssignments().where('stay_id', 'in', some).execute()));
  for (const some of inChunks(bedIds, 500)) {
    const inBeds = selectAssignments().where('bed_id', 'in', some);
    assignments.push(...(await inBeds.where('from_at', '>=', since).execute()));
    assignments.push(...(await inBeds.where('to_at', 'is', null).execute()));
  }
  const endings = [];
  for (const some of inChunks(stayIds, 500))
    endings.push(
      ...(await db
        .selectFrom('stay_period')
        .select(['id', 'stay_id', 'from_at', 'to_at', 'recorded_by', 'restores'])
        .where('stay_id', 'in', some)
        .where('superseded_by', 'is', null)
        .where('to_at', 'is not', null)
        .execute()),
    );
  const actOf = await firstRecordedBy(db, 'bed_assignment', assignments);
  const endedBy = await firstRecordedBy(db, 'stay_period', endings);
  return [
    ...assignments.map((row) => ({ ...wordOf(row), bedId: row.bed_id, act: actOf(row) })),
    ...endings.map((row) => ({ ...wordOf(row), bedId: null, act: endedBy(row) })),
  ];
}

const wordOf = (row: { stay_id: StayId; from_at: Instant; to_at: Instant | null }) => ({
  ...{ stayId: row.stay_id, from: row.from_at, to: row.to_at },
});

/** Whoever was admitted under one of these names, and the act that first said so. */
export async function readAdmissionsOf(db: Reads, names: readonly string[]) {
  if (names.length === 0) return [];
  const selectPeriods = () =>
    db
      .selectFrom('person')
      .innerJoin('stay', 'stay.person_id', 'person.id')
      .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
      .select(['stay.id as stayId', 'person.name', 'person.sex', 'p.from_at as from', 'p.recorded_by as act'])
      .where('person.name', 'in', [...new Set(names)]);
  const known = await selectPeriods().where('p.superseded_by', 'is', null).execute();
  const replaced = await selectPeriods().where('p.superseded_by', 'is not', null).execute();
  return known.map((one) => {
    const earlier = replaced.filter(({ stayId }) => stayId === one.stayId).map(({ act }) => act);
    return { ...one, act: Math.min(one.act, ...earlier) };
  });
}

/** Acts as a screen or a refusal names them. */
export async function readActs(db: Reads, seqs: readonly number[]) {
  const rows =
    seqs.length === 0
      ? []
      : await db
          .selectFrom('act')
          .innerJoin('operator', 'operator.id', 'act.operator_id')
          .select([
            'act.seq',
            'act.id',
            'act.procedure as what',
            'act.happened_at as at',
            'operator.name as who',
          ])
          .where('act.seq', 'in', [...new Set(seqs)])
          .execute();
  return new Map(rows.map(({ seq, ...row }) => [seq, row]));
}

export type NamedAct = Awaited<ReturnType<typeof readActs>> extends Map<number, infer A> ? A : never;
