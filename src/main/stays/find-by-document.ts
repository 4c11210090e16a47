import { admissionDetails, BLANK_DETAILS } from '#shared/contract/admission-details.ts';
import { readDocument } from '#shared/rules/identity-document.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { findPersonByDocument } from './person-repository.ts';
import { findOpenStayOf, findStaysOf } from './stay-repository.ts';
import { selectStays, stayRowOf } from './stay-view.ts';

/** Answers the scanner: who is this, are they in house, were they here before? Null: nobody on record. */
export const findByDocument: QueryHandler<'stays.byDocument'> = async (db, input, { now, zone }) => {
  const reading = readDocument(input.documentType, input.documentNumber, localDateOf(now, zone));
  if (!reading.ok || reading.number === null) return null;
  const person = await findPersonByDocument(db, reading.type, reading.number);
  if (!person) return null;
  const stays = await findStaysOf(db, person.id);
  const latest = stays[0];
  const row = latest && (await selectStays(db).where('stay.id', '=', latest.id).executeTakeFirst());
  const open = await findOpenStayOf(db, person.id);
  return {
    personId: person.id,
    details: row
      ? admissionDetails.strip().parse(stayRowOf(row, now, zone))
      : {
          ...BLANK_DETAILS,
          name: person.name,
          sex: person.sex,
          birthDate: person.birth_date,
          documentType: person.document_type,
          documentNumber: person.document_number,
          phone: person.phone,
        },
    inHouse: open ? { stayId: open.id, number: open.number, bed: open.code ?? '' } : null,
    stays: stays.map(({ id, number, from_at, to_at }) => ({
      stayId: id,
      number,
      arrivedAt: from_at,
      leftAt: to_at,
    })),
  };
};
