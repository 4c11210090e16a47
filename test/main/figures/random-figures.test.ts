import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FLOW_FIGURES } from '#shared/contract/figures.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import { type Instant, instantFromMillis } from '#shared/rules/instant.ts';
import { type Done, live, type Step, step } from '../../fixtures/random-days.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { type NaiveStay, NaiveWard } from './naive-ward.ts';

const RUNS = Number(process.env.DAYS ?? 30);
const OPENED = Date.parse('2022-04-04T04:00:00Z');
type Counts = Record<(typeof FLOW_FIGURES)[number], number>;

/** The accounts of (from, to] by watching everybody at every minute at which anything happened. */
function watch(
  stays: readonly NaiveStay[],
  from: Instant,
  to: Instant,
  zoneOf: ReadonlyMap<BedId, string>,
): Map<string, Counts> {
  const places = new Map<string, Counts>();
  const count = (place: string, figure: keyof Counts) => {
    const counts = places.get(place) ?? {
      opening: 0,
      arrived: 0,
      movedIn: 0,
      movedOut: 0,
      left: 0,
      closing: 0,
    };
    counts[figure] += 1;
    places.set(place, counts);
  };
  const whereIs = ({ arrived, left, beds }: NaiveStay, at: Instant): string | null => {
    if (at < arrived || (left !== null && at >= left)) return null;
    const lying = beds.find((bed) => bed.from <= at && (bed.to === null || at < bed.to));
    return lying ? (zoneOf.get(lying.bed) ?? '?') : 'no-bed';
  };
  for (const stay of stays) {
    const moments = [stay.arrived, stay.left, ...stay.beds.flatMap((bed) => [bed.from, bed.to])];
    const inside = [...new Set(moments)]
      .filter((at): at is Instant => at !== null && from < at && at <= to)
      .sort();
    let place = whereIs(stay, from);
    if (place) count(place, 'opening');
    for (const at of inside) {
      const next = whereIs(stay, at);
      if (place === next) continue;
      if (place === null) count(next as string, 'arrived');
      else if (next === null) count(place, 'left');
      else {
        count(place, 'movedOut');
        count(next, 'movedIn');
      }
      place = next;
    }
    if (place) count(place, 'closing');
  }
  return places;
}

const countsOf = (flow: OutputOf<'figures.flow'>): Map<string, Counts> =>
  new Map(
    flow.places
      .map(({ zone, ...counts }): [string, Counts] => [zone?.code ?? 'no-bed', counts])
      .filter(([, counts]) => Object.values(counts).some((people) => people > 0)),
  );

function addsUp(flow: OutputOf<'figures.flow'>): void {
  for (const { opening, arrived, movedIn, movedOut, left, closing } of [...flow.places, flow.total])
    expect(opening + arrived + movedIn - movedOut - left).toBe(closing);
  for (const figure of FLOW_FIGURES)
    expect(flow.places.reduce((sum, place) => sum + place[figure], 0)).toBe(flow.total[figure]);
  expect(flow.total.movedIn).toBe(flow.total.movedOut);
  expect(Object.values(flow.leftByWay).reduce((sum, people) => sum + people, 0)).toBe(flow.total.left);
}

/** Everything that is asked of one period at one state of knowledge, against the naive ward. */
async function compare(
  ward: TestWard,
  naive: NaiveWard,
  zoneOf: ReadonlyMap<BedId, string>,
  [from, middle, to]: [Instant, Instant, Instant],
  knownAt: Instant | undefined,
): Promise<void> {
  const known = knownAt === undefined ? {} : { knownAt };
  const book = knownAt === undefined ? naive.book : naive.bookAt(knownAt);
  const flow = await ward.call('figures.flow', { from, to, ...known });
  addsUp(flow);
  expect(countsOf(flow)).toEqual(watch([...book.values()], from, to, zoneOf));
  const halves = await Promise.all([
    ward.call('figures.flow', { from, to: middle, ...known }),
    ward.call('figures.flow', { from: middle, to, ...known }),
  ]);
  for (const [i, { zone }] of flow.places.entries()) {
    const [first, second] = halves.map(({ places }) => places[i]);
    expect([zone, first?.opening, first?.closing, second?.closing]).toEqual([
      zone,
      flow.places[i]?.opening,
      second?.opening,
      flow.places[i]?.closing,
    ]);
  }
  const census = await ward.call('ward.census', { at: to, ...known });
  expect(census.patients.inHouse).toBe(flow.total.closing);
  expect(census.patients.waiting).toBe(flow.places.at(-1)?.closing);
  expect(census.byZone.map(({ inHouse }) => inHouse)).toEqual(
    flow.places.slice(0, -1).map(({ closing }) => closing),
  );
  const { admittedTotal, dischargedTotal, inHouse } = census.patients;
  const ended = [...book.values()];
  expect(admittedTotal).toBe(ended.filter(({ arrived }) => arrived <= to).length);
  expect(dischargedTotal).toBe(ended.filter(({ left }) => left !== null && left <= to).length);
  expect(admittedTotal - dischargedTotal).toBe(inHouse);
  for (const figure of FLOW_FIGURES) {
    const { rows } = await ward.call('figures.rows', { from, to, figure, place: 'all', ...known });
    expect(rows).toHaveLength(flow.total[figure]);
  }
}

/** What was reported, and the effects of the acts since, give what is known now. */
async function restate(ward: TestWard, from: Instant, to: Instant, knownAt: Instant): Promise<void> {
  const { reported, now, acts } = await ward.call('figures.restatements', { from, to, knownAt });
  expect(reported).toEqual(await ward.call('figures.flow', { from, to, knownAt }));
  expect(now).toEqual(await ward.call('figures.flow', { from, to }));
  for (const [i, place] of reported.places.entries())
    for (const figure of FLOW_FIGURES) {
      const effects = acts.flatMap((act) =>
        act.effects.filter((one) => one.zone?.id === place.zone?.id && one.figure === figure),
      );
      expect(place[figure] + effects.reduce((sum, { by }) => sum + by, 0)).toBe(now.places[i]?.[figure]);
    }
  for (const act of acts) {
    expect(act.recordedAt > knownAt).toBe(true);
    expect(act.stays.length).toBeGreaterThan(0);
  }
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const questions = fc.array(fc.tuple(share, share, share, fc.option(share, { freq: 3 })), {
  minLength: 3,
  maxLength: 6,
});

/** Random days that begin with somebody who is taken from the first zone to the last: chance alone often moves nobody. */
const history = fc
  .tuple(step, step, fc.array(step, { minLength: 20, maxLength: 40 }))
  .map(([admission, move, rest]): Step[] => [
    { ...admission, act: 'admit', bed: 0, bedless: false, late: null },
    { ...move, act: 'move', who: 0, bed: 19, late: null },
    ...rest,
  ]);

/** Whether the latest act took somebody from one zone straight to another. */
function crossed(naive: NaiveWard, done: Done, zoneOf: ReadonlyMap<BedId, string>): boolean {
  const { stayId } = done.input as { stayId?: StayId };
  const [was, is] = (stayId && naive.book.get(stayId)?.beds.slice(-2)) || [];
  return done.name === 'stays.move' && !!was && !!is && zoneOf.get(was.bed) !== zoneOf.get(is.bed);
}

it('tells of any period, at any state of knowledge, what a book kept by the acts alone would say', async () => {
  let crossings = 0;
  await fc.assert(
    fc.asyncProperty(history, questions, async (steps, asked) => {
      const ward = await openTestWard('small-20', '2022-04-04 12:00');
      try {
        const { beds, careUnits, zones } = await ward.call('beds.plan', {});
        const zoneOfUnit = new Map(
          careUnits.map(({ id, zoneId }) => [id, zones.find((zone) => zone.id === zoneId)?.code ?? '']),
        );
        const zoneOf = new Map(beds.map(({ id, careUnitId }) => [id, zoneOfUnit.get(careUnitId) ?? '']));
        const naive = new NaiveWard();
        let last = OPENED + 60_000;
        await live(ward, steps, async (done) => {
          naive.write(done);
          if (crossed(naive, done, zoneOf)) crossings += 1;
          last = Date.parse(done.recordedAt);
        });
        const moment = (part: number) =>
          instantFromMillis(
            Math.round((OPENED - 86_400_000 + part * (last - OPENED + 86_400_000)) / 60_000) * 60_000,
          );
        for (const [a, b, c, k] of asked) {
          const [from, middle, to] = [moment(a), moment(b), moment(c)].sort() as [Instant, Instant, Instant];
          if (from === middle || middle === to) continue;
          await compare(ward, naive, zoneOf, [from, middle, to], k === null ? undefined : moment(k));
          if (k !== null) await restate(ward, from, to, moment(k));
        }
        expect(ward.defects).toEqual([]);
      } finally {
        await ward.close();
      }
    }),
    { numRuns: RUNS },
  );
  // Histories in which nobody changed zones would say nothing of moves.
  expect(crossings).toBeGreaterThanOrEqual(RUNS);
}, 300_000);
