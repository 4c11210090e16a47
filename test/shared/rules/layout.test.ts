import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LayoutFile, layoutFile } from '#shared/contract/layout.ts';
import { SEX_POLICIES } from '#shared/contract/vocabulary.ts';
import { expandLayout } from '#shared/rules/layout.ts';

const read = (id: string): LayoutFile =>
  layoutFile.parse(
    JSON.parse(readFileSync(new URL(`../../../resources/layouts/${id}.json`, import.meta.url), 'utf8')),
  );

/** One zone of one care unit, four beds in a row, five rows. */
const small = (changes: Partial<LayoutFile> = {}): LayoutFile => ({
  schema: 1,
  id: 'test',
  name: { zh: '试', en: 'test' },
  floor: { width: 20, height: 20 },
  bedPlace: { width: 2.5, height: 2.4 },
  landmarks: [],
  zones: [zone()],
  ...changes,
});

const zone = (changes: Partial<LayoutFile['zones'][number]> = {}): LayoutFile['zones'][number] => ({
  code: 'A',
  name: { zh: '甲', en: 'A' },
  sexPolicy: 'female',
  x: 1,
  y: 1,
  width: 12,
  height: 14,
  pattern: {
    columns: 1,
    rows: 1,
    bedColumns: 4,
    bedRows: 5,
    gap: { x: 1, y: 1 },
    margin: { left: 1, top: 1 },
    equipment: [{ attribute: 'oxygen', beds: [1, 20] }],
  },
  ...changes,
});

const faultsOf = (file: LayoutFile): string =>
  layoutFile
    .safeParse(file)
    .error?.issues.map(({ message }) => message)
    .join('; ') ?? '';

describe('the layouts that come with the program', () => {
  it.each([
    ['stadium-1200', 1200, 60],
    ['hall-200', 200, 10],
    ['small-20', 20, 3],
  ])('%s opens with %i beds in %i care units', (id, beds, units) => {
    const plan = expandLayout(read(id));
    expect(plan.beds).toHaveLength(beds);
    expect(plan.units).toHaveLength(units);
    expect(new Set(plan.zones.map(({ sexPolicy }) => sexPolicy))).toEqual(new Set(SEX_POLICIES));
  });

  it('the stadium has care units of 20 beds, bed A-03-12, and at least 6 m² a bed', () => {
    const file = read('stadium-1200');
    const plan = expandLayout(file);
    const sizes = new Map<string, number>();
    for (const { unitCode } of plan.beds) sizes.set(unitCode, (sizes.get(unitCode) ?? 0) + 1);
    expect(new Set(sizes.values())).toEqual(new Set([20]));
    expect(plan.beds.map(({ code }) => code)).toContain('A-03-12');
    expect(file.bedPlace.width * file.bedPlace.height).toBeGreaterThanOrEqual(6);
  });

  it('the stadium is drawn about as wide as a screen, 16 to 9', () => {
    const { floor } = read('stadium-1200');
    expect(floor.width / floor.height).toBeGreaterThan(1.6);
    expect(floor.width / floor.height).toBeLessThan(1.9);
  });

  it('the stadium takes the 996 people of the first three days with a tenth to spare in each kind of zone', () => {
    const { zones, beds } = expandLayout(read('stadium-1200'));
    // 536 men and boys, 460 women and girls; 73 children came, each with one parent.
    const needed = { male: 451, female: 399, family: 146 };
    for (const policy of SEX_POLICIES) {
      const ours = new Set(zones.filter((z) => z.sexPolicy === policy).map(({ code }) => code));
      const there = beds.filter(({ zoneCode }) => ours.has(zoneCode)).length;
      expect(there).toBeGreaterThan(needed[policy] * 1.1);
    }
  });

  it('has beds near nurse and toilet, sockets and oxygen in every zone, and cots for families', () => {
    const { zones, beds } = expandLayout(read('stadium-1200'));
    for (const { code, sexPolicy } of zones) {
      const there = new Set(beds.filter((b) => b.zoneCode === code).flatMap((b) => b.attributes));
      const wanted = [
        'nearNurse',
        'nearToilet',
        'socket',
        'oxygen',
        ...(sexPolicy === 'family' ? ['cot'] : []),
      ];
      expect([...there]).toEqual(expect.arrayContaining(wanted));
    }
  });
});

describe('a layout written by hand', () => {
  it('may say care units by a pattern: codes in reading order, places in metres', () => {
    const { beds } = expandLayout(small());
    expect(beds).toHaveLength(20);
    expect(beds[0]).toMatchObject({ code: 'A-01-01', x: 3.25, y: 3.2, attributes: ['oxygen'] });
    expect(beds[4]).toMatchObject({ code: 'A-01-05', x: 3.25, y: 5.6, attributes: [] });
  });

  it('means the same with every bed written out', () => {
    const plan = expandLayout(small());
    const { pattern: _, ...rest } = zone();
    const units = plan.units.map(({ zoneCode: __, ...unit }) => ({
      ...unit,
      beds: plan.beds.map(({ unitCode: ___, zoneCode: ____, ...bed }) => bed),
    }));
    const written = layoutFile.parse(small({ zones: [{ ...rest, units }] }));
    expect(expandLayout(written)).toEqual(plan);
  });

  it('marks beds near a toilet only where the toilet serves their zone', () => {
    const toilet = { kind: 'toilet' as const, x: 2, y: 0, width: 3, height: 1 };
    const near = (serves: ('male' | 'female')[]) =>
      expandLayout(small({ nearness: { nearToilet: 3 }, landmarks: [{ ...toilet, serves }] })).beds.filter(
        ({ attributes }) => attributes.includes('nearToilet'),
      ).length;
    expect(near(['female'])).toBeGreaterThan(0);
    expect(near(['male'])).toBe(0);
  });

  it('may have 5,000 beds, not 5,001 and not 19', () => {
    const rows = (bedRows: number, columns = 1): LayoutFile => {
      const base = zone();
      const pattern = base.pattern && { ...base.pattern, bedRows, columns };
      return small({
        floor: { width: 1000, height: 1000 },
        zones: [{ ...base, width: 999, height: 999, ...(pattern ? { pattern } : {}) }],
      });
    };
    expect(faultsOf(rows(50, 25))).toBe('');
    expect(faultsOf(rows(50, 26))).toContain('5200 beds');
    expect(faultsOf(rows(4))).toContain('16 beds');
  });

  it('is refused with a code used twice, and the code is named', () => {
    expect(faultsOf(small({ zones: [zone(), zone()] }))).toContain('A-01-01: used twice');
  });

  it('is refused where a unit stands outside its zone or a zone outside the hall', () => {
    expect(faultsOf(small({ zones: [zone({ height: 8 })] }))).toContain('A-01: outside zone A');
    expect(faultsOf(small({ floor: { width: 10, height: 20 } }))).toContain('A: outside the hall');
  });

  it('is refused where a bed lies outside its unit, on another bed, or has a code of elsewhere', () => {
    const plan = expandLayout(small());
    const { pattern: _, ...rest } = zone();
    const [unit] = plan.units;
    const beds = plan.beds.map(({ code, x, y, attributes }) => ({ code, x, y, attributes }));
    const changed = (first: Partial<(typeof beds)[number]>) => {
      const all = beds.map((bed, i) => (i === 0 ? { ...bed, ...first } : bed));
      const { zoneCode: __, ...place } = unit ?? { zoneCode: '', code: '', x: 0, y: 0, width: 1, height: 1 };
      return faultsOf(small({ zones: [{ ...rest, units: [{ ...place, beds: all }] }] }));
    };
    expect(changed({})).toBe('');
    expect(changed({ x: 0.5 })).toContain('A-01-01: outside care unit A-01');
    expect(changed({ x: 5.75 })).toContain('A-01-02: where A-01-01 stands');
    expect(changed({ code: 'B-01-01' })).toContain('B-01-01: not a code of A-01');
  });

  it('is refused with both a pattern and a list of units, with neither, and with unknown words', () => {
    const { pattern, ...rest } = zone();
    expect(pattern).toBeDefined();
    expect(faultsOf(small({ zones: [rest] }))).toContain('either a pattern or a list of units');
    expect(layoutFile.safeParse({ ...small(), wards: [] }).success).toBe(false);
  });
});
