import { connect } from '#main/db/open.ts';
import { randomFrom } from '#main/demo/random.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import { openTestWard, someone, type TestWard } from '../fixtures/ward.ts';
import { noTimes, type Part, type Times, timed } from './figures.ts';

const PATIENTS = 1200;
const OBSERVATIONS = 10;
const RUNS = 12;

/** Every alert of a full ward, with ten rounds of everybody, against reading those rounds in one plain query. */
export async function measureAlerts(): Promise<Part> {
  const ward = await openTestWard('stadium-1200');
  try {
    await fill(ward);
    const database = connect(ward.file, { readonly: true });
    const plain = database.prepare(
      'select * from observation where superseded_by is null order by stay_id, taken_at',
    );
    const reference = noTimes();
    for (let i = -2; i < RUNS; i++) await timed(i < 0 ? noTimes() : reference, () => plain.all());
    database.close();
    const ask = async (work: () => Promise<unknown>): Promise<Times> => {
      const times = noTimes();
      for (let i = -2; i < RUNS; i++) await timed(i < 0 ? noTimes() : times, work);
      return times;
    };
    const { units } = await ward.call('rounds.units', {});
    const of = units[0]?.careUnitId;
    if (!of) throw new Error('nobody has a bed');
    const { alerts } = await ward.call('alerts.open', {});
    return {
      about: `alerts of ${PATIENTS} patients with ${OBSERVATIONS} observations each, against reading the observations; all but the one care unit are answered by the worker`,
      figures: [
        { what: 'every open alert', ours: await ask(() => ward.call('alerts.open', {})), reference },
        { what: 'how many (the badge)', ours: await ask(() => ward.call('alerts.count', {})), reference },
        {
          what: 'the care units of a round',
          ours: await ask(() => ward.call('rounds.units', {})),
          reference,
        },
        {
          what: 'one care unit’s round',
          ours: await ask(() => ward.call('rounds.list', { of })),
          aim: '< 50 ms',
        },
      ],
      notes: [`${alerts.length} alerts were open`],
    };
  } finally {
    await ward.close();
  }
}

/** People by the program's own way; their rounds straight into the file, which would take minutes otherwise. */
async function fill(ward: TestWard): Promise<void> {
  const random = randomFrom(2022);
  const start = ward.at('2022-04-04 12:00');
  for (let i = 0; i < PATIENTS; i++) {
    const details = someone({
      name: `患者${i}`,
      birthDate: `${1940 + (i % 60)}-05-01` as never,
      conditions: i % 5 === 0 ? '高血压，2型糖尿病' : '',
    });
    await ward.call('stays.admit', { details, bedId: null, familyOf: null, convoyId: null });
  }
  await ward.call('allocation.run', {} as never).catch(() => undefined);
  const database = connect(ward.file, {});
  const act = database.prepare('select max(seq) as seq from act').get() as { seq: number };
  const stays = database.prepare('select id from stay').all() as { id: string }[];
  const insert = database.prepare(
    `insert into observation (stay_id, taken_at, temperature, pulse, respiratory_rate, spo2, oxygen, systolic, diastolic,
      consciousness, symptoms, trend, calm, note, recorded_by) values (?, ?, ?, ?, ?, ?, 'air', ?, 80, 'alert', '', 'same', 1, '', ?)`,
  );
  database.exec('begin');
  for (const { id } of stays) {
    for (let i = 0; i < OBSERVATIONS; i++) {
      insert.run(
        id,
        addMinutes(start as Instant, 360 * i + random.int(1, 60)),
        random.int(362, 376) / 10,
        random.int(60, 105),
        random.int(12, 21),
        random.int(94, 99),
        random.int(105, 140),
        act.seq,
      );
    }
  }
  database.exec('commit');
  database.close();
  ward.at('2022-04-07 04:00');
}
