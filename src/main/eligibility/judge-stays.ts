import type { Protocol } from '#shared/contract/protocol.ts';
import type { StayId } from '#shared/contract/values.ts';
import { assess } from '#shared/rules/assess.ts';
import { type Instant, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { ageAt } from '#shared/rules/severity.ts';
import type { Reads } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { judge } from './eligibility-rules.ts';
import type { Judgement, ReleaseFacts } from './eligibility-types.ts';
import { type KnownOfStay, readKnown, type WhichStays } from './release-facts-repository.ts';

/**
 * Judges stays at `at` by the protocol in force at that moment, as it is known today. `present`: everybody who was
 * in the ward then, with or without a bed. A stay that does not exist (any more) is not in the map.
 */
export async function judgeStays(
  db: Reads,
  at: Instant,
  zone: TimeZone,
  which: WhichStays,
): Promise<Map<StayId, Judgement>> {
  const protocol = await protocolInForce(db, at);
  const known = await readKnown(db, which, at);
  return new Map(known.map((one) => [one.stayId, judgeKnown(one, protocol, at, zone)]));
}

export const judgeKnown = (known: KnownOfStay, protocol: Protocol, at: Instant, zone: TimeZone): Judgement =>
  judge(factsOf(known, protocol, at, zone), protocol, at, zone);

function factsOf(known: KnownOfStay, protocol: Protocol, at: Instant, zone: TimeZone): ReleaseFacts {
  const { observations } = known;
  const asked = observations.findLast(({ symptoms, trend }) => symptoms !== null || trend !== null);
  return {
    arrivedAt: known.arrivedAt,
    classification: known.classification,
    firstPositiveDate: known.firstPositiveDate,
    samples: known.samples,
    temperatures: observations.flatMap(({ takenAt, temperature }) =>
      temperature === null ? [] : [{ at: takenAt, celsius: temperature }],
    ),
    lastSymptoms: asked
      ? {
          at: asked.takenAt,
          none: asked.symptoms?.length === 0 && asked.trend !== 'worse',
          better: asked.trend === 'better',
        }
      : null,
    severeSince: severeSince(known, protocol, at, zone),
    referred: known.referred,
  };
}

/** Age decides which criteria hold; pregnancy and the SpO2 scale belong to NEWS2, which is no rule of release. */
function severeSince(
  { observations, birthDate, leftAt }: KnownOfStay,
  protocol: Protocol,
  at: Instant,
  zone: TimeZone,
): Instant | null {
  if (observations.length === 0) return null;
  const day = localDateOf(leftAt !== null && leftAt < at ? leftAt : at, zone);
  const patient = { age: ageAt(birthDate, day), pregnant: false, scale2: false };
  return assess(observations, patient, protocol).severeSince;
}
