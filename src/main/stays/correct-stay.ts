import { type AdmissionDetails, admissionDetails } from '#shared/contract/admission-details.ts';
import type { PersonId } from '#shared/contract/values.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { stayColumns } from './admit-patient.ts';
import { findPersonByDocument, personColumns } from './person-repository.ts';
import { requireStay, type StayNow } from './stay-repository.ts';
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
  const after = establish({ ...before, ...withoutGaps(input.details) }, localDateOf(now, zone));
  noteChanges(stay, before, after, act);

  const person = await resolvePerson(tx, stay, after, act);
  await tx.updateTable('person').set(personColumns(after)).where('id', '=', person).execute();
  await tx
    .updateTable('stay')
    .set({ person_id: person, ...stayColumns(after) })
    .where('id', '=', stay.stayId)
    .execute();
  if (after.classification !== before.classification) await reclassify(tx, stay, after, act);
  act.touches('stay', stay.stayId);
  if (stay.assignment) act.touches('bed', stay.assignment.bed_id);
  return { actId: act.id };
};

const withoutGaps = (
  details: Partial<AdmissionDetails> | Record<string, unknown>,
): Partial<AdmissionDetails> =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));

const PERSONAL = new Set([
  'name',
  'sex',
  'birthDate',
  'documentType',
  'documentNumber',
  'phone',
  'provisional',
]);

function noteChanges(stay: StayNow, before: AdmissionDetails, after: AdmissionDetails, act: Act): void {
  for (const field of Object.keys(before) as (keyof AdmissionDetails)[]) {
    const words = (value: AdmissionDetails[typeof field]) => (value === null ? null : String(value));
    const [kind, id] = PERSONAL.has(field)
      ? (['person', stay.personId] as const)
      : (['stay', stay.stayId] as const);
    act.changes(kind, id, field, words(before[field]), words(after[field]));
  }
}

/** Whose stay this is once the document is known; refuses one that belongs to a different, established person. */
async function resolvePerson(tx: Tx, stay: StayNow, after: AdmissionDetails, act: Act): Promise<PersonId> {
  if (after.documentNumber === null) return stay.personId;
  const owner = await findPersonByDocument(tx, after.documentType, after.documentNumber);
  if (!owner || owner.id === stay.personId) return stay.personId;
  const mine = await tx
    .selectFrom('person')
    .select(['document_number'])
    .where('id', '=', stay.personId)
    .executeTakeFirstOrThrow();
  const theirs = await tx
    .selectFrom('stay')
    .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
    .select(['stay.number', 'p.from_at', 'p.to_at'])
    .where('stay.person_id', '=', owner.id)
    .where('p.superseded_by', 'is', null)
    .orderBy('p.from_at', 'desc')
    .execute();
  const { from_at: from, to_at: to } = stay.period;
  const overlaps = theirs.some(
    (other) => (other.to_at === null || other.to_at > from) && (to === null || other.from_at < to),
  );
  if (mine.document_number !== null || overlaps) {
    throw new Refusal('documents-of-two-people', {
      name: owner.name,
      number: String(theirs[0]?.number ?? '—'),
    });
  }
  act.changes('stay', stay.stayId, 'person_id', stay.personId, owner.id);
  return owner.id;
}

/** A new classification holds from the moment it was made; one made before the arrival, from the arrival. */
async function reclassify(tx: Tx, stay: StayNow, after: AdmissionDetails, act: Act): Promise<void> {
  const from = act.happenedAt > stay.period.from_at ? act.happenedAt : stay.period.from_at;
  const same = await tx
    .selectFrom('stay_classification')
    .select('id')
    .where('stay_id', '=', stay.stayId)
    .where('superseded_by', 'is', null)
    .where('from_at', '>=', from)
    .execute();
  for (const { id } of same) await supersede(tx, 'stay_classification', id, act.seq);
  await tx
    .insertInto('stay_classification')
    .values({
      stay_id: stay.stayId,
      from_at: from,
      classification: after.classification,
      recorded_by: act.seq,
    })
    .execute();
}
