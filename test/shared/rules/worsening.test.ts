import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProtocol } from '#main/protocols/shipped-protocols.ts';
import type { Observation, VitalSigns } from '#shared/contract/rounds.ts';
import { SAID_BY } from '#shared/rules/alert-rules.ts';
import { assess } from '#shared/rules/assess.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { news2 } from '#shared/rules/news2.ts';

const PROTOCOL = defaultProtocol();
const ADULT = { age: { years: 40, months: 480 }, pregnant: false, scale2: false };
const PREGNANT = { ...ADULT, pregnant: true };
type Patient = typeof ADULT;

const at = (hours: number): Instant =>
  new Date(Date.UTC(2022, 3, 1) + hours * 3_600_000).toISOString() as Instant;
const series = (all: readonly VitalSigns[]): Observation[] =>
  all.map((signs, index) => ({ ...signs, takenAt: at(index) }));

/** Everything that stands after each observation in turn is acknowledged; what rings after the last? */
function ringing(all: readonly VitalSigns[], patient: Patient): string[] {
  const observations = series(all);
  const seen = new Set<string>();
  const standing = (until: number) => assess(observations.slice(0, until), patient, PROTOCOL).standing;
  for (let until = 1; until < observations.length; until += 1)
    for (const { kind, since } of standing(until)) seen.add(`${kind} ${since}`);
  return standing(observations.length)
    .filter(({ kind, since }) => ![kind, ...(SAID_BY[kind] ?? [])].some((one) => seen.has(`${one} ${since}`)))
    .map(({ kind }) => kind);
}

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
  trend: 'same',
  calm: true,
  note: '',
};
const signs = fc.record({
  pulse: fc.integer({ min: 35, max: 160 }),
  respiratoryRate: fc.integer({ min: 6, max: 45 }),
  spo2: fc.integer({ min: 70, max: 100 }),
  oxygen: fc.constantFrom('air' as const, 'oxygen' as const),
  systolic: fc.integer({ min: 70, max: 230 }),
  consciousness: fc.constantFrom('alert' as const, 'confusion' as const, 'unresponsive' as const),
  temperature: fc.integer({ min: 340, max: 410 }).map((tenths) => tenths / 10),
});
const full = signs.map((some): VitalSigns => ({ ...WELL, ...some }));
const SIGNS = [
  'pulse',
  'respiratoryRate',
  'spo2',
  'oxygen',
  'systolic',
  'consciousness',
  'temperature',
] as const;

/** Of a round of a few signs only, the others not looked at. */
const only = (one: VitalSigns, looked: readonly (typeof SIGNS)[number][]): VitalSigns => ({
  ...one,
  ...Object.fromEntries(SIGNS.filter((sign) => !looked.includes(sign)).map((sign) => [sign, null])),
});
const scoreOf = (one: VitalSigns) => {
  const score = news2(one, { ageYears: 40, pregnant: false, scale2: false }, PROTOCOL.ages.scoreFrom);
  if (score.kind === 'not-applicable') throw new Error('applies');
  return score;
};
const totalOf = (one: VitalSigns) =>
  Object.values(scoreOf(one).points).reduce((sum, points) => sum + points, 0);
const alarming = (one: VitalSigns) => totalOf(one) >= 5 || scoreOf(one).threes.length > 0;

describe('somebody who becomes worse after everything was acknowledged', () => {
  it('rings whenever the score rises to or within what has to be known, or another column comes to 3', () => {
    let judged = 0;
    fc.assert(
      fc.property(fc.array(full, { minLength: 1, maxLength: 4 }), full, (before, last) => {
        const former = before.at(-1) ?? WELL;
        const newThree = scoreOf(last).threes.some((sign) => !scoreOf(former).threes.includes(sign));
        fc.pre(alarming(last) && (totalOf(last) > totalOf(former) || newThree));
        judged += 1;
        const rang = ringing([...before, last], ADULT).some((kind) => kind.startsWith('news2'));
        expect(rang).toBe(true);
      }),
      { numRuns: 600 },
    );
    expect(judged).toBeGreaterThan(100);
  });

  it('rings also when the round looked only at what became worse', () => {
    fc.assert(
      fc.property(full, full, fc.constantFrom(...SIGNS), (before, last, sign) => {
        const worse = { ...before, [sign]: last[sign] };
        fc.pre(alarming(before) && totalOf(worse) > totalOf(before));
        expect(ringing([before, only(worse, [sign])], ADULT)).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('rings in those without a score as well, at a clear step under a severe criterion', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 75, max: 93 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 30, max: 50 }),
        fc.integer({ min: 0, max: 20 }),
        (spo2, lower, respiratoryRate, faster) => {
          const before = { ...WELL, spo2, respiratoryRate };
          const last = { ...WELL, spo2: spo2 - lower, respiratoryRate: respiratoryRate + faster };
          expect(ringing([before, last], PREGNANT)).toEqual(lower >= 3 || faster >= 5 ? ['severe'] : []);
        },
      ),
    );
  });

  it('rings when it creeps, one per cent at a time', () => {
    const creeping = [93, 92, 91, 90].map((spo2) => ({ ...WELL, spo2 }));
    expect(ringing(creeping.slice(0, 3), PREGNANT)).toEqual([]);
    expect(ringing(creeping, PREGNANT)).toEqual(['severe']);
  });

  it('rings when a temperature adds a point to a single 3, and says which', () => {
    const three = { ...WELL, consciousness: 'confusion' as const };
    const feverish = only({ ...WELL, temperature: 38.5 }, ['temperature']);
    expect(ringing([three, feverish], ADULT)).toContain('news2-single');
    const { standing } = assess(series([three, feverish]), ADULT, PROTOCOL);
    expect(standing.find(({ kind }) => kind === 'news2-single')?.sentence().zh).toBe(
      '意识 新发意识模糊（3 分）；NEWS2 至少 1 分（项目不全）：体温 38.5（1 分）',
    );
  });
});

describe('somebody who becomes better', () => {
  it('rings nowhere by the score, by whatever steps', () => {
    fc.assert(
      fc.property(full, fc.array(fc.subarray([...SIGNS]), { minLength: 1, maxLength: 4 }), (worst, steps) => {
        const course = [worst];
        for (const healed of steps) {
          const well = Object.fromEntries(healed.map((sign) => [sign, WELL[sign]]));
          course.push({ ...(course.at(-1) ?? worst), ...well });
        }
        expect(ringing(course, ADULT).filter((kind) => kind.startsWith('news2'))).toEqual([]);
      }),
    );
  });
});
