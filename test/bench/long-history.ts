import { rmSync } from 'node:fs';
import { connect } from '#main/db/open.ts';
import type { InputOf, QueryName } from '#shared/contract/index.ts';
import { type Figure, noTimes, type Part, type Times, timed } from './figures.ts';
import { DAY, NOW } from './history.ts';
import { againstAShortHistory, againstNow } from './long-against-short.ts';
import { openLongWard } from './long-ward.ts';

const ROUNDS = 30;
const SLOW_ROUNDS = 5;

/** Who is where now, counted by zone: the least that a dashboard can ask for. */
const PLAIN_CENSUS = `
  select z.code, count(*) as beds, sum(a.id is not null) as taken, sum(d.id is not null) as dirty
  from bed join care_unit u on u.id = bed.care_unit_id join zone z on z.id = u.zone_id
  left join bed_assignment a on a.bed_id = bed.id and a.superseded_by is null and a.to_at is null
  left join disinfection d on d.bed_id = bed.id and d.superseded_by is null and d.to_at is null
  group by z.code`;

/** The same at a past instant, as one would write it without thinking of indexes. */
const PLAIN_PAST = `
  select z.code, count(*) as people
  from stay_period p
  left join bed_assignment a on a.stay_id = p.stay_id and a.superseded_by is null
    and a.from_at <= :at and (a.to_at is null or a.to_at > :at)
  left join bed on bed.id = a.bed_id left join care_unit u on u.id = bed.care_unit_id
  left join zone z on z.id = u.zone_id
  where p.superseded_by is null and p.from_at <= :at and (p.to_at is null or p.to_at > :at)
  group by z.code`;

/** Totals since opening, counted. */
const PLAIN_TOTALS = `
  select count(*) as admitted, count(to_at) as discharged from stay_period where superseded_by is null`;

/** Who came and left in a period, by counting alone. */
const PLAIN_FLOW = `
  select (select count(*) from stay_period where superseded_by is null and from_at > :from and from_at <= :to) as came,
    (select count(*) from stay_period where superseded_by is null and to_at > :from and to_at <= :to) as went`;

/** What a dashboard and a report ask of a hospital that has had a million people. */
export async function measureLongHistory(): Promise<Part> {
  const ward = await openLongWard();
  const database = connect(ward.file, { readonly: true });
  const ago = (days: number) => new Date(NOW - days * DAY).toISOString();

  async function ask<N extends QueryName>(name: N, input: InputOf<N>, rounds = ROUNDS): Promise<Times> {
    const times = noTimes();
    for (let i = -2; i < rounds; i++)
      await timed(i < 0 ? noTimes() : times, () => ward.call(name, input as never));
    return times;
  }
  async function plainly(sql: string, values: Record<string, string>, rounds = SLOW_ROUNDS): Promise<Times> {
    const statement = database.prepare(sql);
    const times = noTimes();
    for (let i = -1; i < rounds; i++)
      await timed(i < 0 ? noTimes() : times, () => statement.all(...(sql.includes(':') ? [values] : [])));
    return times;
  }

  const year = { at: ago(365) };
  const day = { from: ago(1), to: ago(0) };
  const dayLastYear = { from: ago(366), to: ago(365) };
  const known = { knownAt: ago(364) };
  const past = await plainly(PLAIN_PAST, year);
  const figures: Figure[] = [
    ...(await againstAShortHistory(ward)),
    ...(await againstNow(ward)),
    {
      what: 'the census, against beds and zones alone',
      ours: await ask('ward.census', {}),
      reference: await plainly(PLAIN_CENSUS, {}),
      aim: 'p99 < 40 ms',
    },
    {
      what: 'the census, against counting the totals alone',
      ours: await ask('ward.census', {}),
      reference: await plainly(PLAIN_TOTALS, {}),
      aim: 'p99 < 40 ms',
    },
    { what: 'the board of 1,200 beds', ours: await ask('beds.board', {}), aim: 'p99 < 40 ms' },
    {
      what: 'the census a year back',
      ours: await ask('ward.census', year),
      reference: past,
      aim: 'p99 < 40 ms',
    },
    {
      what: 'the census a year back, as known then',
      ours: await ask('ward.census', { ...year, ...known }),
      reference: past,
      aim: 'p99 < 40 ms',
    },
    {
      what: 'the board a year back',
      ours: await ask('beds.board', year),
      reference: past,
      aim: 'p99 < 40 ms',
    },
    {
      what: 'the flow of the last day',
      ours: await ask('figures.flow', day),
      reference: await plainly(PLAIN_FLOW, day),
    },
    {
      what: 'the flow of a day a year back, as known then',
      ours: await ask('figures.flow', { ...dayLastYear, ...known }),
      reference: await plainly(PLAIN_FLOW, dayLastYear),
    },
    {
      what: 'the people who left on that day',
      ours: await ask('figures.rows', { ...dayLastYear, place: 'all', figure: 'left' }),
    },
    {
      what: 'the restatement of yesterday',
      ours: await ask('figures.restatements', { ...day, knownAt: ago(0.1) }, SLOW_ROUNDS),
    },
    {
      what: 'the restatement of that day last year',
      ours: await ask('figures.restatements', { ...dayLastYear, ...known }, SLOW_ROUNDS),
    },
    {
      what: 'the flow of a whole year',
      ours: await ask('figures.flow', { from: ago(365), to: ago(0) }, 2),
    },
  ];
  database.close();
  await ward.close();
  rmSync(ward.folder, { recursive: true, force: true });
  return {
    about:
      'what a dashboard and a report ask for, through the router at 1,000,000 stays (flows run in the worker)',
    figures,
  };
}
