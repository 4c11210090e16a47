import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupFolderOf } from '#main/backups/backup-folder.ts';
import { runHere } from '#main/backups/backup-tasks.ts';
import { diskLevel } from '#main/backups/disk-rules.ts';
import { keepBackupsOnTime } from '#main/backups/keep-on-time.ts';
import { openTestDesk, type TestDesk } from '../../fixtures/open-desk.ts';

let ward: TestDesk;
beforeEach(async () => {
  ward = await openTestDesk();
  await ward.create();
});
afterEach(() => ward.close());

const LOOK_MS = 20;
const state = () => ward.call('backups.state', {});
const reasons = async () => (await ward.call('backups.list', {})).map(({ info }) => info?.because);

describe('on its turn', () => {
  it('a copy is taken after the start, and the file read through', async () => {
    await ward.admit('邹丽平');
    const told: string[] = [];
    const stop = keepBackupsOnTime(ward.desk, (what, why) => told.push(`${what} ${why}`), 1, LOOK_MS);
    // A copy lies in its folder a moment before all is written beside it.
    const isDone = async () => (await reasons()).includes('schedule') && !(await state()).running;
    while (!(await isDone())) await sleep(LOOK_MS);
    expect((await state()).deepCheck).not.toBeNull();
    await ward.admit('丁林宁');
    // Timers of one length take turns: so often it was looked whether another copy is due.
    for (let looks = 0; looks < 10; looks++) await sleep(LOOK_MS);
    stop();
    while ((await state()).running) await sleep(LOOK_MS);
    expect(await reasons()).toEqual(['schedule']);
    expect(told).toEqual([]);
  });

  it('the next one comes a quarter of an hour later, and not before', async () => {
    const now = performance.now.bind(performance);
    let later = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + later);
    await ward.admit('邹丽平');
    const stop = keepBackupsOnTime(ward.desk, () => undefined, 1, LOOK_MS);
    const copies = async (count: number) => {
      while ((await reasons()).length < count || (await state()).running) await sleep(LOOK_MS);
    };
    const someLooks = async () => {
      for (let looks = 0; looks < 10; looks++) await sleep(LOOK_MS);
    };
    await copies(1);
    await ward.admit('丁林宁');
    later = 14 * 60_000;
    await someLooks();
    expect(await reasons()).toEqual(['schedule']);
    for (const turn of [1, 2]) {
      later += 15 * 60_000;
      await copies(turn + 1);
      await ward.admit(`又来${turn}`);
    }
    await someLooks();
    stop();
    expect(await reasons()).toEqual(['schedule', 'schedule', 'schedule']);
    clock.mockRestore();
  });

  it('does not count for a second place that was chosen while it was made', async () => {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const slow = await openTestDesk({
      runBackup: async (task) => {
        begun.resolve();
        await goOn.promise;
        return runHere(task);
      },
    });
    try {
      await slow.create();
      const [first = '', second = ''] = ['one', 'other'].map((name) => join(slow.folder, 'disks', name));
      for (const folder of [first, second]) mkdirSync(folder, { recursive: true });
      await slow.call('backups.setTarget', { folder: first });
      const made = slow.call('backups.take', {});
      await begun.promise;
      await slow.call('backups.setTarget', { folder: second });
      goOn.resolve();
      await made;
      const target = async () => (await slow.call('backups.state', {})).target;
      expect(await target()).toMatchObject({ folder: second, state: 'waiting', doneAt: null });
      await slow.call('backups.take', {});
      expect(await target()).toMatchObject({ folder: second, state: 'ok', doneAt: expect.any(String) });
    } finally {
      await slow.close();
    }
  });

  it('nothing is copied twice', async () => {
    await ward.admit('邹丽平');
    expect(await ward.desk.backups.takeIfChanged('schedule')).not.toBeNull();
    expect(await ward.desk.backups.takeIfChanged('schedule')).toBeNull();
    await ward.admit('丁林宁');
    expect(await ward.desk.backups.takeIfChanged('schedule')).not.toBeNull();
  });
});

it('before a roster is taken in, and before a file of an earlier version is brought to this one', async () => {
  const csv = Buffer.from('姓名,性别,证件类型,证件号\n邹丽平,女,无,\n').toString('base64');
  const { rosterId } = await ward.call('rosters.open', { fileName: 'a.csv', base64: csv, convoyId: null });
  await ward.call('rosters.commit', { rosterId, language: 'zh-CN' });
  expect(await reasons()).toEqual(['import']);

  await ward.desk.close();
  for (const name of ['ward.db', 'ward.db-wal', 'ward.db-shm', 'ward.keys'])
    rmSync(join(ward.folder, name), { force: true });
  copyFileSync(new URL('../../databases/version-3.sqlite', import.meta.url), ward.file);
  await ward.restart();
  const [copy] = await ward.call('backups.list', {});
  expect(copy?.info).toMatchObject({ because: 'migration', schemaVersion: 3 });
  const drilled = await ward.call('backups.drill', { file: copy?.file ?? '', recoveryKey: null });
  expect(drilled.problems).toEqual([]);
});

it('a file is not brought to another version where it cannot be copied first', async () => {
  await ward.desk.close();
  for (const name of ['ward.db', 'ward.db-wal', 'ward.db-shm', 'ward.keys'])
    rmSync(join(ward.folder, name), { force: true });
  copyFileSync(new URL('../../databases/version-3.sqlite', import.meta.url), ward.file);
  // A file lies where the folder of the copies has to be.
  copyFileSync(ward.file, backupFolderOf(ward.file));
  await ward.restart();
  expect(ward.desk.hospital).toBeNull();
  const { fault } = await ward.call('setup.status', {});
  expect(fault).toMatchObject({ code: 'ward-not-backed-up' });
  rmSync(backupFolderOf(ward.file));
  await ward.restart();
  expect(ward.desk.hospital).not.toBeNull();
});

describe('the state', () => {
  it('tells when the ward was saved and copied, and that a copy failed until one was made', async () => {
    expect(await state()).toMatchObject({ savedAt: null, last: null, failed: null, writingStopped: null });
    await ward.admit('邹丽平');
    const folder = backupFolderOf(ward.file);
    copyFileSync(ward.file, folder);
    expect(await ward.refused('backups.take', {})).toMatchObject({ code: 'backup-failed' });
    expect((await state()).failed?.refusal.code).toBe('backup-failed');
    rmSync(folder);
    await ward.call('backups.take', {});
    const now = await state();
    expect(now.failed).toBeNull();
    expect(now.savedAt).not.toBeNull();
    expect(now.last?.number).toBe(1);
    expect(now.disk?.free).toBeGreaterThan(0);
  });

  it('tells when the disk of the second target is gone, has come back, and has its copy', async () => {
    const target = join(ward.folder, 'usb');
    mkdirSync(target);
    await ward.call('backups.setTarget', { folder: target });
    expect((await state()).target).toMatchObject({ folder: target, state: 'waiting', doneAt: null });
    await ward.call('backups.take', {});
    expect((await state()).target.state).toBe('ok');
    renameSync(target, `${target}-pulled-out`);
    expect((await state()).target.state).toBe('missing');
    await ward.admit('邹丽平');
    await ward.call('backups.take', {});
    expect(existsSync(target)).toBe(false);
    renameSync(`${target}-pulled-out`, target);
    expect((await state()).target.state).toBe('waiting');
    await ward.call('backups.take', {});
    expect((await state()).target.state).toBe('ok');
    expect((await ward.call('backups.list', {})).filter(({ place }) => place === 'second').length).toBe(2);
    await ward.call('backups.setTarget', { folder: null });
    expect((await state()).target.state).toBe('none');
    expect(readdirSync(target).length).toBe(1);
  });

  it('the data folder is no second target, and a page names none', async () => {
    expect(await ward.refused('backups.setTarget', { folder: ward.folder })).toMatchObject({
      code: 'backup-target-same',
    });
    const page = await ward.desk.call('backups.setTarget', { folder: '/tmp' }, { trustsPaths: false });
    expect(page).toMatchObject({ ok: false, refusal: { code: 'no-such-file' } });
  });

  it('tells that the ward knows of less than a copy does', async () => {
    await ward.admit('邹丽平');
    await ward.desk.close();
    copyFileSync(ward.file, join(ward.folder, 'yesterday.db'));
    await ward.restart();
    await ward.admit('丁林宁');
    await ward.call('backups.take', {});
    expect((await state()).behind).toBeNull();
    await ward.desk.close();
    copyFileSync(join(ward.folder, 'yesterday.db'), ward.file);
    await ward.restart();
    expect((await state()).behind).toMatchObject({ acts: 1, copyActs: 2 });
  });
});

it('warns of the disk early, and earlier where the ward is large', () => {
  const GB = 2 ** 30;
  expect(diskLevel(50 * GB, 0.1 * GB)).toBe('plenty');
  expect(diskLevel(2.5 * GB, 0)).toBe('low');
  expect(diskLevel(10 * GB, 0.6 * GB)).toBe('low');
  expect(diskLevel(0.4 * GB, 0)).toBe('critical');
  expect(diskLevel(3 * GB, GB)).toBe('critical');
});
