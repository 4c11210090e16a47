import type { EligibilityOfPatient } from '#shared/contract/eligibility.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { VerdictCounts } from '#shared/contract/protocols.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import type { Judgement } from './eligibility-types.ts';
import { judgeKnown } from './judge-stays.ts';
import { type KnownOfStay, readKnown } from './release-facts-repository.ts';

/** Everybody in the ward at an instant, or one stay if it was going on then, with verdict and reasons. */
export const listEligibility: QueryHandler<'eligibility.list'> = async (
  db,
  input,
  { now, zone, progress },
) => {
  const at = input.at ?? now;
  const protocol = await protocolInForce(db, at);
  const found = await readKnown(db, input.stayId === undefined ? 'present' : [input.stayId], at);
  refuseUnless(input.stayId === undefined || found.length > 0, 'no-such-stay');
  // Before arrival and after leaving there is nothing to judge.
  const known = found.filter(({ arrivedAt, leftAt }) => arrivedAt <= at && (leftAt === null || leftAt > at));
  progress({ step: 'judging-list', done: 0, total: known.length });
  const patients = known.map((one) => patientOf(one, judgeKnown(one, protocol, at, zone), input.language));
  return {
    at,
    protocol: nameOf(protocol, input.language),
    counts: countVerdicts(patients),
    patients,
  };
};

export const nameOf = (protocol: Protocol, language: Language) => ({
  key: protocol.key,
  version: protocol.version,
  name: fill(protocol.name, language),
});

export function countVerdicts(judged: readonly Pick<Judgement, 'verdict'>[]): VerdictCounts {
  const counts = { eligible: 0, 'not-yet': 0, excluded: 0 };
  for (const { verdict } of judged) counts[verdict] += 1;
  return { eligible: counts.eligible, notYet: counts['not-yet'], excluded: counts.excluded };
}

export function patientOf(
  { stayId, name, documentNumber }: KnownOfStay,
  { verdict, earliest, next, rules }: Judgement,
  language: Language,
): EligibilityOfPatient {
  return {
    ...{ stayId, name, documentNumber, verdict, earliest },
    next: { what: next.what, at: next.at, sentence: fill(next.sentence, language) },
    rules: rules.map(({ rule, met, saw, sentence }) => ({
      rule,
      met,
      saw: fill(saw, language),
      sentence: fill(sentence, language),
    })),
  };
}
