import type { OutputOf } from '#shared/contract/index.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import type { Classification, Mobility, Need } from '#shared/contract/vocabulary.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { keyGroupsOf } from '#shared/rules/key-groups.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { present, selectStays, stayRowOf } from '../stays/stay-view.ts';
import { allocate, proposeForOne } from './allocate-rules.ts';
import type { AllocationResult, Person, WardSituation } from './allocation-types.ts';
import { checkPlacement } from './check-placement-rules.ts';
import { personOf, readSituation } from './situation-repository.ts';

type Proposal = OutputOf<'allocation.propose'>;

/** Those who wait, with what a proposal must show of them besides. */
export async function readWaiting(
  db: Reads,
  stayIds: readonly StayId[] | null,
  now: Instant,
  zone: TimeZone,
) {
  const rows = await selectStays(db)
    .where(present)
    .$if(stayIds === null, (q) => q.where('a.id', 'is', null))
    .$if(stayIds !== null, (q) => q.where('stay.id', 'in', [...(stayIds ?? [])]))
    .orderBy('p.from_at')
    .execute();
  if (stayIds !== null) refuseUnless(rows.length === new Set(stayIds).size, 'no-such-stay');
  return rows.map((row) => stayRowOf(row, now, zone));
}

/** Beds for everybody who waits, all at once, as one optimal assignment; nothing is written. */
export const proposeBeds: QueryHandler<'allocation.propose'> = async (db, input, { now, zone, progress }) => {
  const waiting = await readWaiting(db, input.stayIds, now, zone);
  progress({ step: 'proposing', done: 0, total: waiting.length });
  const situation = await readSituation(db, now, zone);
  const result = allocate({ ...situation, people: waiting.map(personOf), fixed: input.fixed });
  const versions = new Map(waiting.map(({ stayId, version }) => [stayId, version]));
  return proposalOf(result, situation, waiting, versions);
};

export function proposalOf(
  { placed, unplaced }: AllocationResult,
  { beds }: WardSituation,
  people: readonly { stayId: StayId; name: string }[],
  versions: ReadonlyMap<StayId, number>,
): Proposal {
  const codes = new Map(beds.map(({ bedId, code }) => [bedId, code]));
  const names = new Map(people.map(({ stayId, name }) => [stayId, name]));
  const codeOf = (bedId: BedId) => codes.get(bedId) ?? '';
  return {
    placed: placed.map((one) => ({
      ...one,
      version: versions.get(one.stayId) ?? 0,
      name: names.get(one.stayId) ?? '',
      bed: codeOf(one.bedId),
      alternatives: one.alternatives.map((other) => ({ ...other, bed: codeOf(other.bedId) })),
    })),
    unplaced,
  };
}

/** A bed for one stay, as the undo of a discharge proposes it when the old one is gone. */
export async function proposeOne(
  db: Reads,
  stayId: StayId,
  now: Instant,
  zone: TimeZone,
): Promise<{ bedId: BedId; code: string } | null> {
  const row = await selectStays(db).where('stay.id', '=', stayId).executeTakeFirst();
  if (!row) return null;
  const situation = await readSituation(db, now, zone);
  const choice = proposeForOne({ ...personOf(stayRowOf(row, now, zone)), currentBedId: null }, situation);
  if (!('bedId' in choice)) return null;
  return {
    bedId: choice.bedId,
    code: situation.beds.find(({ bedId }) => bedId === choice.bedId)?.code ?? '',
  };
}

/** Stands in for somebody who has no stay yet. */
const NOT_YET = '00000000-0000-0000-0000-000000000000' as StayId;

export const proposeForPerson: QueryHandler<'allocation.proposeForPerson'> = async (
  db,
  input,
  { now, zone },
) => {
  const situation = await readSituation(db, now, zone);
  const needs = input.needs as Need[];
  const family =
    input.familyOf === null
      ? null
      : await db.selectFrom('stay').select('family_id').where('id', '=', input.familyOf).executeTakeFirst();
  const familyId = family?.family_id ?? (input.familyOf as never);
  const person: Person = {
    stayId: NOT_YET,
    name: '',
    sex: input.sex,
    ageYears: input.age,
    classification: input.classification as Classification,
    needs,
    mobility: input.mobility as Mobility,
    keyGroups: keyGroupsOf({ conditions: input.conditions, needs }, input.age),
    familyId,
    arrivedAt: now,
  };
  const occupants = situation.occupants.map((one) =>
    one.stayId === input.familyOf && one.familyId === null ? { ...one, familyId } : one,
  );
  const result = allocate({ ...situation, occupants, people: [person], fixed: [] });
  const { placed, unplaced } = proposalOf(result, situation, [], new Map());
  const [best] = placed;
  if (!best) return { best: null, reasons: unplaced[0]?.reasons ?? [] };
  const { stayId: _stay, version: _version, name: _name, ...choice } = best;
  return { best: choice, reasons: [] };
};

/** What speaks against one choice, and what to mind. */
export const checkChoice: QueryHandler<'allocation.check'> = async (db, input, { now, zone }) => {
  const row = await selectStays(db).where('stay.id', '=', input.stayId).executeTakeFirst();
  refuseUnless(row !== undefined, 'no-such-stay');
  return checkPlacement(personOf(stayRowOf(row, now, zone)), input.bedId, await readSituation(db, now, zone));
};
