import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProtocol } from '#main/protocols/shipped-protocols.ts';
import type { Observation, VitalSigns } from '#shared/contract/rounds.ts';
import type { Instant, LocalDate } from '#shared/rules/instant.ts';
import { news2 } from '#shared/rules/news2.ts';
import {
  type Age,
  ageAt,
  childRespiratoryLimit,
  feverLongerThan,
  feverSince,
  severeSigns,
} from '#shared/rules/severity.ts';

const PROTOCOL = defaultProtocol();
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
const ADULT: Age = { years: 40, months: 480 };
const months = (n: number): Age => ({ years: Math.floor(n / 12), months: n });
const severe = (signs: Partial<VitalSigns>, age: Age = ADULT) =>
  severeSigns({ ...BLANK, ...signs }, age, PROTOCOL)
    .filter(({ level }) => level === 'severe')
    .map(({ criterion }) => criterion);
const warned = (signs: Partial<VitalSigns>, age: Age = ADULT) =>
  severeSigns({ ...BLANK, ...signs }, age, PROTOCOL)
    .filter(({ level }) => level === 'warning')
    .map(({ criterion }) => criterion);

describe('severe criteria of the ninth edition, adults', () => {
  it('30 breaths a minute are severe, 29 are not', () => {
    expect(severe({ respiratoryRate: 30 })).toEqual(['respiratory-rate']);
    expect(severe({ respiratoryRate: 29 })).toEqual([]);
  });

  it('93% is severe and scores only 2; 94% is neither severe nor more than 1 point', () => {
    const signs: VitalSigns = { ...BLANK, spo2: 93, oxygen: 'air' };
    expect(severe(signs)).toEqual(['spo2']);
    expect(news2(signs, { ageYears: 40, pregnant: false, scale2: false }, 16)).toMatchObject({
      points: { spo2: 2 },
    });
    expect(severe({ spo2: 94, oxygen: 'air' })).toEqual([]);
  });

  it('93% with oxygen is no better than 93% in air', () => {
    expect(severe({ spo2: 93, oxygen: 'oxygen' })).toEqual(['spo2']);
  });

  it('says value and threshold in both languages', () => {
    const [finding] = severeSigns({ ...BLANK, spo2: 92, oxygen: 'air' }, ADULT, PROTOCOL);
    expect(finding?.sentence).toEqual({ zh: '血氧饱和度 92%（空气），≤ 93%', en: 'SpO2 92% (air), ≤ 93%' });
  });

  it('warns before it is severe, and does not warn of what is severe already', () => {
    expect(warned({ spo2: 94 })).toEqual(['low-spo2']);
    expect(warned({ spo2: 93 })).toEqual([]);
    expect(warned({ respiratoryRate: 24, trend: 'worse' })).toEqual(['fast-breathing', 'symptoms-worse']);
    expect(warned({ pulse: 110 })).toEqual(['fast-pulse']);
    expect(warned({ pulse: 109 })).toEqual([]);
  });

  it('what was not looked at meets nothing', () => {
    expect(severeSigns(BLANK, ADULT, PROTOCOL)).toEqual([]);
  });
});

describe('severe criteria of the ninth edition, children', () => {
  it.each([
    [0, 60],
    [1, 60],
    [2, 50],
    [11, 50],
    [12, 40],
    [59, 40],
    [60, 30],
    [167, 30],
  ])('at %d months %d breaths a minute are severe and one fewer are not', (age, limit) => {
    expect(childRespiratoryLimit(age, PROTOCOL)).toBe(limit);
    expect(severe({ respiratoryRate: limit }, months(age))).toEqual(['respiratory-rate']);
    expect(severe({ respiratoryRate: limit - 1 }, months(age))).toEqual([]);
  });

  it('breathing is not judged while the child cries or is feverish, and that is said', () => {
    const fast = { respiratoryRate: 44 };
    expect(severe({ ...fast, calm: false }, months(30))).toEqual([]);
    expect(severe({ ...fast, temperature: 37.3 }, months(30))).toEqual([]);
    expect(severe({ ...fast, temperature: 37.2 }, months(30))).toEqual(['respiratory-rate']);
    const [finding] = severeSigns({ ...BLANK, ...fast, calm: false }, months(30), PROTOCOL);
    expect(finding).toMatchObject({ level: 'not-judged', criterion: 'respiratory-rate' });
  });

  it('refusing food counts with dehydration only', () => {
    expect(severe({ symptoms: ['refuses-food'] }, months(30))).toEqual([]);
    expect(severe({ symptoms: ['refuses-food', 'dehydration'] }, months(30))).toEqual(['refuses-food']);
  });

  it.each(['nasal-flaring', 'retractions', 'drowsy', 'convulsion'] as const)(
    '%s is severe in a child',
    (sign) => {
      expect(severe({ symptoms: [sign] }, months(30))).toEqual([sign]);
      expect(severe({ symptoms: [sign] })).toEqual([]);
    },
  );

  it('is an adult on the fourteenth birthday', () => {
    expect(severe({ symptoms: ['drowsy'] }, months(14 * 12 - 1))).toEqual(['drowsy']);
    expect(severe({ symptoms: ['drowsy'] }, months(14 * 12))).toEqual([]);
  });

  it('counts full months, to the day', () => {
    const on = (day: string) => ageAt('2022-02-05' as LocalDate, day as LocalDate).months;
    expect([on('2022-04-04'), on('2022-04-05'), on('2023-02-04'), on('2023-02-05')]).toEqual([1, 2, 11, 12]);
  });
});

const at = (hours: number): Instant =>
  new Date(Date.UTC(2022, 3, 1) + hours * 3_600_000).toISOString() as Instant;
const taken = (...readings: [hours: number, temperature: number | null][]) =>
  readings.map(
    ([hours, temperature]) => ({ ...BLANK, takenAt: at(hours), temperature }) satisfies Observation,
  );

describe('a fever over several days', () => {
  it('lasts more than three days only after 72 hours of readings', () => {
    const days = (last: number) => taken([0, 39.2], [20, 39.0], [44, 39.5], [66, 39.1], [last, 39.4]);
    expect(feverLongerThan(days(72), 39, 3, at(72))).toBeNull();
    expect(feverLongerThan(days(72.5), 39, 3, at(72.5))).toEqual({ from: at(0), last: at(72.5) });
  });

  it('goes on over a normal temperature between two doses, and ends after a day without', () => {
    expect(feverSince(taken([0, 38], [8, 36.9], [16, 38.2]), 37.3, at(16))?.from).toBe(at(0));
    expect(feverSince(taken([0, 38], [25, 38.2]), 37.3, at(25))?.from).toBe(at(25));
    expect(feverSince(taken([0, 38], [20, 36.5]), 37.3, at(25))).toBeNull();
  });

  it('never begins before its first reading nor ends after its last', () => {
    const reading = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 360, max: 400 }));
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 30 }), (given) => {
        const series = taken(
          ...given.sort(([a], [b]) => a - b).map(([h, t]) => [h, t / 10] as [number, number]),
        );
        const run = feverSince(series, 37.3, at(400));
        if (run === null) return;
        const fevers = series
          .filter(({ temperature }) => (temperature ?? 0) >= 37.3)
          .map(({ takenAt }) => takenAt);
        expect(fevers).toContain(run.from);
        expect(run.last).toBe(fevers[fevers.length - 1]);
      }),
    );
  });
});
