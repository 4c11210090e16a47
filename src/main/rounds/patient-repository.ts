import { sql } from 'kysely';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { KeyReason } from '#shared/contract/rounds.ts';
import type { BedId, CareUnitId, StayId } from '#shared/contract/values.ts';
import type { Need, Sex } from '#shared/contract/vocabulary.ts';
import type { Watched } from '#shared/rules/assess.ts';
import { type Instant, type LocalDate, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { keyGroupsOf } from '#shared/rules/key-groups.ts';
import { isPregnant, keyReasonsOf } from '#shared/rules/key-patient.ts';
import { ageAt } from '#shared/rules/severity.ts';
import { holds } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import { type Marked, readMarks } from './mark-repository.ts';

/** Whom a round meets: who, where, and what their observations are judged by. */
export interface RoundPatient extends Watched {
  readonly stayId: StayId;
  readonly name: string;
  readonly number: number;
  readonly sex: Sex;
  readonly birthDate: LocalDate | null;
  readonly arrivedAt: Instant;
  readonly leftAt: Instant | null;
  readonly bedId: BedId | null;
  /** The bed, or for those who left the last one; '' for who waits. */
  readonly bed: string;
  readonly careUnitId: CareUnitId | null;
  readonly careUnit: string;
  readonly zone: string;
  readonly marks: readonly Marked[];
  readonly keyReasons: readonly KeyReason[];
}

/** A care unit's patients, everybody present, or some stays (also over). */
export type WhichPatients = 'present' | { careUnitId: CareUnitId } | readonly StayId[];

/** In walking order: zone, care unit, bed; those without a bed at the end, by arrival. */
export async function readPatients(
  db: Reads,
  which: WhichPatients,
  protocol: Protocol,
  at: Instant,
  zone: TimeZone,
): Promise<RoundPatient[]> {
  const rows = await selectPatients(db, which);
  const ids = rows.map(({ stayId }) => stayId);
  const marks = await readMarks(db, ids);
  return rows.map(({ conditions, needs: written, ...row }) => {
    const own = marks.get(row.stayId) ?? [];
    const words = own.map(({ mark }) => mark);
    const needs = written === '' ? [] : (written.split(',') as Need[]);
    const age = ageAt(row.birthDate, localDateOf(row.leftAt ?? at, zone));
    const groups = keyGroupsOf({ conditions, needs }, age.years);
    return {
      ...row,
      bed: row.bed ?? '',
      careUnit: row.careUnit ?? '',
      zone: row.zone ?? '',
      age,
      marks: own,
      pregnant: isPregnant(words, needs),
      scale2: words.includes('spo2-scale-2'),
      keyReasons: keyReasonsOf(groups, words, age.years, protocol),
    };
  });
}

async function selectPatients(db: Reads, which: WhichPatients) {
  const all = db
    .selectFrom('stay_period as p')
    .innerJoin('stay', 'stay.id', 'p.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(lastBed))
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .leftJoin('care_unit as u', 'u.id', 'bed.care_unit_id')
    .leftJoin('zone as z', 'z.id', 'u.zone_id')
    .select([
      'stay.id as stayId',
      'stay.number',
      'stay.conditions',
      'stay.needs',
      'person.name',
      'person.sex',
      'person.birth_date as birthDate',
      'p.from_at as arrivedAt',
      'p.to_at as leftAt',
      'a.bed_id as bedId',
      'bed.code as bed',
      'u.id as careUnitId',
      'u.code as careUnit',
      'z.code as zone',
    ])
    .where('p.superseded_by', 'is', null)
    .orderBy(sql`z.code is null`)
    .orderBy('z.code')
    .orderBy('u.code')
    .orderBy('bed.code')
    .orderBy('p.from_at')
    .orderBy('stay.number');
  // Asked apart, so that those present are read by the index of open stays: with this order, SQLite reads all of them.
  const going = all.where('p.id', 'in', (open) =>
    open.selectFrom('stay_period as o').select('o.id').where(holds('o', null)),
  );
  if (which === 'present') return going.execute();
  if ('careUnitId' in which) return going.where('u.id', '=', which.careUnitId).execute();
  const rows: Awaited<ReturnType<typeof all.execute>> = [];
  for (const ids of inChunks(which, 500)) rows.push(...(await all.where('stay.id', 'in', ids).execute()));
  return rows;
}

/** The bed somebody is in, or for those who left the one that they left from. */
const lastBed = sql<boolean>`a.superseded_by is null and (
  a.to_at is null or (p.to_at is not null and a.to_at = p.to_at))`;
