import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepSchedule, writeAllDue } from '#main/daily-reports/keep-schedule.ts';
import { connect } from '#main/db/open.ts';
import type { Desk } from '#main/desk/desk.ts';
import type { DailyFormat } from '#shared/contract/daily-reports.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { handsAt } from './hands.ts';

let ward: TestWard;
let told: string[];
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:30');
  told = [];
});
afterEach(async () => {
  expect(ward.defects).toEqual([]);
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  await ward.close();
});

const set = (cutOffs: string[], formats: DailyFormat[] = ['txt']) =>
  ward.call('daily.setSchedule', { cutOffs, language: 'zh-CN', formats });
const tell = (procedure: string, why: string) => void told.push(`${procedure}: ${why}`);
const runs = async () => (await ward.call('daily.schedule', {})).runs;
/** What was put on record by one look at the schedule. */
async function due() {
  const before = new Set((await runs()).map((run) => JSON.stringify(run)));
  await writeAllDue({ call: ward.reply }, tell);
  return (await runs()).filter((run) => !before.has(JSON.stringify(run)));
}
const exports = () => join(ward.folder, 'exports');
const names = (folder = exports()) => (existsSync(folder) ? readdirSync(folder).sort() : []);
/** A stick that takes no file, because it is one itself. */
async function badStick(): Promise<string> {
  const folder = join(ward.folder, 'stick');
  writeFileSync(folder, 'a file where a folder should be');
  await ward.call('daily.setFolder', { folder });
  return folder;
}

describe('reports by themselves', () => {
  it('are written at the cut-off, once, and caught up after the PC was off', async () => {
    await set(['12:00'], ['xlsx', 'txt']);
    expect(await due()).toEqual([]);
    ward.at('2022-04-06 12:01');
    expect(await due()).toMatchObject([{ late: false, problem: null }, { late: true }]);
    expect(await due()).toEqual([]);
    expect(names()).toHaveLength(4);
    expect(names()).toContain('日报-2022-04-06-1200.xlsx');
    ward.at('2022-04-08 18:00');
    expect(await due()).toMatchObject([{ late: true }, { late: true }]);
    expect(names()).toHaveLength(8);
  });

  it('are those of the signed version where one stands', async () => {
    await set(['12:00']);
    const hands = handsAt(ward);
    const person = await hands.admit('甲', 'A-01-01');
    ward.at('2022-04-05 12:01');
    await hands.sign();
    await hands.discharge(person, 'on-order', { happenedAt: '2022-04-05T11:00+08:00' });
    await due();
    expect(names()).toEqual(['日报-2022-04-05-1200-v1.txt']);
    expect(readFileSync(join(exports(), names()[0] ?? ''), 'utf8')).toMatch(/第 1 版[\s\S]*现有在舱 1 人/);
  });

  it('go to no folder that depends on where the program was started', async () => {
    const named = await ward.refused('daily.setFolder', { folder: 'reports' });
    expect(named).toMatchObject({ code: 'cannot-write-file', params: { file: 'reports' } });
    expect((await ward.call('daily.schedule', {})).schedule).toBeNull();
  });

  it('tell once of a folder that cannot be written, and try again until it can', async () => {
    await set(['12:00']);
    const folder = await badStick();
    ward.at('2022-04-05 12:01');
    const [run] = await due();
    expect(run).toMatchObject({ files: [] });
    expect(run?.problem).toContain(folder);
    expect(told.join()).toContain('daily.writeDue: ');
    expect(await due()).toEqual([]);
    rmSync(folder);
    mkdirSync(folder);
    expect(await due()).toMatchObject([{ problem: null }]);
    expect(names(folder)).toEqual(['日报-2022-04-05-1200.txt']);
  });

  it('hold nobody else up while files are written', async () => {
    await set(['12:00'], ['xlsx', 'csv', 'txt', 'json']);
    ward.at('2022-04-05 12:01');
    // Another desk is in the middle of an act of its own, and would refuse whoever wants to write to the ward.
    const other = connect(ward.file, {});
    other.exec('begin immediate');
    const run = await ward.call('daily.writeDue', {
      cutOff: '2022-04-05T12:00+08:00',
      madeBy: ward.operatorId,
    });
    other.exec('rollback');
    other.close();
    expect(run).toMatchObject({ problem: null });
    await due();
    expect((await runs()).map(({ files }) => files.length)).toEqual([4]);
  });

  it('are found again, and not written twice, after a crash between the files and the record', async () => {
    await set(['12:00'], ['xlsx', 'csv', 'txt', 'json']);
    ward.at('2022-04-05 12:01');
    const crashing = async (name: string, input: unknown) =>
      name === 'daily.recordRun'
        ? ({ ok: false, kind: 'defect', id: 'crash' } as const)
        : ward.reply(name, input);
    expect(await writeAllDue({ call: crashing }, tell)).toBe(false);
    expect(told).toEqual(['daily.recordRun: crash']);
    expect(names()).toHaveLength(4);
    ward.at('2022-04-05 12:09');
    await due();
    expect(names()).toHaveLength(4);
    expect((await runs())[0]?.files.map((file) => file.slice(-4)).sort()).toEqual([
      ...['.csv', '.txt', 'json', 'xlsx'],
    ]);
  });

  it('are all of one go: where one of them cannot be written none is left behind', async () => {
    await set(['12:00'], ['txt', 'json']);
    ward.at('2022-04-05 12:01');
    // A name that is taken by something that says otherwise is left alone.
    mkdirSync(exports());
    writeFileSync(join(exports(), '日报-2022-04-05-1200.json'), 'somebody’s own');
    expect(await due()).toMatchObject([{ problem: null }]);
    expect(names()).toEqual([
      ...['日报-2022-04-05-1200-2.json', '日报-2022-04-05-1200.json', '日报-2022-04-05-1200.txt'],
    ]);
  });
});

describe('a cut-off that was chosen later', () => {
  it('brings no reports of the time before anybody asked for them', async () => {
    await set(['12:00']);
    ward.at('2022-04-10 13:00');
    await due();
    expect(await runs()).toHaveLength(6);
    const { actId } = await set(['12:00', '18:00', '24:00']);
    expect(await due()).toEqual([]);
    ward.at('2022-04-11 00:01');
    expect(await due()).toMatchObject([{ late: false }, { late: true }]);
    // Taken out and put in again it is a new one; a change that was taken back is none.
    await set(['12:00', '24:00']);
    ward.at('2022-04-12 12:30');
    expect(await due()).toHaveLength(3);
    await ward.call('acts.undo', { actId, beds: [] }).catch(() => undefined);
    const without = await set(['12:00']);
    ward.at('2022-04-13 00:30');
    expect(await due()).toEqual([]);
    await ward.call('acts.undo', { actId: without.actId, beds: [] });
    expect((await due()).map(({ cutOff }) => cutOff)).toEqual(['2022-04-12T16:00:00.000Z']);
  });
});

describe('reports that were missed for more than a week', () => {
  it('are told of as one: how many, and since when', async () => {
    await set(['12:00', '24:00']);
    ward.at('2022-04-05 12:10');
    await due();
    ward.at('2022-04-20 12:10');
    const found = await due();
    const skipped = found.filter(({ problem }) => problem !== null);
    // From midnight of the fifth to noon of the thirteenth.
    expect(skipped).toMatchObject([{ cutOff: '2022-04-13T04:00:00.000Z', files: [] }]);
    expect(skipped[0]?.problem).toBe('与之前漏掉的共 16 份（2022-04-05 24:00 起），已超过 7 天，不再补写');
    expect(found).toHaveLength(15);
    expect(await due()).toEqual([]);
  });
});

describe('a running desk', () => {
  const deskThat = (call: (name: string, input: unknown) => unknown) =>
    ({ hospital: {}, call }) as unknown as Desk;

  it('writes them without being asked, and only where somebody wants them', async () => {
    await set(['12:00']);
    ward.at('2022-04-05 12:01');
    const stop = keepSchedule(deskThat(ward.reply), tell, 20);
    await vi.waitFor(async () => expect(await runs()).toHaveLength(1), { timeout: 20_000 });
    stop();
    expect(names()).toEqual(['日报-2022-04-05-1200.txt']);
    expect(told).toEqual([]);
  });

  it('tells of what it cannot do, on record and in the log, and waits before it tries again', async () => {
    await set(['12:00']);
    ward.at('2022-04-05 12:01');
    let tries = 0;
    const desk = deskThat((name, input) => {
      if (name !== 'daily.writeDue') return ward.reply(name, input);
      tries += 1;
      return Promise.resolve({ ok: false, kind: 'defect', id: 'd-1' });
    });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    try {
      const stop = keepSchedule(desk, tell, 1000);
      const look = async () => {
        vi.advanceTimersByTime(1000);
        // Each answer comes by way of the file; a look is over when the next one would begin.
        for (let i = 0; i < 20; i++) await new Promise((go) => setImmediate(go));
      };
      for (let i = 0; i < 40; i++) await look();
      stop();
    } finally {
      vi.useRealTimers();
    }
    expect(told).toContain('daily.writeDue: d-1');
    expect((await runs())[0]?.problem).toContain('d-1');
    expect(tries).toBeGreaterThan(2);
    expect(tries).toBeLessThan(9);
  });
});
