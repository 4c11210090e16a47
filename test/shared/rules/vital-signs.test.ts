import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURED_SIGNS, type VitalSigns } from '#shared/contract/rounds.ts';
import { asShown, isNothing, SIGN_RANGES, signProblems } from '#shared/rules/vital-signs.ts';

const BLANK: VitalSigns = {
  temperature: null,
  pulse: null,
  respiratoryRate: null,
  spo2: null,
  oxygen: null,
  oxygenFlow: null,
  systolic: null,
  diastolic: null,
  consciousness: null,
  symptoms: null,
  trend: null,
  calm: true,
  note: '',
};
const kinds = (signs: Partial<VitalSigns>, age: number | null = 40) =>
  signProblems({ ...BLANK, ...signs }, age).map(({ sign, kind }) => `${sign} ${kind}`);

describe('what a nurse may have typed', () => {
  it.each([
    [{ temperature: 24.9 }, ['temperature impossible']],
    [{ temperature: 25 }, ['temperature unusual']],
    [{ temperature: 34.9 }, ['temperature unusual']],
    [{ temperature: 35 }, []],
    [{ temperature: 41 }, []],
    [{ temperature: 41.1 }, ['temperature unusual']],
    [{ temperature: 45 }, ['temperature unusual']],
    [{ temperature: 368 }, ['temperature impossible']],
    [{ spo2: 100 }, []],
    [{ spo2: 101 }, ['spo2 impossible']],
    [{ spo2: 84 }, ['spo2 unusual']],
    [{ systolic: 120, diastolic: 80 }, []],
    [{ systolic: 80, diastolic: 120 }, ['diastolic impossible']],
    [{ systolic: 100, diastolic: 100 }, ['diastolic impossible']],
    [{ pulse: 0 }, ['pulse impossible']],
  ] as const)('%o: %o', (signs, expected) => {
    expect(kinds(signs)).toEqual(expected);
  });

  it('an infant breathes and beats faster without being asked about', () => {
    expect(kinds({ pulse: 160, respiratoryRate: 50 }, 1)).toEqual([]);
    expect(kinds({ pulse: 160, respiratoryRate: 50 }, 40)).toEqual([
      'pulse unusual',
      'respiratoryRate unusual',
    ]);
    expect(kinds({ pulse: 160 }, null)).toEqual(['pulse unusual']);
  });

  it('every usual value is a possible one', () => {
    for (const sign of MEASURED_SIGNS) {
      const { possible, usual } = SIGN_RANGES[sign];
      for (const { from, to } of [usual.adult, usual.child]) {
        expect(from).toBeGreaterThanOrEqual(possible.from);
        expect(to).toBeLessThanOrEqual(possible.to);
        expect(from).toBeLessThan(to);
      }
    }
  });

  it('a fever, 91% or 25 breaths, which a score needs, is never asked about', () => {
    expect(kinds({ temperature: 39.1, spo2: 91, respiratoryRate: 25, pulse: 131, systolic: 220 })).toEqual(
      [],
    );
  });

  it('keeps what the instrument shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 250, max: 450 }), (tenths) => {
        expect(asShown('temperature', tenths / 10 + 1e-9)).toBe(tenths / 10);
      }),
    );
  });

  it('nothing at all is nothing; a note says that somebody was there', () => {
    expect(isNothing(BLANK)).toBe(true);
    expect(isNothing({ ...BLANK, note: '睡着了' })).toBe(false);
    expect(isNothing({ ...BLANK, symptoms: [] })).toBe(false);
  });
});
