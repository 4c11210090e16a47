import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepBackupsOnTime } from '#main/backups/keep-on-time.ts';
import { runInThread } from '#main/backups/run-in-thread.ts';
import { connect } from '#main/db/connect.ts';
import { firstProblem } from '#main/db/integrity.ts';
import { openTestDesk, type TestDesk } from '../../fixtures/open-desk.ts';
import { spoilIndex } from '../../fixtures/spoil-index.ts';

const DAY = 24 * 3_600_000;
let now: number;
let ward: TestDesk;
let told: string[];
let stop: () => void;

beforeEach(async () => {
  now = Date.parse('2022-04-04T04:00:00Z');
  told = [];
  const thread = new URL('../../../src/main/backups/backup-thread.ts', import.meta.url);
  ward = await openTestDesk({ clock: () => now, runBackup: runInThread(thread) });
  await ward.create();
  await ward.admit('邹丽平');
  stop = keepBackupsOnTime(ward.desk, (what, why) => told.push(`${what}: ${why}`), 1, 20);
});
afterEach(async () => {
  stop();
  await ward.desk.backups.settled();
  await ward.close();
});

const state = () => ward.call('backups.state', {});
const checkedAt = async () => (await state()).deepCheck;

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what()); tries += 1) {
    if (tries > 1000) throw new Error(`waited in vain: ${what}`);
    await sleep(20);
  }
}

/** Several turns of the schedule, and whatever they began. */
async function someTurns(): Promise<void> {
  await sleep(200);
  await ward.desk.backups.settled();
}

it('the whole file is read through once a week, and not in between', async () => {
  await until(async () => (await checkedAt()) !== null);
  const first = await checkedAt();
  now += 6 * DAY;
  await someTurns();
  expect(await checkedAt()).toBe(first);
  now += 2 * DAY;
  await until(async () => (await checkedAt()) !== first);
  expect(await checkedAt()).toBe('2022-04-12T04:00:00.000Z');
  // A clock that was set back far is no reason to wait for the time that it said before.
  now -= 30 * DAY;
  await until(async () => (await checkedAt()) === '2022-03-13T04:00:00.000Z');
  expect(told).toEqual([]);
  expect((await state()).writingStopped).toBeNull();
}, 60_000);

it('what it finds stops all writing; what can be read is read, and the screens are told', async () => {
  await until(async () => (await checkedAt()) !== null);
  await until(async () => (await state()).last !== null);
  spoilIndex(ward.file, '邹丽平');
  const looked = connect(ward.file, { readonly: true });
  expect([firstProblem(looked, 'quick'), firstProblem(looked, 'full')]).toEqual([
    null,
    expect.stringContaining('missing from index'),
  ]);
  looked.close();
  await someTurns();
  expect((await state()).writingStopped).toBeNull();

  now += 8 * DAY;
  ward.published.length = 0;
  await until(async () => (await state()).writingStopped !== null);
  stop();
  expect((await state()).writingStopped).toContain('missing from index');
  expect(told).toContainEqual(expect.stringMatching(/^check: integrity_check: .*missing from index/));
  expect(ward.published.flat()).toContain('backups');
  expect(await ward.refused('ward.addOperator', { name: '新人' })).toMatchObject({ code: 'writing-stopped' });
  expect(await ward.inHouse()).toEqual(['邹丽平']);
  // Known now, it is not looked for every half minute; the next start does look again.
  expect(await ward.desk.backups.isDeepCheckDue()).toBe(false);
  await ward.restart();
  expect(await ward.desk.backups.isDeepCheckDue()).toBe(true);
  expect(await ward.desk.backups.check(true)).toContain('missing from index');

  // What is offered then: the newest copy from before, which was read through when it was made.
  const copies = await ward.call('backups.list', {});
  await ward.call('backups.restore', { file: copies.at(-1)?.file ?? '', recoveryKey: null });
  expect((await state()).writingStopped).toBeNull();
  await ward.admit('丁林宁');
  expect(await ward.inHouse()).toEqual(['丁林宁', '邹丽平'].sort());
}, 60_000);
