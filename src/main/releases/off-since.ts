import type { Member } from '#shared/contract/release-list.ts';
import type { StayId } from '#shared/contract/values.ts';
import { assess } from '#shared/rules/assess.ts';
import { type Instant, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { ageAt } from '#shared/rules/severity.ts';
import { readKnown } from '../eligibility/release-facts-repository.ts';
import type { Reads } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { type Evidence, readEvidence } from './evidence-repository.ts';
import type { ListFacts } from './list-repository.ts';

interface Moment {
  at: Instant;
  zone: TimeZone;
}

/** By which facts each reason to drop off is known. Reasons that are not named here are known by the results. */
const EVIDENCE: Readonly<Record<string, Evidence | 'severity'>> = {
  'not-severe': 'severity',
  'belongs-here': 'stay_classification',
  'fever-free': 'observation',
  symptoms: 'observation',
  'not-referred': 'referral',
  tests: 'results',
  left: 'stay_period',
  gone: 'stay_period',
};

/**
 * Since when the desk has known that each of the dropped may not leave: when the fact was recorded that says
 * so, not when the sample was taken. The same at every asking as long as no new fact comes in, so that an alert
 * keeps its name.
 */
export async function addOffSince(
  db: Reads,
  list: ListFacts,
  members: Member[],
  { at, zone }: Moment,
): Promise<Member[]> {
  const open = members.filter(({ state, since }) => state === 'dropped' && since === null);
  if (open.length === 0) return members;
  const since = new Map<Member, Instant>();
  for (const [evidence, some] of Map.groupBy(open, ({ rule }) => EVIDENCE[rule ?? ''] ?? 'results')) {
    const ids = some.map(({ stayId }) => stayId);
    const known =
      evidence === 'severity'
        ? await readSeverity(db, ids, { at, zone })
        : await readEvidence(db, ids, evidence);
    for (const member of some) since.set(member, known.get(member.stayId) ?? member.arrivedAt);
  }
  const signed = list.signatures.map(({ at }) => at).sort()[0];
  return members.map((member) => {
    const known = since.get(member);
    if (!known) return member;
    // Whatever was known before it was signed counts from the signature on: nobody could drop off before.
    return { ...member, since: signed && known < signed ? signed : known };
  });
}

/** Since when a severe criterion has been met without a break; a further round does not begin it anew. */
async function readSeverity(
  db: Reads,
  stayIds: readonly StayId[],
  { at, zone }: Moment,
): Promise<Map<StayId, Instant>> {
  const protocol = await protocolInForce(db, at);
  const day = localDateOf(at, zone);
  const times = new Map<StayId, Instant>();
  for (const { stayId, observations, birthDate } of await readKnown(db, stayIds, at)) {
    const patient = { age: ageAt(birthDate, day), pregnant: false, scale2: false };
    const { severeSince } = assess(observations, patient, protocol);
    if (severeSince) times.set(stayId, severeSince);
  }
  return times;
}
