import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFolderOf } from '#main/backups/backup-folder.ts';
import { comingFileOf } from '#main/backups/swap-ward.ts';
import { type KeyFile, keysFileOf } from '#main/keys/key-file.ts';
import { ageRecipientOf, newRecoverySecret } from '#main/keys/recovery-secret.ts';
import { formatRecoveryKey } from '#shared/rules/recovery-key.ts';
import { openTestDesk, type TestDesk } from '../../fixtures/open-desk.ts';
import { protectDesk } from '../../fixtures/recovery-paper.ts';
import { PASSPHRASE, readableIn } from '../../fixtures/sealed-ward.ts';

let ward: TestDesk;
beforeEach(async () => {
  ward = await openTestDesk({ means: { passphrase: PASSPHRASE } });
  await ward.create();
});
afterEach(() => ward.close());

const protect = () => protectDesk(ward);

const kept = () => join(ward.folder, 'kept.wardbackup');
const state = async () => (await ward.call('setup.status', {})).protection.state;
const trail = async () => (await ward.call('audit.list', {})).rows.map(({ procedure }) => procedure);
const anotherPaper = () => formatRecoveryKey(newRecoverySecret());

describe('a copy from before the ward was protected', () => {
  beforeEach(async () => {
    await ward.admit('邹丽平');
    copyFileSync((await ward.call('backups.take', {})).file, kept());
  });

  it('that somebody kept in the open comes back encrypted, opens by the same passphrase, and is on the trail', async () => {
    await protect();
    await ward.admit('丁林宁');
    const { problems } = await ward.call('backups.restore', { file: kept(), recoveryKey: null });
    expect(problems).toEqual([]);
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    expect(await state()).toBe('sealed');
    expect(await trail()).toContain('backups.restore');
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    await ward.restart();
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    expect(readableIn(ward.file, ['邹丽平', 'CREATE TABLE'])).toEqual([]);
  });

  it('in the folder of the copies asks for the paper from then on, and comes back as well', async () => {
    const paper = await protect();
    await ward.admit('丁林宁');
    await ward.call('backups.take', {});
    const before = (await ward.call('backups.list', {})).find(({ info }) => info?.number === 1);
    expect(before?.encrypted).toBe(true);
    const file = before?.file ?? '';
    expect(await ward.refused('backups.restore', { file, recoveryKey: null })).toMatchObject({
      code: 'recovery-key-needed',
    });
    await ward.call('backups.restore', { file, recoveryKey: paper });
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    expect(await state()).toBe('sealed');
    expect(await trail()).toContain('backups.restore');
    await ward.restart();
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    await ward.admit('赵一');
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });
});

describe('a sealed ward that is locked', () => {
  it('is replaced by nobody without its recovery key: not by another ward, not by its own copies', async () => {
    const other = await openTestDesk();
    const locked = await openTestDesk();
    try {
      await other.create();
      await other.admit('别处');
      const theirs = (await other.call('backups.take', {})).file;
      await ward.admit('邹丽平');
      const paper = await protect();
      const own = (await ward.call('backups.take', {})).file;
      await ward.desk.close();
      for (const name of ['ward.db', 'ward.keys'])
        copyFileSync(join(ward.folder, name), join(locked.folder, name));
      await locked.restart();
      const before = readFileSync(locked.file);
      const refusedFor = async (file: string, recoveryKey: string | null) =>
        (await locked.refused('backups.restore', { file, recoveryKey, otherWard: true })).code;
      expect(await refusedFor(theirs, null)).toBe('ward-locked');
      expect(await refusedFor(theirs, anotherPaper())).toBe('ward-locked');
      expect(await refusedFor(own, null)).toBe('ward-locked');
      expect(await refusedFor(own, anotherPaper())).toBe('ward-locked');
      expect(readFileSync(locked.file).equals(before)).toBe(true);
      expect(readdirSync(locked.folder).filter((name) => name !== 'exports')).toEqual([
        'ward.db',
        'ward.keys',
      ]);

      await locked.call('backups.restore', { file: own, recoveryKey: paper });
      await locked.desk.call('setup.unlock', { passphrase: PASSPHRASE });
      expect(await locked.inHouse()).toEqual(['邹丽平']);
      expect((await locked.call('audit.list', {})).rows.map(({ procedure }) => procedure)).toContain(
        'backups.restore',
      );
    } finally {
      await other.close();
      await locked.close();
    }
  });

  it('gives no copy of itself and no second target to whoever passes by', async () => {
    await protect();
    const { folder } = ward;
    const locked = await openTestDesk({}, folder);
    const refusals = [
      await locked.refused('backups.take', {}),
      await locked.refused('backups.setTarget', { folder }),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(['ward-locked', 'ward-locked']);
    await locked.desk.close();
  });
});

it('a key file in which somebody put their own recipient gives them no copy', async () => {
  await ward.admit('邹丽平');
  await protect();
  await ward.call('backups.take', {});
  const keys = JSON.parse(readFileSync(keysFileOf(ward.file), 'utf8')) as KeyFile;
  const right = JSON.stringify(keys);
  const theirs = await ageRecipientOf(newRecoverySecret());
  writeFileSync(keysFileOf(ward.file), JSON.stringify({ ...keys, recipient: theirs }));
  const copies = readdirSync(backupFolderOf(ward.file));
  const refused = { code: 'ward-keys-damaged', params: { file: keysFileOf(ward.file) } };
  expect(await ward.refused('backups.take', {})).toMatchObject(refused);
  await expect(ward.desk.backups.take('schedule')).rejects.toMatchObject({ code: 'ward-keys-damaged' });
  expect((await ward.call('backups.state', {})).failed?.refusal.code).toBe('ward-keys-damaged');
  expect(readdirSync(backupFolderOf(ward.file)).sort()).toEqual(copies.sort());
  // Who is in the ward works on; with the right file copies are taken again.
  await ward.admit('丁林宁');
  writeFileSync(keysFileOf(ward.file), right);
  await ward.call('backups.take', {});
  expect((await ward.call('backups.state', {})).failed).toBeNull();
});

describe('while the ward is let go of for something to be done to its file', () => {
  /** A gate that work waits at, and a word that it came there. */
  const gate = () => {
    const [reached, open] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const work = async () => {
      reached.resolve();
      await open.promise;
    };
    return { work, reached: reached.promise, open: () => open.resolve() };
  };

  it('whoever asks for it is told that it is changing, and the start page waits for the end of it', async () => {
    await ward.admit('邹丽平');
    const { file } = await ward.call('backups.take', {});
    const { work, reached, open } = gate();
    const done = ward.desk.whileClosed(work);
    await reached;
    expect(await ward.refused('stays.list', { scope: 'present' })).toMatchObject({ code: 'ward-changing' });
    // Nobody can be asked who they are just now: that must open nothing to them.
    for (const [name, input] of [
      ['backups.take', {}],
      ['backups.list', {}],
      ['backups.restore', { file, recoveryKey: null }],
      ['setup.protect', { offer: crypto.randomUUID(), lastGroup: '00000', passphrase: null }],
    ] as const)
      expect([name, await ward.desk.call(name, input)]).toMatchObject([
        ...[name, { ok: false, refusal: { code: 'ward-changing' } }],
      ]);
    expect((await ward.call('backups.state', {})).savedAt).toBeNull();
    expect(ward.desk.hospital).toBeNull();
    const status = ward.call('setup.status', {});
    open();
    await done;
    expect(await status).toMatchObject({ hospital: { name: '测试方舱' }, fault: null });
    expect(await ward.inHouse()).toEqual(['邹丽平']);
  });

  it('one thing is done after the other, and each finds it closed', async () => {
    await ward.admit('邹丽平');
    const seen: string[] = [];
    const look = (name: string) => async () => {
      seen.push(`${name} ${existsSync(`${ward.file}-wal`) ? 'open' : 'closed'}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(`${name} done`);
    };
    const failing = ward.desk.whileClosed(async () => {
      await look('second')();
      throw new Error('the second fails');
    });
    const all = [
      ward.desk.reopen(),
      ward.desk.whileClosed(look('first')),
      failing.catch((error: Error) => seen.push(error.message)),
      ward.desk.reopen(),
      ward.desk.whileClosed(look('third')),
    ];
    await Promise.all(all);
    expect(seen.filter((word) => !word.includes('fails'))).toEqual([
      ...['second closed', 'second done', 'first closed', 'first done', 'third closed', 'third done'],
    ]);
    expect(seen).toContain('the second fails');
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    await ward.admit('丁林宁');
    await ward.desk.close();
    expect(existsSync(`${ward.file}-wal`)).toBe(false);
    expect(existsSync(comingFileOf(ward.file))).toBe(false);
    await ward.restart();
  });
});
