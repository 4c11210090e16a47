import type { AllocationReason } from '#shared/contract/allocation-reasons.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { AllocationInput, Bed, Occupant, Person, WardSituation } from './allocation-types.ts';
import { bedRefusal } from './check-placement-rules.ts';
import { reason } from './explain-rules.ts';

export interface FixedChoices {
  /** The ward with the choices carried out: those beds taken, those people in house. */
  situation: WardSituation;
  beds: ReadonlyMap<StayId, Bed>;
  refused: ReadonlyMap<StayId, AllocationReason>;
  /** Everybody for whom a choice was made, possible or not. */
  settled: ReadonlySet<StayId>;
}

/**
 * Carries out the choices made by hand, in the order of arrival, and gives reserved beds to whom they are
 * reserved for. A bed that is not free, or chosen twice, is refused and that person left without a bed: the
 * nurse meant something, and another bed is not it.
 */
export function keepFixedChoices(input: AllocationInput): FixedChoices {
  const chosen = new Map(input.fixed.map(({ stayId, bedId }) => [stayId, bedId]));
  const reserved = new Map(
    input.beds.flatMap((bed) => (bed.reservedFor === null ? [] : [[bed.reservedFor, bed.bedId] as const])),
  );
  const byId = new Map(input.beds.map((bed) => [bed.bedId, bed]));
  const beds = new Map<StayId, Bed>();
  const refused = new Map<StayId, AllocationReason>();
  const takenBy = new Map<Bed, Person>();
  for (const person of input.people) {
    const bedId = chosen.get(person.stayId) ?? reserved.get(person.stayId);
    if (bedId === undefined) continue;
    const bed = byId.get(bedId);
    const other = bed && takenBy.get(bed);
    const why = bed === undefined ? reason('fixed-bed-unknown') : bedRefusal(person, bed);
    if (bed && other)
      refused.set(person.stayId, reason('fixed-bed-twice', { bed: bed.code, name: other.name }));
    else if (bed === undefined || why) refused.set(person.stayId, why ?? reason('fixed-bed-unknown'));
    else {
      beds.set(person.stayId, bed);
      takenBy.set(bed, person);
    }
  }
  return {
    situation: carriedOut(input, beds),
    beds,
    refused,
    settled: new Set([...beds.keys(), ...refused.keys()]),
  };
}

function carriedOut(input: AllocationInput, beds: ReadonlyMap<StayId, Bed>): WardSituation {
  const { settings, people } = input;
  const taken = new Set(beds.values());
  const newcomers: Occupant[] = people.flatMap((person) => {
    const bed = beds.get(person.stayId);
    if (bed === undefined) return [];
    const { stayId, name, classification, familyId, ageYears, sex } = person;
    return [{ bedId: bed.bedId, stayId, name, classification, familyId, ageYears, sex }];
  });
  return {
    settings,
    beds: input.beds.map((bed) => (taken.has(bed) ? { ...bed, state: 'occupied' as const } : bed)),
    occupants: [...input.occupants, ...newcomers],
  };
}
