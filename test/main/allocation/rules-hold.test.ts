import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#main/allocation/allocate-rules.ts';
import type { AllocationInput, AllocationResult, Bed, Person } from '#main/allocation/allocation-types.ts';
import {
  type AllocationSettings,
  DEFAULT_ALLOCATION_SETTINGS,
} from '#shared/contract/allocation-settings.ts';
import { type Crowd, crowd } from './made-up-crowd.ts';

/** Any small ward, more or less full, and any crowd before its door. */
const anyCrowd = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    people: fc.integer({ min: 1, max: 16 }),
    families: fc.integer({ min: 0, max: 9 }),
    units: fc.integer({ min: 1, max: 2 }),
    occupied: fc.constantFrom(0, 20, 50, 80),
  })
  .map(({ seed, ...make }) => crowd(seed, make));

const run = (ward: Crowd, settings: Partial<AllocationSettings> = {}, fixed: AllocationInput['fixed'] = []) =>
  allocate({ ...ward, fixed, settings: { ...DEFAULT_ALLOCATION_SETTINGS, ...settings } });

const check = (holds: (ward: Crowd) => void, runs = 25) =>
  fc.assert(fc.property(anyCrowd, holds), { numRuns: runs, seed: 20220404 });

const bedsOf = ({ beds }: Crowd, { placed }: AllocationResult): Map<string, Bed> => {
  const byId = new Map(beds.map((bed) => [bed.bedId, bed]));
  return new Map(
    placed.flatMap(({ stayId, bedId }): [string, Bed][] => {
      const bed = byId.get(bedId);
      return bed ? [[stayId, bed]] : [];
    }),
  );
};

/** Neighbours on the plan: beside or behind each other in one unit (beds stand 2.5 m × 2.4 m apart). */
const besides = (a: Bed, b: Bed): boolean => a.unitId === b.unitId && Math.hypot(a.x - b.x, a.y - b.y) < 3;

const isChild = ({ ageYears }: { ageYears: number | null }) => ageYears !== null && ageYears < 15;
const isAdult = ({ ageYears }: { ageYears: number | null }) => ageYears === null || ageYears >= 18;

describe('whoever comes to whatever ward', () => {
  it('is given a bed that is free and given to nobody else, or a reason', () => {
    check((ward) => {
      const result = run(ward);
      const beds = bedsOf(ward, result);
      expect(new Set([...beds.values()]).size).toBe(result.placed.length);
      for (const bed of beds.values()) expect(bed.state).toBe('available');
      const answered = [...result.placed, ...result.unplaced].map(({ stayId }) => stayId);
      expect(answered.toSorted()).toEqual(ward.people.map(({ stayId }) => stayId).toSorted());
      for (const { reasons } of [...result.placed, ...result.unplaced]) expect(reasons).not.toEqual([]);
    });
  });

  it('never lies in a zone for the other sex, and adults among families only with one of their own', () => {
    check((ward) => {
      const beds = bedsOf(ward, run(ward));
      for (const person of ward.people) {
        const policy = beds.get(person.stayId)?.sexPolicy;
        if (policy === undefined) continue;
        if (policy !== 'family') expect(policy).toBe(person.sex);
        else if (person.sex !== 'unknown' && !isChild(person)) {
          const relatives = [...ward.people, ...ward.occupants].filter(
            ({ familyId, stayId }) =>
              familyId !== null && familyId === person.familyId && stayId !== person.stayId,
          );
          expect(relatives).not.toEqual([]);
        }
      }
    });
  });

  it('if a child: lies in a family zone beside an adult of the family, or near the nurse with a warning', () => {
    check((ward) => {
      const result = run(ward);
      const beds = bedsOf(ward, result);
      const inHouse = new Map(ward.beds.map((bed) => [bed.bedId, bed]));
      const someNearNurse = ward.beds.some(
        ({ sexPolicy, attributes }) => sexPolicy === 'family' && attributes.includes('nearNurse'),
      );
      for (const child of ward.people.filter(isChild)) {
        const bed = beds.get(child.stayId);
        if (bed === undefined) continue;
        expect(bed.sexPolicy).toBe('family');
        const ours = ({ familyId }: Pick<Person, 'familyId'>) =>
          familyId !== null && familyId === child.familyId;
        const adults = [
          ...ward.people.filter((p) => ours(p) && isAdult(p)).map(({ stayId }) => beds.get(stayId)),
          ...ward.occupants.filter((o) => ours(o) && isAdult(o)).map(({ bedId }) => inHouse.get(bedId)),
        ];
        if (adults.some((adult) => adult && besides(adult, bed))) continue;
        if (someNearNurse) expect(bed.attributes).toContain('nearNurse');
        const said = result.placed.find(({ stayId }) => stayId === child.stayId)?.warnings ?? [];
        expect(said.some(({ code }) => code === 'child-alone' || code === 'child-apart')).toBe(true);
      }
    }, 60);
  });

  it('gets the same bed in whatever order people, beds and patients in house are listed', () => {
    check((ward) => {
      const turned = {
        people: ward.people.toReversed(),
        beds: ward.beds.toReversed(),
        occupants: ward.occupants.toReversed(),
      };
      expect(run(turned)).toEqual(run(ward));
    }, 12);
  });

  it('keeps a bed chosen by hand', () => {
    check((ward) => {
      const [first] = ward.people;
      const bed = ward.beds.find(({ state }) => state === 'available');
      if (first === undefined || bed === undefined) return;
      const { placed } = run(ward, {}, [{ stayId: first.stayId, bedId: bed.bedId }]);
      expect(placed.find(({ stayId }) => stayId === first.stayId)?.bedId).toBe(bed.bedId);
      expect(placed.filter(({ bedId }) => bedId === bed.bedId)).toHaveLength(1);
    });
  });

  it('if they came alone: never lie with others of another classification where the hospital does not mix', () => {
    check((ward) => {
      const beds = bedsOf(ward, run(ward, { mixClassifications: 'not-in-a-unit' }));
      const unitOf = new Map(ward.beds.map(({ bedId, unitId }) => [bedId, unitId]));
      const alone = ward.people.filter(({ familyId, stayId }) => familyId === null && beds.has(stayId));
      for (const { stayId, classification } of alone) {
        const unit = beds.get(stayId)?.unitId;
        const around = [
          ...alone.filter((other) => beds.get(other.stayId)?.unitId === unit),
          ...ward.occupants.filter((other) => other.familyId === null && unitOf.get(other.bedId) === unit),
        ];
        expect(new Set(around.map((other) => other.classification))).toEqual(new Set([classification]));
      }
    });
  });

  it('does not lie without the oxygen they need while a bed with it stays free in such a zone', () => {
    check((ward) => {
      const result = run(ward);
      const beds = bedsOf(ward, result);
      const taken = new Set(result.placed.map(({ bedId }) => bedId));
      for (const person of ward.people) {
        const bed = beds.get(person.stayId);
        if (!bed || person.familyId !== null || isChild(person) || !person.needs.includes('oxygen')) continue;
        if (bed.attributes.includes('oxygen')) continue;
        const better = ward.beds.filter(
          (b) =>
            b.sexPolicy === bed.sexPolicy &&
            b.state === 'available' &&
            !taken.has(b.bedId) &&
            b.attributes.includes('oxygen'),
        );
        expect(better).toEqual([]);
      }
    });
  });

  it('is offered other beds only among those that stay free', () => {
    check((ward) => {
      const { placed } = run(ward);
      const taken = new Set(placed.map(({ bedId }) => bedId));
      const free = new Set(ward.beds.filter((b) => b.state === 'available').map(({ bedId }) => bedId));
      for (const { alternatives } of placed) {
        expect(alternatives.length).toBeLessThanOrEqual(3);
        for (const { bedId } of alternatives) expect(free.has(bedId) && !taken.has(bedId)).toBe(true);
      }
    });
  });
});
