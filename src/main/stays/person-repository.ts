import type { Selectable } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import { type PersonId, personId } from '#shared/contract/values.ts';
import type { DocumentType } from '#shared/contract/vocabulary.ts';
import { documentTailOf } from '#shared/rules/id-card.ts';
import type { Act } from '../acts/record-act.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { nameIndexOf } from './name-index.ts';

type PersonColumns = Omit<Schema['person'], 'id'>;

const PERSONAL_FIELDS = [
  'name',
  'sex',
  'birthDate',
  'documentType',
  'documentNumber',
  'phone',
  'provisional',
] as const;

/** The part of the details that belongs to the person for good; the rest belongs to the stay. */
export type Personal = Pick<AdmissionDetails, (typeof PERSONAL_FIELDS)[number]>;

export const isPersonal = (field: string): boolean => PERSONAL_FIELDS.some((one) => one === field);

export const personalOf = (row: Selectable<Schema['person']>): Personal => ({
  name: row.name,
  sex: row.sex,
  birthDate: row.birth_date,
  documentType: row.document_type,
  documentNumber: row.document_number,
  phone: row.phone,
  provisional: row.provisional === 1,
});

/** Writes a person anew; every field that changes keeps what stood there before. */
export async function savePerson(
  tx: Tx,
  id: PersonId,
  before: Personal,
  after: Personal,
  act: Pick<Act, 'changes'>,
): Promise<void> {
  const words = (value: Personal[keyof Personal]) => (value === null ? null : String(value));
  for (const field of PERSONAL_FIELDS)
    act.changes('person', id, field, words(before[field]), words(after[field]));
  await tx.updateTable('person').set(personColumns(after)).where('id', '=', id).execute();
}

/** The columns that follow from what was written down: search columns are derived here and nowhere else. */
export function personColumns(details: Personal): PersonColumns {
  const index = nameIndexOf(details.name);
  return {
    name: details.name,
    name_pinyin: index.pinyin,
    name_initials: index.initials,
    sex: details.sex,
    birth_date: details.birthDate,
    document_type: details.documentType,
    document_number: details.documentNumber,
    document_tail: details.documentNumber === null ? null : documentTailOf(details.documentNumber),
    phone: details.phone,
    phone_digits: details.phone.replace(/\D/g, ''),
    provisional: details.provisional ? 1 : 0,
  };
}

/** A child's page of the household register carries the number of the ID card that the child will have. */
const SAME_NUMBER: readonly DocumentType[] = ['resident-id', 'household-register'];

/** Whoever is on record with this document. */
export const findPersonByDocument = (db: Reads, type: DocumentType, number: string) =>
  db
    .selectFrom('person')
    .selectAll()
    .where('document_number', '=', number)
    .where('document_type', 'in', SAME_NUMBER.includes(type) ? SAME_NUMBER : [type])
    .executeTakeFirst();

export async function insertPerson(tx: Tx, details: AdmissionDetails): Promise<PersonId> {
  const id = personId.parse(uuid());
  await tx
    .insertInto('person')
    .values({ id, ...personColumns(details) })
    .execute();
  return id;
}
