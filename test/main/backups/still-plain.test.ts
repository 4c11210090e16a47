import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupFolderOf, targetFolderOf } from '#main/backups/backup-folder.ts';
import { keepBackupsOnTime } from '#main/backups/keep-on-time.ts';
import { keysFileOf } from '#main/keys/key-file.ts';
import { openTestDesk, type TestDesk } from '../../fixtures/open-desk.ts';
import { protectDesk } from '../../fixtures/recovery-paper.ts';
import { PASSPHRASE } from '../../fixtures/sealed-ward.ts';

let ward: TestDesk;
beforeEach(async () => {
  ward = await openTestDesk({ means: { passphrase: PASSPHRASE } });
  await ward.create();
  await ward.admit('邹丽平');
});
afterEach(() => ward.close());

const protect = () => protectDesk(ward);

const stillPlain = async () => (await ward.call('backups.state', {})).stillPlain;
const old = (ms: number) => join(ward.folder, `ward.keys.${ms}`);

it('what cannot be sealed is told, keeps nobody from a copy, nor the next file from being sealed', async () => {
  // Each in the way of one file: a folder that has its name, and a key file that somebody altered.
  mkdirSync(old(1650000000000));
  writeFileSync(old(1650000000001), '{"format":"fangcang-ward-keys"');
  copyFileSync(keysFileOf(ward.file), old(1650000000002));
  const aside = join(ward.folder, 'set-aside', 'then');
  mkdirSync(join(aside, 'ward.db'), { recursive: true });
  const plain = (await ward.call('backups.take', {})).file;
  await protect();
  expect(existsSync(plain)).toBe(false);
  expect(readdirSync(ward.folder).filter((name) => name.startsWith('ward.keys.'))).toEqual([
    ...['ward.keys.1650000000000', 'ward.keys.1650000000001.age'],
  ]);
  expect(await stillPlain()).toEqual({ files: 2, file: aside, problem: 'EISDIR' });

  const { info } = await ward.call('backups.take', {});
  expect(info?.number).toBe(2);
  expect((await ward.call('backups.state', {})).failed).toBeNull();
  expect((await stillPlain())?.files).toBe(2);

  const told: string[] = [];
  await ward.admit('丁林宁');
  const stop = keepBackupsOnTime(ward.desk, (what, why) => told.push(`${what}: ${why}`), 1, 20);
  await expect.poll(() => told).toHaveLength(2);
  stop();
  expect(told[1]).toBe('backup: ward.keys.1650000000000 lies in the open from before: EISDIR');

  for (const file of [aside, old(1650000000000)]) rmSync(file, { recursive: true });
  await ward.call('backups.take', {});
  expect(await stillPlain()).toBeNull();
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0;
if (!canMount) console.warn('SKIPPED: a target that can only be read. Only root on Linux can mount one.');

it.runIf(canMount)('a second target that can only be read keeps nobody from a copy', async () => {
  const target = join(ward.folder, 'usb');
  mkdirSync(target);
  const mount = (...args: string[]) => spawnSync('mount', [...args, target]).status;
  expect(mount('-t', 'tmpfs', '-o', 'size=64m', 'tmpfs')).toBe(0);
  try {
    await ward.call('backups.setTarget', { folder: target });
    await ward.call('backups.take', {});
    const { wardId } = (await ward.call('setup.status', {})).hospital ?? { wardId: '' };
    const there = targetFolderOf(target, wardId);
    const [name] = readdirSync(there).filter((each) => each.endsWith('.wardbackup'));
    expect(mount('-o', 'remount,ro')).toBe(0);
    await protect();
    await ward.call('backups.take', {});
    const state = await ward.call('backups.state', {});
    expect(state).toMatchObject({ failed: null, target: { state: 'failed' } });
    const file = join(there, name ?? '');
    // 64 MB are no room beside the reserve of a copy, which is asked for before anything is written.
    expect(state.stillPlain).toMatchObject({ files: 1, file });
    expect(state.stillPlain?.problem).toMatch(/^\d+ MB < \d+ MB$/);
    expect(mount('-o', 'remount,ro,size=512m')).toBe(0);
    await ward.call('backups.take', {});
    expect(await stillPlain()).toEqual({ files: 1, file, problem: 'EROFS' });
    expect(mount('-o', 'remount,rw')).toBe(0);
    await ward.call('backups.take', {});
    expect(await stillPlain()).toBeNull();
    expect(readdirSync(backupFolderOf(ward.file)).length).toBeGreaterThan(4);
  } finally {
    expect(String(spawnSync('umount', [target]).stderr)).toBe('');
  }
});
