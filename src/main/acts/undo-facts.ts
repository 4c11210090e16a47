import type { Selectable } from 'kysely';
import type { ChangedField } from '#shared/contract/changed-field.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import { changedFieldWord } from '#shared/messages/changed-field-words.ts';
import { supersede } from '../db/facts.ts';
import { factTablesTouchedBy } from '../db/facts-touched.ts';
import { FACT_TABLES, type FactTable, type Schema } from '../db/schema.ts';
import type { Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import {
  findPersonByDocument,
  type Personal,
  personalOf,
  personColumns,
} from '../stays/person-repository.ts';
import type { Act } from './record-act.ts';

/** What fact rows have in common, and the columns that undo asks about where a table has them. */
export type Fact = Pick<
  Selectable<Schema['bed_assignment']>,
  'id' | 'recorded_by' | 'superseded_by' | 'from_at' | 'to_at'
> & { stay_id?: StayId | undefined; bed_id?: BedId | undefined };

export type Facts = Record<FactTable, Fact[]>;

/** All facts that an act recorded, or all that it superseded. */
export async function factsOf(
  tx: Tx,
  column: 'recorded_by' | 'superseded_by',
  seq: number,
): Promise<Record<FactTable, Fact[]>> {
  const facts = {} as Record<FactTable, Fact[]>;
  for (const table of FACT_TABLES) facts[table] = [];
  for (const table of await factTablesTouchedBy(tx, { first: seq, last: seq })) {
    // The tables share these columns; one of them stands for all in the types.
    const rows = await tx
      .selectFrom(table as 'bed_assignment')
      .selectAll()
      .where(column, '=', seq)
      .orderBy('id')
      .execute();
    facts[table] =
      column === 'recorded_by' ? await Promise.all(rows.map((row) => asItStands(tx, table, row))) : rows;
  }
  return facts;
}

/**
 * A fact that a later act superseded stands again where that act was undone: as the row that the undo wrote
 * in its place.
 */
async function asItStands(tx: Tx, table: FactTable, fact: Fact): Promise<Fact> {
  if (fact.superseded_by === null) return fact;
  const again = await tx
    .selectFrom(table as 'bed_assignment')
    .innerJoin('act_undo', 'act_undo.act_seq', `${table as 'bed_assignment'}.recorded_by`)
    .selectAll(table as 'bed_assignment')
    .where('restores', '=', fact.id)
    .where('act_undo.undoes', '=', fact.superseded_by)
    .executeTakeFirst();
  return again ? asItStands(tx, table, again) : fact;
}

export const takeBack = (tx: Tx, table: FactTable, fact: Fact, seq: number): Promise<void> =>
  supersede(tx, table, fact.id, seq);

/** Writes a superseded fact again, as recorded by the undo. */
export async function restore(tx: Tx, table: FactTable, fact: Fact, seq: number): Promise<void> {
  const { id: _id, ...columns } = fact;
  await tx
    .insertInto(table as 'bed_assignment')
    .values({
      ...(columns as never as Omit<Selectable<Schema['bed_assignment']>, 'id'>),
      recorded_by: seq,
      superseded_by: null,
      restores: fact.id,
    })
    .execute();
}

/** Gives the fields that an act changed their earlier values, unless somebody has changed them since. */
export async function revertChanges(tx: Tx, seq: number, act: Act): Promise<void> {
  const changes = await tx.selectFrom('act_change').selectAll().where('act_seq', '=', seq).execute();
  for (const change of changes) {
    const later = await tx
      .selectFrom('act_change')
      .innerJoin('act', 'act.seq', 'act_change.act_seq')
      .innerJoin('operator', 'operator.id', 'act.operator_id')
      .select(['operator.name', 'act.procedure', 'act_change.after'])
      .where('act_change.kind', '=', change.kind)
      .where('act_change.subject_id', '=', change.subject_id)
      .where('act_change.field', '=', change.field)
      .where('act_change.act_seq', '>', seq)
      .orderBy('act_change.act_seq', 'desc')
      .executeTakeFirst();
    if (later && later.after !== change.after) {
      throw new Refusal('undo-later-act', {
        who: later.name,
        what: later.procedure,
        ...inWords(change.field),
      });
    }
    await writeField(tx, change.kind, change.subject_id, change.field, change.before);
    // What stands there was noted by an act, by this same door.
    const field = change.field as ChangedField;
    act.changes(change.kind, change.subject_id, field, change.after, change.before);
  }
}

const inWords = (field: string) => ({
  'subject.zh': changedFieldWord(field, 'zh-CN'),
  'subject.en': changedFieldWord(field, 'en'),
});

const STAY_COLUMN: Record<string, string> = {
  family_id: 'family_id',
  person_id: 'person_id',
  address: 'address',
  district: 'district',
  street: 'street',
  firstPositiveDate: 'first_positive_date',
  conditions: 'conditions',
  vaccineDoses: 'vaccine_doses',
  mobility: 'mobility',
  needs: 'needs',
  companions: 'companions',
  emergencyContact: 'emergency_contact',
  emergencyPhone: 'emergency_phone',
  remarks: 'remarks',
};

/** Fields of facts (classification, way, closed, move) are not written here: their fact tables were restored. */
async function writeField(
  tx: Tx,
  kind: string,
  id: string,
  field: string,
  value: string | null,
): Promise<void> {
  if (kind === 'stay' && STAY_COLUMN[field]) {
    const typed = field === 'vaccineDoses' && value !== null ? Number(value) : value;
    await tx
      .updateTable('stay')
      .set({ [STAY_COLUMN[field]]: typed })
      .where('id', '=', id as StayId)
      .execute();
  }
  if (kind === 'person') await writePersonField(tx, id, field, value);
  if (kind === 'hospital' && value !== null) {
    await tx.updateTable('setting').set({ value }).where('key', '=', field).execute();
  }
}

/** Search columns follow from the others, so the person is written as a whole. */
async function writePersonField(tx: Tx, id: string, field: string, value: string | null): Promise<void> {
  const person = await tx
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id as never)
    .executeTakeFirstOrThrow();
  const details: Personal = {
    ...personalOf(person),
    [field]: field === 'provisional' ? value === 'true' : value,
  };
  const owner =
    details.documentNumber === null
      ? undefined
      : await findPersonByDocument(tx, details.documentType, details.documentNumber);
  if (owner && owner.id !== person.id) {
    throw new Refusal('documents-of-two-people', { name: owner.name, number: '—' });
  }
  await tx.updateTable('person').set(personColumns(details)).where('id', '=', person.id).execute();
}
