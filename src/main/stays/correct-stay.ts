import type { Selectable } from 'kysely';
import { type AdmissionDetails, admissionDetails } from '#shared/contract/admission-details.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { supersede } from '../db/facts.ts';
import type { Schema } from '../db/schema.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { stayColumns } from './admit-patient.ts';
import { findPersonByDocument, isPersonal, personalOf, savePerson } from './person-repository.ts';
import { findStaysOf, requireStay, type StayNow } from './stay-repository.ts';
import { establish } from './stay-rules.ts';
import { selectStays, stayRowOf } from './stay-view.ts';

/**
 * Corrects or completes a record. Only fields that are named change, and each keeps what stood there
 * before. A provisional identity that turns out to be somebody on record takes over that person's history.
 */
export const correctStay: CommandHandler<'stays.correct'> = async (tx, input, act, { now, zone }) => {
  const stay = await requireStay(tx, input.stayId, input.expectedVersion);
  const row = stayRowOf(
    await selectStays(tx).where('stay.id', '=', stay.stayId).executeTakeFirstOrThrow(),
    now,
    zone,
  );
  const before = admissionDetails.strip().parse(row);
  const named = withoutGaps(input.details);
  const after = establish({ ...before, ...named }, localDateOf(now, zone));

  const owner = await ownerOf(tx, stay, after);
  if (owner) await joinOwner(tx, stay, owner, { before, named, after }, act);
  else await savePerson(tx, stay.personId, before, after, act);
  for (const field of Object.keys(before) as (keyof AdmissionDetails)[]) {
    if (!isPersonal(field))
      act.changes('stay', stay.stayId, field, words(before[field]), words(after[field]));
  }
  await tx.updateTable('stay').set(stayColumns(after)).where('id', '=', stay.stayId).execute();
  if (named.classification !== undefined) await reclassify(tx, stay, named.classification, act);
  act.touches('stay', stay.stayId);
  if (stay.assignment) act.touches('bed', stay.assignment.bed_id);
  return { actId: act.id };
};

const words = (value: AdmissionDetails[keyof AdmissionDetails]) => (value === null ? null : String(value));

const withoutGaps = (
  details: Partial<AdmissionDetails> | Record<string, unknown>,
): Partial<AdmissionDetails> =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));

type Person = Selectable<Schema['person']>;

/** Who is on record with the document that this stay turns out to have; null where nobody else is. */
async function ownerOf(tx: Tx, stay: StayNow, after: AdmissionDetails): Promise<Person | null> {
  if (after.documentNumber === null) return null;
  const owner = await findPersonByDocument(tx, after.documentType, after.documentNumber);
  return !owner || owner.id === stay.personId ? null : owner;
}

/**
 * The stay of somebody without papers goes over to the person whom they turn out to be. What that person's
 * record says stays, but for what was named now; the placeholder is left as it was. Refuses where this stay's
 * person has a document of their own, or the two were here at the same time.
 */
async function joinOwner(
  tx: Tx,
  stay: StayNow,
  owner: Person,
  {
    before,
    named,
    after,
  }: { before: AdmissionDetails; named: Partial<AdmissionDetails>; after: AdmissionDetails },
  act: Act,
): Promise<void> {
  const theirs = await findStaysOf(tx, owner.id);
  const { from_at: from, to_at: to } = stay.period;
  const overlaps = theirs.some(
    (other) => (other.to_at === null || other.to_at > from) && (to === null || other.from_at < to),
  );
  if (before.documentNumber !== null || overlaps) {
    throw new Refusal('documents-of-two-people', {
      name: owner.name,
      number: String(theirs[0]?.number ?? '—'),
    });
  }
  const known = personalOf(owner);
  const renamed = named.name !== undefined && named.name !== before.name;
  await savePerson(
    tx,
    owner.id,
    known,
    {
      ...known,
      name: renamed ? after.name : known.name,
      sex: after.sex === 'unknown' ? known.sex : after.sex,
      birthDate: after.birthDate ?? known.birthDate,
      phone: named.phone || known.phone,
      provisional: false,
    },
    act,
  );
  act.changes('stay', stay.stayId, 'person_id', stay.personId, owner.id);
  await tx.updateTable('stay').set({ person_id: owner.id }).where('id', '=', stay.stayId).execute();
}

/**
 * A classification holds from the moment it was made (one made before the arrival, from the arrival) until the
 * next one that is on record: a late entry leaves those after it alone.
 */
async function reclassify(
  tx: Tx,
  stay: StayNow,
  classification: AdmissionDetails['classification'],
  act: Act,
): Promise<void> {
  const from = act.happenedAt > stay.period.from_at ? act.happenedAt : stay.period.from_at;
  const then = await tx
    .selectFrom('stay_classification')
    .select(['id', 'from_at', 'classification'])
    .where('stay_id', '=', stay.stayId)
    .where('superseded_by', 'is', null)
    .where('from_at', '<=', from)
    .orderBy('from_at', 'desc')
    .executeTakeFirst();
  if (then?.classification === classification) return;
  if (then?.from_at === from) await supersede(tx, 'stay_classification', then.id, act.seq);
  await tx
    .insertInto('stay_classification')
    .values({ stay_id: stay.stayId, from_at: from, classification, recorded_by: act.seq })
    .execute();
}
