import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { News2Sign, VitalSigns } from '#shared/contract/rounds.ts';
import { news2, news2Bounds, news2Points } from '#shared/rules/news2.ts';

const WELL: VitalSigns = {
  temperature: 36.8,
  pulse: 76,
  respiratoryRate: 16,
  spo2: 98,
  oxygen: 'air',
  oxygenFlow: null,
  systolic: 124,
  diastolic: 80,
  consciousness: 'alert',
  symptoms: [],
  trend: null,
  calm: true,
  note: '',
};
const NOTHING: VitalSigns = {
  ...WELL,
  temperature: null,
  pulse: null,
  respiratoryRate: null,
  spo2: null,
  oxygen: null,
  systolic: null,
  diastolic: null,
  consciousness: null,
  symptoms: null,
};
const adult = { ageYears: 40, pregnant: false, scale2: false };
const score = (signs: Partial<VitalSigns>, patient: Partial<typeof adult> = {}) =>
  news2({ ...WELL, ...signs }, { ...adult, ...patient }, 16);

/** Both sides of every border of the chart, typed off it by hand. */
const EDGES: readonly (readonly [string, News2Sign, Partial<VitalSigns>, number])[] = [
  ['resp', 'respiratoryRate', { respiratoryRate: 8 }, 3],
  ['resp', 'respiratoryRate', { respiratoryRate: 9 }, 1],
  ['resp', 'respiratoryRate', { respiratoryRate: 11 }, 1],
  ['resp', 'respiratoryRate', { respiratoryRate: 12 }, 0],
  ['resp', 'respiratoryRate', { respiratoryRate: 20 }, 0],
  ['resp', 'respiratoryRate', { respiratoryRate: 21 }, 2],
  ['resp', 'respiratoryRate', { respiratoryRate: 24 }, 2],
  ['resp', 'respiratoryRate', { respiratoryRate: 25 }, 3],
  ['scale 1', 'spo2', { spo2: 91 }, 3],
  ['scale 1', 'spo2', { spo2: 92 }, 2],
  ['scale 1', 'spo2', { spo2: 93 }, 2],
  ['scale 1', 'spo2', { spo2: 94 }, 1],
  ['scale 1', 'spo2', { spo2: 95 }, 1],
  ['scale 1', 'spo2', { spo2: 96 }, 0],
  ['scale 1 on oxygen', 'spo2', { spo2: 97, oxygen: 'oxygen' }, 0],
  ['oxygen', 'oxygen', { oxygen: 'oxygen' }, 2],
  ['air', 'oxygen', { oxygen: 'air' }, 0],
  ['systolic', 'systolic', { systolic: 90 }, 3],
  ['systolic', 'systolic', { systolic: 91 }, 2],
  ['systolic', 'systolic', { systolic: 100 }, 2],
  ['systolic', 'systolic', { systolic: 101 }, 1],
  ['systolic', 'systolic', { systolic: 110 }, 1],
  ['systolic', 'systolic', { systolic: 111 }, 0],
  ['systolic', 'systolic', { systolic: 219 }, 0],
  ['systolic', 'systolic', { systolic: 220 }, 3],
  ['pulse', 'pulse', { pulse: 40 }, 3],
  ['pulse', 'pulse', { pulse: 41 }, 1],
  ['pulse', 'pulse', { pulse: 50 }, 1],
  ['pulse', 'pulse', { pulse: 51 }, 0],
  ['pulse', 'pulse', { pulse: 90 }, 0],
  ['pulse', 'pulse', { pulse: 91 }, 1],
  ['pulse', 'pulse', { pulse: 110 }, 1],
  ['pulse', 'pulse', { pulse: 111 }, 2],
  ['pulse', 'pulse', { pulse: 130 }, 2],
  ['pulse', 'pulse', { pulse: 131 }, 3],
  ['alert', 'consciousness', { consciousness: 'alert' }, 0],
  ['confusion', 'consciousness', { consciousness: 'confusion' }, 3],
  ['voice', 'consciousness', { consciousness: 'voice' }, 3],
  ['pain', 'consciousness', { consciousness: 'pain' }, 3],
  ['unresponsive', 'consciousness', { consciousness: 'unresponsive' }, 3],
  ['temperature', 'temperature', { temperature: 35.0 }, 3],
  ['temperature', 'temperature', { temperature: 35.1 }, 1],
  ['temperature', 'temperature', { temperature: 36.0 }, 1],
  ['temperature', 'temperature', { temperature: 36.1 }, 0],
  ['temperature', 'temperature', { temperature: 38.0 }, 0],
  ['temperature', 'temperature', { temperature: 38.1 }, 1],
  ['temperature', 'temperature', { temperature: 39.0 }, 1],
  ['temperature', 'temperature', { temperature: 39.1 }, 2],
];

const SCALE_2: readonly (readonly [number, 'air' | 'oxygen', number])[] = [
  [83, 'air', 3],
  [84, 'air', 2],
  [85, 'air', 2],
  [86, 'air', 1],
  [87, 'air', 1],
  [88, 'air', 0],
  [92, 'air', 0],
  [93, 'air', 0],
  [100, 'air', 0],
  [83, 'oxygen', 3],
  [84, 'oxygen', 2],
  [85, 'oxygen', 2],
  [86, 'oxygen', 1],
  [87, 'oxygen', 1],
  [88, 'oxygen', 0],
  [92, 'oxygen', 0],
  [93, 'oxygen', 1],
  [94, 'oxygen', 1],
  [95, 'oxygen', 2],
  [96, 'oxygen', 2],
  [97, 'oxygen', 3],
];

describe('NEWS2, by the chart of 2017', () => {
  it.each(EDGES)('%s: %s of %o gives %d', (_name, sign, signs, points) => {
    expect(news2Points(sign, { ...WELL, ...signs }, false)).toBe(points);
    const others = signs.oxygen === 'oxygen' && sign !== 'oxygen' ? 2 : 0;
    expect(score(signs)).toMatchObject({ kind: 'complete', total: points + others });
  });

  it.each(SCALE_2)('second SpO2 scale: %d%% on %s gives %d', (spo2, oxygen, points) => {
    expect(news2Points('spo2', { ...WELL, spo2, oxygen }, true)).toBe(points);
  });

  it('adds up, and names the signs with 3 points', () => {
    const ill = score({ respiratoryRate: 25, spo2: 93, oxygen: 'oxygen', systolic: 100, temperature: 38.5 });
    expect(ill).toMatchObject({ kind: 'complete', total: 3 + 2 + 2 + 2 + 1, threes: ['respiratoryRate'] });
  });

  it('has no total while a column is missing, but says what it is at least', () => {
    const partial = score({ consciousness: null, systolic: null, respiratoryRate: 25, spo2: 92 });
    expect(partial).toMatchObject({
      kind: 'incomplete',
      atLeast: 5,
      missing: ['systolic', 'consciousness'],
      threes: ['respiratoryRate'],
    });
    expect(partial).not.toHaveProperty('total');
    expect(news2Bounds(partial)).toEqual({ least: 5, most: 11 });
  });

  it('cannot say what 95% on scale 2 means without knowing of oxygen', () => {
    expect(score({ spo2: 95, oxygen: null }, { scale2: true })).toMatchObject({
      kind: 'incomplete',
      missing: ['spo2', 'oxygen'],
    });
    expect(score({ spo2: 90, oxygen: null }, { scale2: true })).toMatchObject({ missing: ['oxygen'] });
  });

  it('holds from 16 on, and not in pregnancy; an unknown age is scored as an adult, and said so', () => {
    expect(score({}, { ageYears: 15 })).toEqual({ kind: 'not-applicable', why: 'age' });
    expect(score({}, { ageYears: 16 })).toMatchObject({ kind: 'complete', ageUnknown: false });
    expect(score({}, { pregnant: true })).toEqual({ kind: 'not-applicable', why: 'pregnant' });
    expect(news2(WELL, { ...adult, ageYears: null }, 16)).toMatchObject({
      kind: 'complete',
      ageUnknown: true,
    });
  });

  const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
  const signs = fc.record({
    respiratoryRate: maybe(fc.integer({ min: 1, max: 80 })),
    spo2: maybe(fc.integer({ min: 50, max: 100 })),
    oxygen: maybe(fc.constantFrom('air' as const, 'oxygen' as const)),
    systolic: maybe(fc.integer({ min: 40, max: 260 })),
    pulse: maybe(fc.integer({ min: 20, max: 200 })),
    consciousness: maybe(fc.constantFrom('alert' as const, 'voice' as const)),
    temperature: maybe(fc.integer({ min: 300, max: 420 }).map((tenths) => tenths / 10)),
  });

  it('is never more once complete than its bounds had said, nor less', () => {
    fc.assert(
      fc.property(signs, signs, fc.boolean(), (some, rest, scale2) => {
        const patient = { ...adult, scale2 };
        const before = news2Bounds(news2({ ...NOTHING, ...some }, patient, 16));
        const filled = { ...NOTHING, ...WELL };
        for (const key of Object.keys(some) as (keyof typeof some)[]) {
          Object.assign(filled, { [key]: some[key] ?? rest[key] ?? WELL[key] });
        }
        const after = news2(filled, patient, 16);
        if (after.kind !== 'complete' || before === null) throw new Error('every sign was there');
        expect(after.total).toBeGreaterThanOrEqual(before.least);
        expect(after.total).toBeLessThanOrEqual(before.most);
      }),
    );
  });

  it('never falls as breathing gets faster than 12, saturation lower, or the pulse faster than 51', () => {
    const worse = (sign: 'respiratoryRate' | 'pulse' | 'spo2', low: number, high: number, step: 1 | -1) =>
      fc.assert(
        fc.property(fc.integer({ min: low, max: high }), (value) => {
          const points = (at: number) => news2Points(sign, { ...WELL, [sign]: at }, false) ?? 0;
          expect(points(value + step)).toBeGreaterThanOrEqual(points(value));
        }),
      );
    worse('respiratoryRate', 12, 100, 1);
    worse('pulse', 51, 250, 1);
    worse('spo2', 40, 100, -1);
  });
});
