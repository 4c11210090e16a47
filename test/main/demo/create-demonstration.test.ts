import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWardFile } from '#main/db/open.ts';
import {
  createDemonstration,
  type Demonstration,
  fillDemonstration,
} from '#main/demo/create-demonstration.ts';
import { handlers } from '#main/handlers.ts';
import { createRouter } from '#main/ipc/router.ts';
import { demonstrationInWorker } from '#main/jobs/demonstration-in-worker.ts';
import { createWard } from '#main/setup/create-ward.ts';
import { shippedLayout } from '#main/setup/layouts.ts';
import type { Progress } from '#shared/contract/bridge.ts';
import type { OutputOf, QueryName } from '#shared/contract/index.ts';
import { addMinutes, type Instant, millisOf, type TimeZone } from '#shared/rules/instant.ts';

const NOW = '2022-04-14T06:30:12.345Z' as Instant;
const ZONE = 'Asia/Shanghai' as TimeZone;

let folder: string;
let file: string;
let defects: unknown[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fangcang-'));
  file = join(folder, 'ward.db');
  defects = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const story = (more: Partial<Demonstration> = {}): Demonstration => ({
  patients: 14,
  days: 6,
  seed: 3,
  now: NOW,
  layout: shippedLayout('small-20'),
  log: { defect: (_id, _procedure, error) => defects.push(error), slow: () => undefined },
  ...more,
});

describe('a demonstration ward', () => {
  it('of twenty beds is there in a moment, marked as one, and every invariant holds', async () => {
    const begun = process.cpuUsage();
    const made = await createDemonstration(file, story());
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5000);
    expect(made.inHouse).toBe(14);
    const { hospital, verify } = await look(async (ask) => ({
      hospital: await ask('ward.hospital', {}),
      verify: await ask('ward.verify', {}),
    }));
    expect(hospital).toMatchObject({ demo: true, timeZone: ZONE });
    expect(verify).toMatchObject({ clean: true, problems: [] });
    expect(defects).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['ward.db', 'ward.keys']);
  });

  it('adds up, now and on every day before', async () => {
    const made = await createDemonstration(file, story({ patients: 60, layout: shippedLayout('hall-200') }));
    const days = await look(async (ask) => {
      const found = [await ask('ward.census', {})];
      for (let day = 1; day <= 6; day++)
        found.push(await ask('ward.census', { at: addMinutes(NOW, -day * 24 * 60) }));
      return found;
    });
    expect(days[0]?.patients).toMatchObject({ admittedTotal: made.patients, inHouse: 60 });
    for (const { beds, patients, byZone, byClassification } of days) {
      const { total, available, reserved, occupied, awaitingDisinfection, outOfService } = beds;
      expect(available + reserved + occupied + awaitingDisinfection + outOfService).toBe(total);
      expect(patients.admittedTotal - patients.dischargedTotal).toBe(patients.inHouse);
      expect(patients.inHouse).toBe(occupied + patients.waiting);
      expect(byZone.reduce((sum, zone) => sum + zone.inHouse, 0)).toBe(occupied);
      expect(Object.values(byClassification).reduce((sum, n) => sum + n, 0)).toBe(patients.inHouse);
    }
  });

  it('shows what a desk meets: late entries, acts taken back, beds being cleaned, people at the door', async () => {
    await createDemonstration(file, story({ patients: 90, days: 9, layout: shippedLayout('hall-200') }));
    const { census, acts, convoys } = await look(async (ask) => ({
      census: await ask('ward.census', {}),
      acts: await everyAct(ask),
      convoys: await ask('convoys.list', {}),
    }));
    expect(census.beds).toMatchObject({ outOfService: 1 });
    expect(census.beds.awaitingDisinfection).toBeGreaterThan(0);
    expect(census.beds.reserved).toBeGreaterThan(0);
    expect(census.patients.waiting).toBeGreaterThan(0);
    expect(convoys.filter(({ arrivedAt }) => arrivedAt === null)).toHaveLength(2);
    const done = new Set(acts.map(({ procedure }) => procedure));
    for (const procedure of ['stays.admit', 'stays.move', 'stays.swap', 'discharges.commit', 'acts.undo'])
      expect(done).toContain(procedure);
    expect(acts.some(({ late }) => late)).toBe(true);
    expect(new Set(acts.map(({ who }) => who)).size).toBeGreaterThan(4);
  });

  it('shows what a team lead meets: results, rounds, alerts, work that is due, and tomorrow’s list', async () => {
    await createDemonstration(file, story({ patients: 150, days: 9, layout: shippedLayout('hall-200') }));
    const seen = await look(async (ask) => ({
      judged: await ask('eligibility.list', {}),
      quarantine: await ask('tests.quarantine', {}),
      alerts: await ask('alerts.open', {}),
      work: await ask('care.today', { team: 'logistics' }),
      list: await ask('releases.list', { day: '2022-04-15' as never }),
    }));
    expect(seen.judged.counts.eligible).toBeGreaterThan(0);
    expect(seen.judged.counts.notYet).toBeGreaterThan(seen.judged.counts.eligible);
    expect(seen.quarantine.map(({ problem }) => problem)).toContain('name-differs');
    expect(seen.alerts.alerts.length).toBeGreaterThan(0);
    expect(seen.work.turns.some(({ answer }) => answer !== null)).toBe(true);
    expect(seen.list).toMatchObject({ state: 'signed-once' });
  });

  it('has relief teams, one of which took over from another, and nurses on now in every zone', async () => {
    await createDemonstration(file, story({ patients: 60, days: 6, layout: shippedLayout('hall-200') }));
    const { teams, load } = await look(async (ask) => ({
      teams: await ask('shifts.teams', {}),
      load: await ask('shifts.load', {}),
    }));
    expect(teams.map(({ members, zoneIds }) => [members.length > 0, zoneIds.length > 0])).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
    expect(teams.filter(({ takesOverAt, leavesAt }) => takesOverAt ?? leavesAt)).toHaveLength(2);
    expect(load.units.filter(({ staffed }) => !staffed)).toEqual([]);
  });

  it('is the same for the same seed, to the bed', async () => {
    const whoLayWhere = async (seed: number) => {
      const place = join(folder, `${seed}-${Math.random()}`, 'ward.db');
      await createDemonstration(place, story({ seed }));
      const ward = openWardFile(place);
      const rows = await ward.read
        .selectFrom('bed_assignment as a')
        .innerJoin('bed', 'bed.id', 'a.bed_id')
        .innerJoin('stay', 'stay.id', 'a.stay_id')
        .innerJoin('person', 'person.id', 'stay.person_id')
        .select(['stay.number', 'person.name', 'bed.code', 'a.from_at', 'a.to_at'])
        .orderBy('a.id')
        .execute();
      await ward.close();
      return rows;
    };
    const first = await whoLayWhere(11);
    expect(await whoLayWhere(11)).toEqual(first);
    expect(await whoLayWhere(12)).not.toEqual(first);
  });

  it('leaves nothing behind when it is cancelled, and tells how far it has come until then', async () => {
    const heard: Progress[] = [];
    const cancelled = () => heard.length > 3;
    const making = createDemonstration(file, story({ cancelled, progress: (one) => heard.push(one) }));
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
    expect(heard.map(({ step }) => step)).toEqual(['people', 'history', 'history', 'history']);
  });

  it('never takes the place of a ward that is there', async () => {
    await createDemonstration(file, story({ patients: 0 }));
    await expect(createDemonstration(file, story())).rejects.toMatchObject({ code: 'ward-exists' });
  });

  it('can be made in an unused ward of the terminal, which has nobody to pick as operator yet', async () => {
    const layout = shippedLayout('small-20');
    createWard(file, folder, {
      name: '方舱医院',
      timeZone: ZONE,
      demo: false,
      layout,
      zones: [],
      operators: [],
      now: NOW,
    });
    const made = await fillDemonstration(file, story());
    expect(made.inHouse).toBe(14);
    const { hospital, operators, verify } = await look(async (ask) => ({
      hospital: await ask('ward.hospital', {}),
      operators: await ask('ward.operators', {}),
      verify: await ask('ward.verify', {}),
    }));
    expect(hospital).toMatchObject({ name: '方舱医院', demo: true });
    expect(operators.filter(({ kind }) => kind === 'person')).toHaveLength(8 + 40);
    expect(verify.problems).toEqual([]);
    await expect(fillDemonstration(file, story())).rejects.toMatchObject({ code: 'demo-beside-ward' });
  });

  it('is made in a thread of its own when a window asks for it, and is given up there too', async () => {
    const thread = new URL('../../../src/main/jobs/worker.ts', import.meta.url);
    const heard: Progress[] = [];
    const made = await demonstrationInWorker(thread, file, story({ progress: (one) => heard.push(one) }));
    expect(made.inHouse).toBe(14);
    expect(heard.length).toBeGreaterThan(3);
    expect((await look((ask) => ask('ward.census', {}))).patients.inHouse).toBe(14);
    const given = demonstrationInWorker(
      thread,
      `${file}2`,
      story({ patients: 2000, days: 60, cancelled: () => true }),
    );
    await expect(given).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder).sort()).toEqual(['ward.db', 'ward.keys']);
  });
});

type Ask = <N extends QueryName>(name: N, input: object) => Promise<OutputOf<N>>;

/** Asks the ward as it stands at the end of its history. */
async function look<T>(what: (ask: Ask) => Promise<T>): Promise<T> {
  const ward = openWardFile(file);
  const router = createRouter({
    ward,
    zone: ZONE,
    exportFolder: '',
    trustsPaths: false,
    handlers,
    clock: () => millisOf(NOW),
    publish: () => undefined,
    log: { defect: (_id, _procedure, error) => defects.push(error), slow: () => undefined },
  });
  try {
    return await what(async <N extends QueryName>(name: N, input: object) => {
      const reply = await router(name, input);
      if (!reply.ok) throw new Error(JSON.stringify(reply), { cause: defects.at(-1) });
      return reply.value as OutputOf<N>;
    });
  } finally {
    await ward.close();
  }
}

/** The whole history, page by page. */
async function everyAct(ask: Ask): Promise<OutputOf<'acts.recent'>> {
  const all: OutputOf<'acts.recent'> = [];
  for (let before: number | undefined; ; ) {
    const page = await ask('acts.recent', { limit: 500, ...(before === undefined ? {} : { before }) });
    all.push(...page);
    before = page.at(-1)?.seq;
    if (before === undefined) return all;
  }
}
