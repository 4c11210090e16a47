import type { StayRow } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import { type LocalDate, localDateOf } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Context, Reads } from '../ipc/context.ts';
import { type StaySelection, selectStays, stayRowOf } from '../stays/stay-view.ts';
import type { Identity } from './certificate-rules.ts';

/** Whom a paper is about, as the record knows them now. */
export interface Subject extends StayRow {
  /** Code of the care unit, '' without a bed. */
  unit: string;
}

/** Stays that were taken back are not among them. */
export async function readSubjects(
  db: Reads,
  stayIds: readonly StayId[],
  { now, zone }: Pick<Context, 'now' | 'zone'>,
): Promise<Map<StayId, Subject>> {
  const rows: StaySelection[] = [];
  for (const some of inChunks(stayIds, 1000))
    rows.push(...(await selectStays(db).where('stay.id', 'in', some).execute()));
  const units = await readUnits(db);
  return new Map(
    rows.map((row) => [
      row.id,
      { ...stayRowOf(row, now, zone), unit: (row.bed_id && units.get(row.bed_id)) || '' },
    ]),
  );
}

async function readUnits(db: Reads): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('bed')
    .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .select(['bed.id', 'care_unit.code'])
    .execute();
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** What a certificate would say about this person now. */
export const identityOf = (subject: Subject, zone: Context['zone']): Identity => ({
  name: subject.name,
  sex: subject.sex,
  documentType: subject.documentType,
  documentNumber: subject.documentNumber,
  from: localDateOf(subject.arrivedAt, zone),
});

export const leftOn = (subject: Subject, zone: Context['zone']): LocalDate | null =>
  subject.leftAt === null ? null : localDateOf(subject.leftAt, zone);
