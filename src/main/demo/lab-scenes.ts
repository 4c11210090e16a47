import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import type { StayRow } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import {
  addMinutes,
  type Instant,
  instantFromMillis,
  instantOfLocal,
  localDateOf,
  localOf,
  millisOf,
} from '#shared/rules/instant.ts';
import { DAY, HOUR } from './calendar.ts';
import { type CtCurve, geneOn, madeUpCurve } from './ct-curve.ts';
import type { MovingDesk } from './moving-desk.ts';
import type { Scene, Story } from './story.ts';

const SAMPLING = '06:00';
const RESULTS = '14:40';
/** Minutes over which a morning's samples are spread; everybody has their own minute, the same each day. */
const MORNING_MINUTES = 150;

const HEADINGS = ['样本条码', '姓名', '身份证号', '采样时间', '报告时间', 'ORF1ab Ct', 'N Ct', '结果'];

/** Every morning everybody is sampled, and in the afternoon the laboratory's file comes in. */
export function labScenes(story: Story): Scene[] {
  const { begins, ends, zone, random } = story;
  const curves = new Map(story.stays.map((stay) => [stay, madeUpCurve(random, stay)]));
  const scenes: Scene[] = [];
  for (let day = millisOf(begins); day < millisOf(ends) + DAY; day += DAY) {
    const date = localDateOf(instantFromMillis(day), zone);
    const sampling = instantOfLocal(`${date}T${SAMPLING}`, zone);
    const results = instantOfLocal(`${date}T${RESULTS}`, zone);
    if (!sampling || !results) continue;
    const last = addMinutes(results, (DAY / HOUR) * 60) > ends;
    scenes.push({ at: addMinutes(sampling, 20), play: (desk) => sampleByHand(desk, sampling) });
    scenes.push({ at: results, play: (desk) => importResults(desk, story, { curves, sampling, last }) });
  }
  return scenes;
}

const barcodeOf = (number: number, sampling: Instant): string =>
  `L${sampling.slice(2, 10).replaceAll('-', '')}${String(number).padStart(5, '0')}`;

/** Without a document nobody is found by one: their tube is scanned with the wristband. */
async function sampleByHand(desk: MovingDesk, sampling: Instant): Promise<void> {
  for (const row of await sampledAt(desk, sampling)) {
    if (row.documentNumber !== null) continue;
    await desk.tryAct('floor', 'tests.recordSample', {
      barcode: barcodeOf(row.number, sampling),
      people: [String(row.number)],
    });
  }
}

async function sampledAt(desk: MovingDesk, sampling: Instant): Promise<StayRow[]> {
  const { rows } = await desk.ask('stays.list', { scope: 'present' });
  return rows.filter(({ arrivedAt }) => arrivedAt < sampling);
}

interface Morning {
  curves: ReadonlyMap<{ stayId: StayId | null; arrivesAt: Instant }, CtCurve>;
  sampling: Instant;
  /** The last file has the slips in it that wait in quarantine. */
  last: boolean;
}

async function importResults(desk: MovingDesk, story: Story, morning: Morning): Promise<void> {
  const { sampling } = morning;
  const byStay = new Map([...morning.curves].map(([{ stayId }, curve]) => [stayId, curve]));
  const lines = (await sampledAt(desk, sampling)).map((row) => {
    const curve = byStay.get(row.stayId) ?? { clearOn: 5, perDay: 2, apart: 0.4 };
    const day = Math.floor((millisOf(sampling) - millisOf(row.arrivedAt)) / DAY);
    return lineOf(story, row, { sampling, orf: gene(curve, day, 'orf'), n: gene(curve, day, 'n') });
  });
  if (lines.length === 0) return;
  const file = stringify([HEADINGS, ...(morning.last ? withSlips(lines) : lines)], { bom: true });
  await desk.act('floor', 'tests.importLab', {
    fileName: `核酸结果-${localDateOf(sampling, story.zone)}.csv`,
    base64: Buffer.from(file).toString('base64'),
  });

  function gene(curve: CtCurve, day: number, which: 'orf' | 'n') {
    return geneOn(story.random, curve, day, which);
  }
}

/** One line of the laboratory's list, in the order of its headings. */
function lineOf(
  { zone }: Story,
  row: StayRow,
  { sampling, orf, n }: { sampling: Instant; orf: string; n: string },
): string[] {
  const minute = row.documentNumber === null ? 20 : row.number % MORNING_MINUTES;
  const sampled = localOf(addMinutes(sampling, minute), zone).slice(0, 16).replace('T', ' ');
  const reported = localOf(addMinutes(sampling, 8 * 60), zone)
    .slice(0, 16)
    .replace('T', ' ');
  const positive = [orf, n].some((text) => Number(text) < 35);
  return [
    barcodeOf(row.number, sampling),
    row.name,
    row.documentNumber ?? '',
    sampled,
    reported,
    orf,
    n,
    positive ? '阳性' : '阴性',
  ];
}

/** A name that is not the document's, a tube that says test again, and somebody who was never here. */
function withSlips(lines: string[][]): string[][] {
  const slipped = lines.map((line) => [...line]);
  const [first, second] = slipped.filter(([, , document]) => document !== '');
  if (first) first[1] = '张冠礼';
  if (second) [second[5], second[6], second[7]] = ['复检', '复检', '复检'];
  const stranger = [...(lines[0] ?? [])];
  [stranger[0], stranger[1], stranger[2]] = ['L00000001', '过路人', '229901198001011237'];
  return [...slipped, stranger];
}
