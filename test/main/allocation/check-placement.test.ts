import { describe, expect, it } from 'vitest';
import type { Bed, Person } from '#main/allocation/allocation-types.ts';
import { type CheckSituation, checkPlacement } from '#main/allocation/check-placement-rules.ts';
import { isOverridable } from '#shared/contract/allocation-reasons.ts';
import { DEFAULT_ALLOCATION_SETTINGS } from '#shared/contract/allocation-settings.ts';
import { bedsOf, family, occupy, person, stay } from './made-up-ward.ts';

const ward = bedsOf(
  [
    { code: 'A', policy: 'male', units: 1, columns: 5, rows: 4 },
    { code: 'B', policy: 'female', units: 1, columns: 5, rows: 4 },
    { code: 'C', policy: 'family', units: 1, columns: 5, rows: 4 },
  ],
  (_, code) => (code.endsWith('-01') ? ['nearNurse'] : []),
);

function check(who: Person, code: string, situation: Partial<CheckSituation> = {}) {
  const beds = situation.beds ?? ward;
  const bed = beds.find((b) => b.code === code);
  if (bed === undefined) throw new Error(code);
  const { refusals, warnings } = checkPlacement(who, bed.bedId, {
    beds,
    occupants: [],
    settings: DEFAULT_ALLOCATION_SETTINGS,
    ...situation,
  });
  return {
    refused: refusals.map((reason) => reason.code),
    overridable: refusals.every(isOverridable),
    warned: warnings.map((reason) => reason.code),
    refusals,
  };
}

const inState = (code: string, changes: Partial<Bed>): Bed[] =>
  ward.map((bed) => (bed.code === code ? { ...bed, ...changes } : bed));

describe('a bed chosen by hand', () => {
  it('is fine where the rules have nothing against it', () => {
    expect(check(person(1), 'A-01-07')).toMatchObject({ refused: [], warned: [] });
  });

  it('is refused for good where it is not free, and the refusal says who or what is in the way', () => {
    const taken = check(person(1), 'A-01-07', occupy(ward, [['A-01-07', person(2)]]));
    expect(taken.refusals).toEqual([{ code: 'bed-occupied', params: { bed: 'A-01-07', name: 'P2' } }]);
    expect(taken.overridable).toBe(false);
    const states = ['awaitingDisinfection', 'outOfService'] as const;
    const refused = states.map(
      (state) => check(person(1), 'A-01-07', { beds: inState('A-01-07', { state }) }).refused,
    );
    expect(refused).toEqual([['bed-awaiting-disinfection'], ['bed-out-of-service']]);
  });

  it('may be the one reserved for the patient, not one reserved for another', () => {
    const beds = inState('A-01-07', { state: 'reserved', reservedFor: stay(1), heldBy: 'P1' });
    expect(check(person(1), 'A-01-07', { beds }).refused).toEqual([]);
    expect(check(person(2), 'A-01-07', { beds }).refused).toEqual(['bed-reserved']);
  });

  it('is refused where the patient lies in it already', () => {
    const me = person(1);
    const { beds, occupants } = occupy(ward, [['A-01-07', me]]);
    const currentBedId = beds.find(({ code }) => code === 'A-01-07')?.bedId ?? null;
    expect(check({ ...me, currentBedId }, 'A-01-07', { beds, occupants }).refused).toEqual(['bed-own']);
    expect(check({ ...me, currentBedId }, 'A-01-08', { beds, occupants }).refused).toEqual([]);
  });

  it('is refused in a zone for the other sex, unless the nurse insists', () => {
    const { refused, overridable } = check(person(1), 'B-01-07');
    expect(refused).toEqual(['wrong-sex-zone']);
    expect(overridable).toBe(true);
  });

  it('may be anywhere for somebody of unknown sex, with a warning', () => {
    expect(check(person(1, { sex: 'unknown' }), 'B-01-07')).toMatchObject({
      refused: [],
      warned: ['sex-unknown'],
    });
  });

  it('is refused for a child outside a family zone, or alone away from the nurse', () => {
    const child = person(1, { ageYears: 7 });
    expect(check(child, 'A-01-07').refused).toEqual(['child-outside-family-zone']);
    expect(check(child, 'C-01-07').refused).toEqual(['child-not-beside-adult']);
    expect(check(child, 'C-01-01')).toMatchObject({ refused: [], warned: ['child-alone'] });
  });

  it('is fine for a child beside the mother, and where the mother still waits for her bed', () => {
    const child = person(1, { ageYears: 7, familyId: family(1) });
    const mother = person(2, { sex: 'female', familyId: family(1) });
    const house = occupy(ward, [['C-01-08', mother]]);
    expect(check(child, 'C-01-07', house)).toMatchObject({ refused: [], warned: [] });
    expect(check(child, 'C-01-20', house).refused).toEqual(['child-not-beside-adult']);
    expect(check(child, 'C-01-07', { familyWaiting: [mother] }).refused).toEqual([]);
  });

  it('is refused among families for an adult without one, fine for a parent whose child is there or comes', () => {
    const father = person(1, { familyId: family(1) });
    const child = person(2, { ageYears: 7, familyId: family(1) });
    expect(check(person(3), 'C-01-07').refused).toEqual(['adult-in-family-zone']);
    expect(check(father, 'C-01-07', occupy(ward, [['C-01-08', child]])).refused).toEqual([]);
    expect(check(father, 'C-01-07', { familyWaiting: [child] }).refused).toEqual([]);
  });

  it('is refused among patients of another classification only where the hospital does not mix', () => {
    const house = occupy(ward, [['A-01-08', person(2, { classification: 'asymptomatic' })]]);
    expect(check(person(1), 'A-01-07', house).refused).toEqual([]);
    const settings = { ...DEFAULT_ALLOCATION_SETTINGS, mixClassifications: 'not-in-a-unit' as const };
    const strict = check(person(1), 'A-01-07', { ...house, settings });
    expect(strict.refusals).toEqual([
      { code: 'mixes-classifications', params: { unit: 'A-01', classification: 'asymptomatic' } },
    ]);
  });

  it('comes with what to mind: high risk, severe cases, the reserve, a frail patient far from the toilet', () => {
    const frail = person(1, { ageYears: 80, keyGroups: ['over-60'], classification: 'severe' });
    const free = ['A-01-07', 'A-01-08'];
    const house = occupy(
      ward,
      ward
        .filter(({ code, sexPolicy }) => sexPolicy === 'male' && !free.includes(code))
        .map((bed, i) => [bed.code, person(100 + i)]),
    );
    expect(check(frail, 'A-01-07', house).warned).toEqual([
      'belongs-elsewhere',
      'high-risk',
      'not-near-toilet',
      'not-near-nurse',
      'reserve-used',
    ]);
  });
});
