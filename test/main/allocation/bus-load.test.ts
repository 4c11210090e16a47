import { describe, expect, it } from 'vitest';
import { allocate, proposeForOne } from '#main/allocation/allocate-rules.ts';
import type { AllocationInput, Bed, Person } from '#main/allocation/allocation-types.ts';
import {
  type AllocationSettings,
  DEFAULT_ALLOCATION_SETTINGS,
} from '#shared/contract/allocation-settings.ts';
import { bedsOf, bedsOfLayout, family, occupy, person, stay } from './made-up-ward.ts';

const stadium = bedsOfLayout('stadium-1200');
const hall = bedsOfLayout('hall-200');

/** Three zones of two care units of five by four beds; bed 1 of each unit is near the nurse. */
const plain = (near: readonly string[] = ['01']) =>
  bedsOf(
    [
      { code: 'A', policy: 'male', units: 2, columns: 5, rows: 4 },
      { code: 'B', policy: 'female', units: 2, columns: 5, rows: 4 },
      { code: 'C', policy: 'family', units: 2, columns: 5, rows: 4 },
    ],
    (_, code) => (near.includes(code.slice(-2)) ? ['nearNurse'] : []),
  );

const give = (people: Person[], input: Partial<AllocationInput> = {}) => {
  const beds = input.beds ?? plain();
  const result = allocate({
    beds,
    occupants: [],
    fixed: [],
    settings: DEFAULT_ALLOCATION_SETTINGS,
    ...input,
    people,
  });
  const bedOf = (n: number): Bed | undefined => {
    const placed = result.placed.find(({ stayId }) => stayId === stay(n));
    return beds.find(({ bedId }) => bedId === placed?.bedId);
  };
  const said = (n: number) => {
    const placed = result.placed.find(({ stayId }) => stayId === stay(n));
    const unplaced = result.unplaced.find(({ stayId }) => stayId === stay(n));
    return [...(placed?.reasons ?? []), ...(placed?.warnings ?? []), ...(unplaced?.reasons ?? [])].map(
      ({ code }) => code,
    );
  };
  return { ...result, bedOf, said };
};

const settings = (changes: Partial<AllocationSettings>): AllocationSettings => ({
  ...DEFAULT_ALLOCATION_SETTINGS,
  ...changes,
});

const distance = (a: Bed | undefined, b: Bed | undefined): number =>
  a && b && a.unitId === b.unitId ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY;

const keeping = (free: readonly string[], beds = plain()) =>
  occupy(
    beds,
    beds
      .filter(({ code }) => !free.includes(code))
      .map((bed, i) => [bed.code, person(1000 + i, { sex: bed.sexPolicy === 'male' ? 'male' : 'female' })]),
  );

describe('men, women and families', () => {
  it('puts men into zones for men and women into zones for women', () => {
    const { bedOf } = give([person(1), person(2, { sex: 'female' })]);
    expect(bedOf(1)?.sexPolicy).toBe('male');
    expect(bedOf(2)?.sexPolicy).toBe('female');
  });

  it('puts a mother and her child into neighbouring beds of a family zone', () => {
    const { bedOf, said } = give([
      person(1, { sex: 'female', familyId: family(1) }),
      person(2, { ageYears: 6, familyId: family(1) }),
    ]);
    expect(bedOf(1)?.sexPolicy).toBe('family');
    expect(distance(bedOf(1), bedOf(2))).toBeLessThan(3);
    expect(said(2)).toContain('beside-family');
  });

  it('keeps father, mother and two children together, each child beside a parent', () => {
    const all = { familyId: family(1) };
    const { bedOf } = give([
      person(1, all),
      person(2, { ...all, sex: 'female' }),
      person(3, { ...all, ageYears: 5 }),
      person(4, { ...all, ageYears: 9 }),
    ]);
    expect(new Set([1, 2, 3, 4].map((n) => bedOf(n)?.unitId)).size).toBe(1);
    for (const child of [3, 4]) {
      expect(Math.min(distance(bedOf(child), bedOf(1)), distance(bedOf(child), bedOf(2)))).toBeLessThan(3);
    }
  });

  it('leaves one parent with the child and the other in their own zone when the family zone is short', () => {
    const free = ['C-01-01', 'C-01-02', 'A-01-05', 'A-01-06', 'A-01-07', 'B-01-05', 'B-01-06', 'B-01-07'];
    const { beds, occupants } = keeping(free);
    const all = { familyId: family(1) };
    const { bedOf, said, unplaced } = give(
      [person(1, all), person(2, { ...all, sex: 'female' }), person(3, { ...all, ageYears: 5 })],
      { beds, occupants },
    );
    expect(unplaced).toEqual([]);
    const parents = [bedOf(1)?.sexPolicy, bedOf(2)?.sexPolicy];
    expect(parents.filter((policy) => policy === 'family')).toHaveLength(1);
    expect(bedOf(3)?.sexPolicy).toBe('family');
    expect([...said(1), ...said(2)]).toContain('family-apart');
  });

  it('sends a couple to their own zones, but keeps them together where one needs the other’s care', () => {
    const couple = (mobility: Person['mobility']) =>
      give([person(1, { familyId: family(1), mobility }), person(2, { familyId: family(1), sex: 'female' })]);
    const well = couple('walks');
    expect([well.bedOf(1)?.sexPolicy, well.bedOf(2)?.sexPolicy]).toEqual(['male', 'female']);
    expect(well.said(1)).not.toContain('family-apart');
    const cared = couple('wheelchair');
    expect(cared.bedOf(1)?.sexPolicy).toBe('family');
    expect(distance(cared.bedOf(1), cared.bedOf(2))).toBeLessThan(3);
  });

  it('puts sisters beside each other in a zone for women, not into a family zone', () => {
    const sisters = { sex: 'female' as const, familyId: family(1) };
    const { bedOf } = give([person(1, sisters), person(2, sisters)]);
    expect(bedOf(1)?.sexPolicy).toBe('female');
    expect(distance(bedOf(1), bedOf(2))).toBeLessThan(3);
  });

  it('puts a child who came alone beside the nurse station of a family zone, with a warning', () => {
    const { bedOf, said } = give([person(1, { ageYears: 10 })]);
    expect(bedOf(1)?.sexPolicy).toBe('family');
    expect(bedOf(1)?.attributes).toContain('nearNurse');
    expect(said(1)).toContain('child-alone');
  });

  it('leaves a child who came alone to the nurse when nothing near the nurse is free, and says so', () => {
    const { beds, occupants } = keeping(['C-01-07', 'C-01-08']);
    const { said, unplaced } = give([person(1, { ageYears: 10 })], { beds, occupants });
    expect(unplaced).toHaveLength(1);
    expect(said(1)).toEqual(['no-bed-near-nurse']);
  });

  it('puts a child beside the mother who is in house already', () => {
    const mother = person(50, { sex: 'female', familyId: family(1) });
    const { beds, occupants } = occupy(plain(), [['C-02-13', mother]]);
    const { bedOf, said } = give([person(1, { ageYears: 4, familyId: family(1) })], { beds, occupants });
    expect(
      distance(
        bedOf(1),
        beds.find(({ code }) => code === 'C-02-13'),
      ),
    ).toBeLessThan(3);
    expect(said(1)).toContain('beside-family');
  });

  it('names the mother who lies in a zone for women when her child comes after her', () => {
    const mother = person(50, { sex: 'female', familyId: family(1) });
    const { beds, occupants } = occupy(plain(), [['B-01-07', mother]]);
    const { bedOf, placed } = give([person(1, { ageYears: 4, familyId: family(1) })], { beds, occupants });
    expect(bedOf(1)?.sexPolicy).toBe('family');
    expect(placed[0]?.warnings).toContainEqual({
      code: 'relative-elsewhere',
      params: { names: 'P50 (B-01-07)' },
    });
  });

  it('puts a class of twelve and their teacher up: as many beside the teacher as go, the others near the nurse', () => {
    const klass = Array.from({ length: 12 }, (_, i) => person(i + 2, { ageYears: 8, familyId: family(1) }));
    const { placed, said } = give([person(1, { familyId: family(1) }), ...klass], {
      beds: plain(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10']),
    });
    expect(placed).toHaveLength(13);
    expect(klass.filter((_, i) => said(i + 2).includes('child-apart')).length).toBeGreaterThan(7);
  });
});

describe('whose sex or age is not known', () => {
  it('gives a bed in a family zone with a warning', () => {
    const { bedOf, said } = give([person(1, { sex: 'unknown' })]);
    expect(bedOf(1)?.sexPolicy).toBe('family');
    expect(said(1)).toContain('sex-unknown');
  });

  it('leaves the choice to the nurse where the hospital says so', () => {
    const { said } = give([person(1, { sex: 'unknown' })], { settings: settings({ unknownSex: 'by-hand' }) });
    expect(said(1)).toEqual(['sex-unknown-by-hand']);
  });

  it('treats somebody of unknown age as an adult, with a warning', () => {
    const { bedOf, said } = give([person(1, { ageYears: null })]);
    expect(bedOf(1)?.sexPolicy).toBe('male');
    expect(said(1)).toContain('age-unknown');
  });
});

describe('what patients need', () => {
  it('gives oxygen to whoever needs it, though an earlier arrival would like the bed', () => {
    const { bedOf, said } = give(
      [...Array.from({ length: 30 }, (_, i) => person(i + 2)), person(1, { needs: ['oxygen'] })],
      { beds: hall },
    );
    expect(bedOf(1)?.attributes).toContain('oxygen');
    expect(said(1)).toContain('has-equipment');
  });

  it('gives another bed with a warning where the beds with oxygen are taken, or where there is none', () => {
    const lying = hall
      .filter((b) => b.attributes.includes('oxygen'))
      .map((b, i) => [b.code, person(500 + i)] as const);
    const taken = give([person(1, { needs: ['oxygen'] })], occupy(hall, lying));
    expect(taken.said(1)).toContain('equipment-taken');
    const absent = give([person(1, { needs: ['oxygen'] })]);
    expect(absent.said(1)).toContain('equipment-absent');
  });

  it('puts an old man in a wheelchair near toilet and nurse, and keeps such beds from the young', () => {
    const { bedOf } = give([person(1, { ageYears: 82, mobility: 'wheelchair' }), person(2)], {
      beds: stadium,
    });
    expect(bedOf(1)?.attributes).toEqual(expect.arrayContaining(['nearToilet', 'nearNurse']));
    expect(bedOf(2)?.attributes).not.toContain('nearNurse');
  });

  it('gives a bed to whoever belongs in a designated hospital all the same, and flags it', () => {
    const { bedOf, said } = give([
      person(1, { classification: 'severe' }),
      person(2, { keyGroups: ['diabetes'] }),
    ]);
    expect(bedOf(1)).toBeDefined();
    expect(said(1)).toContain('belongs-elsewhere');
    expect(said(2)).toContain('high-risk');
  });
});

describe('the hospital’s settings', () => {
  it('does not mix classifications in a care unit where it may not', () => {
    const people = Array.from({ length: 40 }, (_, i) =>
      person(i, { sex: 'female', classification: i % 3 === 0 ? 'mild' : 'asymptomatic' }),
    );
    const { placed, bedOf } = give(people, {
      beds: stadium,
      settings: settings({ mixClassifications: 'not-in-a-unit' }),
    });
    expect(placed).toHaveLength(40);
    const classes = new Map<string, Set<string>>();
    people.forEach(({ classification }, i) => {
      const unit = bedOf(i)?.unitCode ?? '';
      classes.set(unit, (classes.get(unit) ?? new Set()).add(classification));
    });
    expect([...classes.values()].every((of) => of.size === 1)).toBe(true);
    // As few units as will do: 14 mild and 26 asymptomatic women need one and two.
    expect(classes.size).toBe(3);
  });

  it('says so when every care unit is of another classification', () => {
    const { beds, occupants } = occupy(plain(), [
      ['A-01-05', person(51, { classification: 'asymptomatic' })],
      ['A-02-05', person(52, { classification: 'asymptomatic' })],
    ]);
    const { said } = give([person(1)], {
      beds,
      occupants,
      settings: settings({ mixClassifications: 'not-in-a-unit' }),
    });
    expect(said(1)).toEqual(['classification-full']);
  });

  it('spreads patients evenly, or fills one care unit after the other', () => {
    const people = Array.from({ length: 12 }, (_, i) => person(i));
    const units = (fill: AllocationSettings['fill']) => {
      const { bedOf } = give(people, { settings: settings({ fill }) });
      return people.map((_, i) => bedOf(i)?.unitCode).filter((code) => code === 'A-01').length;
    };
    expect(units('even')).toBe(6);
    expect(units('one-by-one')).toBe(12);
  });

  it('keeps the reserve of a zone until somebody would have no bed, and says so then', () => {
    const { beds, occupants } = keeping(['A-01-05', 'A-01-06', 'A-02-05']);
    const one = give([person(1)], { beds, occupants });
    expect(one.said(1)).not.toContain('reserve-used');
    const three = give([person(1), person(2), person(3)], { beds, occupants });
    expect(three.unplaced).toEqual([]);
    expect([1, 2, 3].filter((n) => three.said(n).includes('reserve-used'))).toEqual([2, 3]);
  });
});

describe('a proposal', () => {
  it('keeps what was chosen by hand, with what speaks against it, and puts the family around it', () => {
    const beds = plain();
    const bed = beds.find(({ code }) => code === 'C-02-13');
    if (bed === undefined) throw new Error('C-02-13');
    const all = { familyId: family(1) };
    const { bedOf, said } = give([person(1, all), person(2, { ...all, ageYears: 3 })], {
      beds,
      fixed: [{ stayId: stay(1), bedId: bed.bedId }],
    });
    expect(bedOf(1)?.code).toBe('C-02-13');
    expect(said(1)).toContain('chosen-by-hand');
    expect(distance(bedOf(2), bed)).toBeLessThan(3);
  });

  it('places nobody else where a bed was chosen twice or is not free', () => {
    const { beds, occupants } = occupy(plain(), [['A-01-01', person(50)]]);
    const id = (code: string) => {
      const bed = beds.find((b) => b.code === code);
      if (bed === undefined) throw new Error(code);
      return bed.bedId;
    };
    const { said } = give([person(1), person(2), person(3)], {
      beds,
      occupants,
      fixed: [
        { stayId: stay(1), bedId: id('A-01-02') },
        { stayId: stay(2), bedId: id('A-01-02') },
        { stayId: stay(3), bedId: id('A-01-01') },
      ],
    });
    expect([said(1)[0], said(2), said(3)]).toEqual(['chosen-by-hand', ['fixed-bed-twice'], ['bed-occupied']]);
  });

  it('gives a reserved bed to the one it is reserved for and to nobody else', () => {
    const beds = plain().map((bed) =>
      bed.code === 'A-01-03'
        ? { ...bed, state: 'reserved' as const, reservedFor: stay(2), heldBy: 'P2' }
        : bed,
    );
    const { bedOf } = give([person(1), person(2)], { beds });
    expect(bedOf(2)?.code).toBe('A-01-03');
    expect(bedOf(1)?.code).not.toBe('A-01-03');
  });

  it('offers up to three other beds that are free and allowed', () => {
    const { placed } = give([person(1), person(2, { sex: 'female' })], { beds: hall });
    const taken = placed.map(({ bedId }) => bedId);
    for (const { alternatives } of placed) {
      expect(alternatives).toHaveLength(3);
      for (const { bedId } of alternatives) expect(taken).not.toContain(bedId);
    }
  });

  it('places those who came first when beds run out, and says why the others have none', () => {
    const { beds, occupants } = keeping(['A-01-05', 'A-01-06']);
    const { bedOf, said } = give([person(3), person(2), person(1)], { beds, occupants });
    expect([bedOf(1), bedOf(2)].every((bed) => bed !== undefined)).toBe(true);
    expect(said(3)).toEqual(['no-free-bed']);
  });

  it('says that a hospital without a family zone has none', () => {
    const { said } = give([person(1, { ageYears: 5 })], {
      beds: plain().filter(({ sexPolicy }) => sexPolicy !== 'family'),
    });
    expect(said(1)).toEqual(['no-zone']);
  });

  it('proposes for one person as for many', () => {
    const situation = { beds: hall, occupants: [], settings: DEFAULT_ALLOCATION_SETTINGS };
    const one = proposeForOne(person(1, { ageYears: 75 }), situation);
    expect(one).toEqual(give([person(1, { ageYears: 75 })], { beds: hall }).placed[0]);
  });

  it('has nothing to say about nobody', () => {
    expect(give([])).toMatchObject({ placed: [], unplaced: [], objective: 0, bound: 0 });
  });
});
