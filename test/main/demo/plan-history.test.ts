import { describe, expect, it } from 'vitest';
import { occupancyByDay, planHistory, type Wanted } from '#main/demo/plan-history.ts';
import { randomFrom } from '#main/demo/random.ts';
import { type Instant, minutesBetween, type TimeZone } from '#shared/rules/instant.ts';

const NOW = '2022-04-14T06:30:00.000Z' as Instant;
const STADIUM = { male: 540, female: 480, family: 180 };
const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  patients: 860,
  days: 10,
  now: NOW,
  zone: 'Asia/Shanghai' as TimeZone,
  beds: STADIUM,
  ...changes,
});

describe('the plan of a history', () => {
  const convoys = planHistory(randomFrom(2022), wanted());
  const stays = convoys.flatMap((convoy) => convoy.stays);

  it('is the same for the same seed', () => {
    expect(planHistory(randomFrom(2022), wanted())).toEqual(convoys);
    expect(planHistory(randomFrom(2023), wanted())).not.toEqual(convoys);
  });

  it.each([
    [860, 10],
    [860, 1],
    [400, 45],
    [12, 3],
    [0, 5],
  ])('ends with %i in house after %i days', (patients, days) => {
    const all = planHistory(randomFrom(5), wanted({ patients, days })).flatMap((convoy) => convoy.stays);
    expect(all.filter(({ leaves }) => leaves === null)).toHaveLength(patients);
  });

  it('never has more people than the beds suffice for', () => {
    for (const target of occupancyByDay(wanted({ patients: 5000 }))) expect(target).toBeLessThan(1200 * 0.9);
  });

  it('sends whole households home together, a day after they came at the earliest', () => {
    for (const { stays: people } of convoys) {
      for (const { person, arrivesAt, leaves } of people) {
        if (leaves !== null) expect(minutesBetween(arrivesAt, leaves.at)).toBeGreaterThan(23 * 60);
        const household = people.filter((other) => other.person.household === person.household);
        expect(new Set(household.map((one) => one.leaves)).size).toBe(1);
      }
    }
  });

  it('takes about one in twelve of those who leave to a hospital', () => {
    const left = [1, 2, 3, 4]
      .flatMap((seed) => planHistory(randomFrom(seed), wanted()))
      .flatMap((convoy) => convoy.stays)
      .flatMap(({ leaves }) => leaves ?? []);
    const share = left.filter(({ way }) => way === 'to-hospital').length / left.length;
    expect(share).toBeGreaterThan(0.06);
    expect(share).toBeLessThan(0.1);
  });

  it('brings people in bus loads, with the last few still at the door', () => {
    const sizes = convoys.map(({ stays: people }) => people.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(54);
    expect(sizes.filter((size) => size >= 20 && size <= 45).length / sizes.length).toBeGreaterThan(0.7);
    const last = convoys.at(-1);
    expect(last?.getsBeds).toBe(false);
    expect(last?.stays.some(({ person }) => person.turnsOutToBe !== null)).toBe(true);
    for (const { arrivesAt } of stays) expect(arrivesAt < NOW).toBe(true);
  });

  it('sees some people again, who are known to the ward', () => {
    const numbers = stays
      .map(({ person }) => person.details.documentNumber)
      .filter((number) => number !== null);
    expect(numbers.length - new Set(numbers).size).toBeGreaterThan(0);
  });
});
