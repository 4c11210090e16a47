import { BLANK_DETAILS } from '#shared/contract/admission-details.ts';
import { type MendWay, WAYS_TO_MEND } from '#shared/contract/roll-call-findings.ts';
import type { BedId, RollCallId, StayId } from '#shared/contract/values.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { requireBed } from '../beds/bed-repository.ts';
import { discharge } from '../discharges/discharge-patients.ts';
import { whyNotDischarged } from '../discharges/discharge-rules.ts';
import { readLastFacts } from '../discharges/leaver-repository.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { admit } from '../stays/admit-patient.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { requireInHouse } from '../stays/stay-rules.ts';
import type { JudgedFault } from './judge-faults.ts';
import type { Mark } from './mark-repository.ts';
import { placeAsFound } from './place-as-found.ts';
import { keyOf, readFindings, readRegistered } from './read-findings.ts';
import { rearrange, withAllConcerned } from './rearrange.ts';
import { requireRollCall } from './roll-call-repository.ts';

interface How {
  at: Instant;
  zone: TimeZone;
  act: Act;
}

/**
 * Mends one finding in one act. Whoever stands in the way because of a finding of their own is mended with it: who
 * lies in the bed of a ghost cannot be registered there while the ghost is.
 */
export const mendFinding: CommandHandler<'rollCalls.mend'> = async (tx, input, act, { zone }) => {
  await requireRollCall(tx, input.rollCallId);
  refuseUnless(act.reason.trim() !== '', 'reason-needed');
  const registered = await readRegistered(tx, null);
  const { marks, faults, told } = await readFindings(tx, input.rollCallId, registered);
  const finding = told.find((one) => one.kind === input.kind && keyOf(one) === input.key);
  await requireNothingSince(tx, faults, input.key, 'settledBy');
  refuseUnless(finding !== undefined && finding.faults[0].state === 'open', 'finding-gone');
  const fits = (WAYS_TO_MEND[finding.kind] as readonly MendWay[]).includes(input.how);
  refuseUnless(fits, 'mend-does-not-fit');
  const how = { at: act.happenedAt, zone, act };
  const [first] = finding.faults;
  const open = faults.filter(({ state }) => state === 'open');
  const concerned = withAllConcerned(finding.faults, open, registered);
  const all = input.how === 'accounted' ? finding.faults : concerned;
  for (const { subject } of input.how === 'rearrange' ? all : [])
    await requireNothingSince(tx, faults, subject, 'bedGivenBy');
  await requireAfterWalk(tx, all, marks, how);
  await requireNobodyElseThere(tx, all, input.how);
  let stay: { stayId: StayId; number: number } | null = null;
  if (input.how === 'left') await leaveWithoutNotice(tx, first, how);
  else if (input.how !== 'accounted') await rearrange(tx, all, how);
  if (input.how === 'admit') stay = await admitStranger(tx, marks.get(first.bedId), first, how);
  if (input.how === 'match') stay = await matchStranger(tx, input.stayId, first, how);
  await recordMends(tx, input.rollCallId, all, input.how, act);
  return { actId: act.id, stayId: stay?.stayId ?? null, number: stay?.number ?? null };
};

/** Refuses what others have overtaken since, naming their act. */
async function requireNothingSince(
  tx: Tx,
  faults: readonly JudgedFault[],
  key: string,
  by: 'settledBy' | 'bedGivenBy',
): Promise<void> {
  const fault = faults.find(({ subject }) => subject === key);
  const since = fault?.[by];
  if (!fault || !since) return;
  const { stayId, bedId } = fault;
  const name = stayId === null ? (await requireBed(tx, bedId)).code : (await requireStay(tx, stayId)).name;
  throw new Refusal('stale', { name, who: since.who, what: since.what, actId: since.id });
}

/** What was seen at one moment tells nothing of the time before it. */
async function requireAfterWalk(
  tx: Tx,
  faults: readonly JudgedFault[],
  marks: ReadonlyMap<BedId, Mark>,
  { at, zone }: How,
): Promise<void> {
  for (const { bedId } of faults) {
    const walked = marks.get(bedId)?.walked.at;
    if (walked === undefined || at >= walked) continue;
    const { code } = await requireBed(tx, bedId);
    throw new Refusal('mend-before-walk', {
      bed: code,
      walked: localOf(walked, zone),
      at: localOf(at, zone),
    });
  }
}

/**
 * A bed is not given up while a stranger lies in it: their record takes it over in the same act. Whoever has left
 * has no part in who lies where.
 */
async function requireNobodyElseThere(tx: Tx, faults: readonly JudgedFault[], how: MendWay): Promise<void> {
  const [, ...others] = faults;
  const there = others.find(({ kind }) => how === 'left' || kind === 'stranger');
  if (!there) return;
  const { code } = await requireBed(tx, there.bedId);
  throw new Refusal('somebody-lies-there', { bed: code });
}

async function leaveWithoutNotice(tx: Tx, { stayId }: JudgedFault, how: How): Promise<void> {
  if (stayId === null) return;
  const stay = await requireStay(tx, stayId);
  const leaving = { way: 'other', destination: '', companion: '', note: how.act.reason } as const;
  const lastFact = (await readLastFacts(tx, [stayId])).get(stayId);
  const problem = whyNotDischarged(stay, leaving, { ...how, lastFact });
  if (problem) throw problem;
  await discharge(tx, stay, leaving, how);
}

/** A provisional record with the words that the walk had for this person, in the bed where they lie. */
async function admitStranger(tx: Tx, mark: Mark | undefined, { bedId }: JudgedFault, how: How) {
  const { at, zone, act } = how;
  const details = {
    ...BLANK_DETAILS,
    ...{ name: mark?.name ?? '', sex: mark?.sex ?? 'unknown', provisional: true },
    documentType: 'none' as const,
  };
  const admitted = await admit(tx, { details, at, zone, act, convoyId: null });
  const stay = await requireStay(tx, admitted.stayId);
  await placeAsFound(tx, stay, await requireBed(tx, bedId), { at, zone, act, comesFrom: null });
  return admitted;
}

async function matchStranger(tx: Tx, stayId: StayId | null, { bedId }: JudgedFault, how: How) {
  refuseUnless(stayId !== null, 'waiting-needed');
  const stay = await requireStay(tx, stayId);
  requireInHouse(stay);
  refuseUnless(stay.assignment === null, 'has-bed', () => ({
    name: stay.name,
    bed: stay.assignment?.code ?? '',
  }));
  await placeAsFound(tx, stay, await requireBed(tx, bedId), { ...how, comesFrom: null });
  return { stayId, number: stay.number };
}

async function recordMends(
  tx: Tx,
  rollCallId: RollCallId,
  faults: readonly JudgedFault[],
  how: MendWay,
  act: Act,
): Promise<void> {
  await tx
    .insertInto('roll_call_mend')
    .values(
      faults.map(({ kind, subject, bedId }) => ({
        ...{ roll_call_id: rollCallId, bed_id: bedId, subject, kind },
        ...{ how: wayFor(kind, how), recorded_by: act.seq },
      })),
    )
    .execute();
  act.touches('roll-call', rollCallId);
  for (const { stayId } of faults) if (stayId !== null) act.touches('stay', stayId);
}

/** Whoever had to make room was mended with it, each in the way that fits them. */
function wayFor(kind: JudgedFault['kind'], how: MendWay): MendWay {
  if (how === 'accounted' || how === 'left' || kind === 'stranger') return how;
  return kind === 'ghost' ? 'take-out' : 'rearrange';
}
