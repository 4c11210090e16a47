import { describe, expect, it } from 'vitest';
import { defaultProtocol } from '#main/protocols/shipped-protocols.ts';
import type { Observation, VitalSigns } from '#shared/contract/rounds.ts';
import { assess } from '#shared/rules/assess.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { isOverdue, roundHours } from '#shared/rules/round-interval.ts';

const PROTOCOL = defaultProtocol();
const at = (hours: number): Instant =>
  new Date(Date.UTC(2022, 3, 1) + hours * 3_600_000).toISOString() as Instant;
const NOTHING: VitalSigns = {
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
const WELL: VitalSigns = {
  ...NOTHING,
  temperature: 36.8,
  pulse: 76,
  respiratoryRate: 16,
  spo2: 98,
  oxygen: 'air',
  systolic: 124,
  diastolic: 80,
  consciousness: 'alert',
  symptoms: [],
  trend: 'same',
};
const round = (hours: number, signs: Partial<VitalSigns>, base = WELL): Observation => ({
  ...base,
  ...signs,
  takenAt: at(hours),
});
const adult = { age: { years: 40, months: 480 }, pregnant: false, scale2: false };
const child = { age: { years: 3, months: 40 }, pregnant: false, scale2: false };
const kinds = (observations: Observation[], patient = adult) =>
  assess(observations, patient, PROTOCOL).standing.map(({ kind, since }) => `${kind} ${since.slice(11, 16)}`);

describe('what still holds of somebody’s rounds', () => {
  it('a severe sign begins with the first observation of the unbroken run', () => {
    expect(
      kinds([round(1, { spo2: 93 }), round(2, {}), round(3, { spo2: 93 }), round(4, { spo2: 92 })]),
    ).toEqual(['severe 03:00']);
  });

  it('a round that took only the temperature ends no other alert', () => {
    const series = [round(1, { spo2: 92 }), round(2, { temperature: 36.5 }, NOTHING)];
    expect(kinds(series)).toEqual(['severe 01:00']);
    expect(assess(series, adult, PROTOCOL)).toMatchObject({ severeSince: at(1), watch: 'closest' });
    expect(kinds([...series, round(3, { spo2: 97 }, NOTHING)])).toEqual([]);
  });

  it('a second criterion is a new beginning; when it goes, nothing begins anew', () => {
    const one = [round(1, { spo2: 93 })];
    const two = [...one, round(2, { spo2: 93, respiratoryRate: 30 })];
    expect(kinds(two)).toContain('severe 02:00');
    expect(assess(two, adult, PROTOCOL).severeSince).toBe(at(1));
    expect(kinds([...two, round(3, { spo2: 93 })])).toEqual(['severe 02:00']);
  });

  it('a score of 7 is a new alert after one of 5, and 5 again is its lower part, of the same moment', () => {
    const five = { respiratoryRate: 22, systolic: 105, temperature: 38.5, pulse: 95 };
    const seven = { ...five, spo2: 94, oxygen: 'air' as const, systolic: 95 };
    expect(kinds([round(1, five)])).toContain('news2-urgent 01:00');
    const worse = [round(1, five), round(2, seven)];
    expect(kinds(worse)).toContain('news2-emergency 02:00');
    expect(kinds(worse)).not.toContain('news2-urgent 01:00');
    expect(kinds([...worse, round(3, five)])).toContain('news2-urgent 02:00');
  });

  it('a single 3 and a partial sum of 5 count although the score is incomplete', () => {
    expect(kinds([round(1, { consciousness: 'voice' }, NOTHING)])).toEqual(['news2-single 01:00']);
    expect(kinds([round(1, { consciousness: 'voice', oxygen: 'oxygen' }, NOTHING)])).toEqual([
      'news2-urgent 01:00',
    ]);
  });

  it('children and the pregnant have no score, but severe criteria of their own', () => {
    expect(kinds([round(1, { respiratoryRate: 41 })], child)).toEqual(['severe 01:00']);
    expect(kinds([round(1, { consciousness: 'voice' })], { ...adult, pregnant: true })).toEqual([
      'early-warning 01:00',
    ]);
    expect(kinds([round(1, { consciousness: 'pain' })], child)).toEqual(['severe 01:00']);
  });

  it('a child’s high fever of more than three days is severe from the end of the third day', () => {
    const series = [0, 20, 40, 60, 80].map((hours) => round(hours, { temperature: 39.2 }));
    const { standing } = assess(series, child, PROTOCOL);
    expect(standing.find(({ kind }) => kind === 'severe')).toMatchObject({ since: at(72) });
    expect(kinds(series.slice(0, 4), child)).toEqual(['fever 00:00']);
  });

  it('a fever begins anew where it becomes a high one', () => {
    expect(kinds([round(1, { temperature: 37.3 })])).toEqual(['fever 01:00']);
    expect(kinds([round(1, { temperature: 37.2 })])).toEqual([]);
    expect(kinds([round(1, { temperature: 38 }), round(5, { temperature: 38.2 })])).toEqual(['fever 01:00']);
    expect(kinds([round(1, { temperature: 38 }), round(5, { temperature: 39 })])).toEqual(['fever 05:00']);
  });

  it('the next round comes by the risk', () => {
    const hours = (signs: Partial<VitalSigns>, key = false) =>
      roundHours(assess([round(1, signs)], adult, PROTOCOL).watch, key, PROTOCOL);
    const { rounds } = PROTOCOL;
    expect(hours({})).toBe(rounds.lowHours);
    expect(hours({}, true)).toBe(rounds.keyPatientHours);
    expect(hours({ temperature: 38.1 })).toBe(rounds.scoreOneToFourHours);
    expect(hours({ pulse: 40 })).toBe(rounds.singleThreeHours);
    expect(hours({ pulse: 40, respiratoryRate: 21 })).toBe(rounds.scoreFiveHours);
    expect(hours({ spo2: 93 }, true)).toBe(rounds.scoreFiveHours);
    expect(roundHours(assess([], adult, PROTOCOL).watch, false, PROTOCOL)).toBe(rounds.scoreOneToFourHours);
  });

  it('is overdue once the grace is over, not at its last minute', () => {
    const grace = PROTOCOL.rounds.graceMinutes / 60;
    expect(isOverdue(at(1), at(1 + grace), PROTOCOL)).toBe(false);
    expect(isOverdue(at(1), at(1.02 + grace), PROTOCOL)).toBe(true);
  });
});
