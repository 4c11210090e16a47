import type { Selectable } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import { type ConvoyId, type FamilyId, type PersonId, type StayId, stayId } from '#shared/contract/values.ts';
import { type Instant, localDateOf, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { overrideOf, placeIn } from '../allocation/place-in.ts';
import { requireBed } from '../beds/bed-repository.ts';
import { requireConvoy } from '../convoys/convoys.ts';
import type { Schema } from '../db/schema.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { joinFamily } from './link-family.ts';
import { findPersonByDocument, insertPerson, personalOf, savePerson } from './person-repository.ts';
import { findOpenStayOf, findStaysOf, nextStayNumber, requireStay } from './stay-repository.ts';
import { establish } from './stay-rules.ts';

/**
 * Admits one person from the moment the act happened: a new stay, for a person recognised by document or a
 * new one, with a bed or to the waiting list. Refuses whoever is in house already and says in which bed.
 */
export const admitPatient: CommandHandler<'stays.admit'> = async (tx, input, act, context) => {
  const { zone } = context;
  if (input.convoyId !== null) await requireConvoy(tx, input.convoyId);
  const admitted = await admit(tx, {
    details: input.details,
    at: act.happenedAt,
    zone,
    act,
    convoyId: input.convoyId,
  });
  if (input.familyOf !== null) await joinFamily(tx, [input.familyOf, admitted.stayId], act);
  let bed: string | null = null;
  if (input.bedId !== null) {
    const stay = await requireStay(tx, admitted.stayId);
    const chosen = await requireBed(tx, input.bedId);
    await placeIn(tx, stay, chosen, {
      at: act.happenedAt,
      zone,
      act,
      override: overrideOf(act.reason !== ''),
    });
    bed = chosen.code;
  }
  return { actId: act.id, ...admitted, bed };
};

interface Arrival {
  details: AdmissionDetails;
  at: Instant;
  zone: TimeZone;
  act: Act;
  convoyId: ConvoyId | null;
  familyId?: FamilyId | null;
  /** Given by a roster, which counts them up itself. */
  number?: number;
}

/** The common part of admitting one person at the desk and forty from a roster. */
export async function admit(
  tx: Tx,
  arrival: Arrival,
): Promise<{ stayId: StayId; number: number; returning: boolean }> {
  const { at, act, zone } = arrival;
  const details = establish(arrival.details, localDateOf(at, zone));
  const known =
    details.documentNumber === null
      ? undefined
      : await findPersonByDocument(tx, details.documentType, details.documentNumber);
  if (known) await refuseOverlap(tx, known.id, known.name, at, zone);
  const person = known ? await refresh(tx, known, details, act) : await insertPerson(tx, details);

  const id = stayId.parse(uuid());
  const number = arrival.number ?? (await nextStayNumber(tx));
  await tx
    .insertInto('stay')
    .values({
      id,
      number,
      person_id: person,
      family_id: arrival.familyId ?? null,
      convoy_id: arrival.convoyId,
      ...stayColumns(details),
    })
    .execute();
  await tx
    .insertInto('stay_period')
    .values({
      stay_id: id,
      from_at: at,
      to_at: null,
      way: null,
      destination: null,
      companion: null,
      note: null,
      recorded_by: act.seq,
    })
    .execute();
  await tx
    .insertInto('stay_classification')
    .values({ stay_id: id, from_at: at, classification: details.classification, recorded_by: act.seq })
    .execute();
  act.touches('stay', id);
  act.touches('person', person);
  if (arrival.convoyId !== null) act.touches('convoy', arrival.convoyId);
  return { stayId: id, number, returning: known !== undefined && (await findStaysOf(tx, person)).length > 1 };
}

async function refuseOverlap(
  tx: Tx,
  person: PersonId,
  name: string,
  at: Instant,
  zone: TimeZone,
): Promise<void> {
  const open = await findOpenStayOf(tx, person);
  if (open) {
    const words = { name, number: String(open.number), stayId: open.id };
    throw open.code === null
      ? new Refusal('already-waiting', words)
      : new Refusal('already-in-house', { ...words, bed: open.code });
  }
  for (const stay of await findStaysOf(tx, person)) {
    refuseUnless(stay.to_at === null || stay.to_at <= at, 'overlapping-stays', () => ({
      name,
      from: localOf(stay.from_at, zone),
      to: stay.to_at === null ? '—' : localOf(stay.to_at, zone),
    }));
  }
}

/**
 * Somebody who was here before: what the desk wrote down this time is newer, but what it left open does not
 * take away what was known.
 */
async function refresh(
  tx: Tx,
  known: Selectable<Schema['person']>,
  details: AdmissionDetails,
  act: Act,
): Promise<PersonId> {
  const before = personalOf(known);
  const after = {
    ...before,
    name: details.name,
    sex: details.sex === 'unknown' ? before.sex : details.sex,
    birthDate: details.birthDate ?? before.birthDate,
    phone: details.phone || before.phone,
    documentType: details.documentType,
    provisional: false,
  };
  await savePerson(tx, known.id, before, after, act);
  return known.id;
}

/** The part of the details that belongs to this stay and not to the person for good. */
export const stayColumns = (details: AdmissionDetails) => ({
  address: details.address,
  district: details.district,
  street: details.street,
  first_positive_date: details.firstPositiveDate,
  conditions: details.conditions,
  vaccine_doses: details.vaccineDoses,
  mobility: details.mobility,
  needs: details.needs.join(','),
  companions: details.companions,
  emergency_contact: details.emergencyContact,
  emergency_phone: details.emergencyPhone,
  remarks: details.remarks,
});
