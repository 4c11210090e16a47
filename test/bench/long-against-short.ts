import { rmSync } from 'node:fs';
import type { InputOf, QueryName } from '#shared/contract/index.ts';
import type { TestWard } from '../fixtures/ward.ts';
import { type Figure, noTimes, type Times, timed } from './figures.ts';
import { DAY, NOW } from './history.ts';
import { openShortWard } from './long-ward.ts';

const ROUNDS = 30;
const SLOW_ROUNDS = 4;

type Ask = <N extends QueryName>(name: N, input: InputOf<N>) => Promise<void>;
interface Question {
  what: string;
  ask: (ask: Ask) => Promise<void>;
  rounds?: number;
  aim?: string;
}

const ago = (days: number) => new Date(NOW - days * DAY).toISOString();
const MAIN = 'CPU median < 40 ms';

/** What team leads look at several times a day, and the two that are asked of the past. */
const QUESTIONS: readonly Question[] = [
  { what: 'the dashboard', ask: (ask) => ask('overview.show', {}), aim: MAIN },
  { what: 'the dashboard’s forecast (worker)', ask: (ask) => ask('overview.forecast', {}) },
  { what: 'the dashboard’s alerts (worker)', ask: (ask) => ask('alerts.count', {}) },
  {
    what: 'a whole refresh: dashboard, forecast, alerts, census',
    ask: async (ask) => {
      await ask('overview.show', {});
      await ask('overview.forecast', {});
      await ask('alerts.count', {});
      await ask('ward.census', {});
    },
  },
  { what: 'the census', ask: (ask) => ask('ward.census', {}), aim: MAIN },
  { what: 'the board', ask: (ask) => ask('beds.board', {}), aim: MAIN },
  { what: 'the zones', ask: (ask) => ask('zones.list', {}), aim: MAIN },
  {
    what: 'the daily report of today’s midnight (worker)',
    ask: (ask) => ask('daily.show', { cutOff: ago(8 / 24) }),
    rounds: SLOW_ROUNDS,
  },
];

/** The same people in house, once after a million others and once after nobody: the ratio is the price of history. */
export async function againstAShortHistory(long: TestWard): Promise<Figure[]> {
  const short = await openShortWard();
  const figures: Figure[] = [];
  for (const { what, ask, rounds = ROUNDS, aim } of QUESTIONS) {
    const times = await inTurn([long, short], ask, rounds);
    const [ours, reference] = times;
    if (!ours || !reference) throw new Error('two wards were asked');
    figures.push({ what: `${what}, against no history`, ours, reference, ...(aim && { aim }) });
  }
  await short.close();
  rmSync(short.folder, { recursive: true, force: true });
  return figures;
}

/** What is asked of a moment a year ago, against the same asked of now, in one ward. */
export async function againstNow(ward: TestWard): Promise<Figure[]> {
  const year = { at: ago(365) };
  const asked: [string, Question['ask'], Question['ask']][] = [
    ['the census', (ask) => ask('ward.census', year), (ask) => ask('ward.census', {})],
    [
      'the census as known then',
      (ask) => ask('ward.census', { ...year, knownAt: ago(364) }),
      (ask) => ask('ward.census', {}),
    ],
    ['the board', (ask) => ask('beds.board', year), (ask) => ask('beds.board', {})],
  ];
  const figures: Figure[] = [];
  for (const [what, then, now] of asked)
    figures.push({
      what: `${what} a year back, against now`,
      ours: await timesOf(ward, then, ROUNDS),
      reference: await timesOf(ward, now, ROUNDS),
      aim: MAIN,
    });
  return figures;
}

/** Turn and turn about, so that a busy minute of the machine meets both. */
async function inTurn(wards: readonly TestWard[], ask: Question['ask'], rounds: number): Promise<Times[]> {
  const all = wards.map(noTimes);
  for (let i = -2; i < rounds; i++)
    for (const [w, ward] of wards.entries())
      await timed(i < 0 ? noTimes() : (all[w] ?? noTimes()), () => ask(asks(ward)));
  return all;
}

const timesOf = async (ward: TestWard, ask: Question['ask'], rounds: number): Promise<Times> =>
  (await inTurn([ward], ask, rounds))[0] ?? noTimes();

const asks =
  (ward: TestWard): Ask =>
  async (name, input) => {
    await ward.call(name, input as never);
  };
