import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupFolderOf } from '#main/backups/backup-folder.ts';
import { cutTail } from '../../fixtures/cut-tail.ts';
import { openTestDesk, type TestDesk } from '../../fixtures/open-desk.ts';

let ward: TestDesk;
beforeEach(async () => {
  ward = await openTestDesk();
  await ward.create();
  await ward.admit('邹丽平');
});
afterEach(() => ward.close());

const take = async () => (await ward.call('backups.take', {})).info?.auditHead ?? '';
const seqOf = (head: string) => Number(head.split('-')[0]);

/** What the page of the trail says, and `ward verify` too. */
async function problems(): Promise<string[]> {
  const { problems: told } = await ward.call('audit.check', {});
  const verified = (await ward.call('ward.verify', {})).problems.length > 0;
  expect(verified).toBe(told.length > 0);
  return told.map(({ problem }) => problem);
}

async function cutBackTo(seq: number): Promise<void> {
  await ward.desk.close();
  cutTail(ward.file, seq);
  await ward.restart();
}

const tail = async () => (await ward.call('audit.list', {})).rows[0]?.seq ?? 0;

it('a tail that was cut off is missed by the copy that has seen it, and by none from before', async () => {
  const first = seqOf(await take());
  await ward.admit('丁林宁');
  const second = seqOf(await take());
  expect(second).toBeGreaterThan(first);
  expect(await problems()).toEqual([]);
  await cutBackTo(first);
  expect(await problems()).toContain('head-missing');
  // It is the copy that tells: without it the trail looks whole.
  const folder = backupFolderOf(ward.file);
  for (const name of readdirSync(folder).sort().slice(2)) rmSync(join(folder, name));
  expect((await ward.call('audit.check', {})).problems).toEqual([]);
});

it('copies of a past that a restore gave up blame nobody, and those after it do', async () => {
  const [before, { file }] = [await take(), (await ward.call('backups.list', {}))[0] ?? { file: '' }];
  await ward.admit('丁林宁');
  await take();
  await ward.admit('赵一');
  await ward.call('backups.restore', { file, recoveryKey: null });
  expect((await ward.call('backups.list', {})).map(({ info }) => info?.because)).toEqual([
    ...['restore', 'asked', 'asked'],
  ]);
  expect(await ward.inHouse()).toEqual(['邹丽平']);
  expect(await problems()).toEqual([]);
  const restored = await tail();
  expect(restored).toBeGreaterThan(seqOf(before));
  await ward.admit('钱二');
  await take();
  expect(await problems()).toEqual([]);
  await cutBackTo(restored);
  expect(await problems()).toContain('head-missing');
});

it('a restore that is cut from the trail gives nothing up any more', async () => {
  const [before, { file }] = [await take(), (await ward.call('backups.list', {}))[0] ?? { file: '' }];
  await ward.admit('丁林宁');
  await take();
  await ward.call('backups.restore', { file, recoveryKey: null });
  await cutBackTo(seqOf(before));
  expect(await problems()).toContain('head-missing');
});

it('a copy on the second target tells as well, where its disk is at hand', async () => {
  const target = join(ward.folder, 'usb');
  mkdirSync(target);
  await ward.call('backups.setTarget', { folder: target });
  const first = seqOf(await take());
  await ward.admit('丁林宁');
  await take();
  rmSync(backupFolderOf(ward.file), { recursive: true });
  expect(await problems()).toEqual([]);
  await cutBackTo(first);
  expect(await problems()).toContain('head-missing');
  renameSync(target, `${target}-pulled-out`);
  expect((await ward.call('audit.check', {})).problems).toEqual([]);
});
