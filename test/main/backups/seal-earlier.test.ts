import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFolderOf, listCopies, targetFolderOf } from '#main/backups/backup-folder.ts';
import { runHere } from '#main/backups/backup-tasks.ts';
import { drillBackup } from '#main/backups/restore-backup.ts';
import { sealOldCopies } from '#main/backups/seal-old-copies.ts';
import { keysFileOf } from '#main/keys/key-file.ts';
import {
  ageIdentityOf,
  ageRecipientOf,
  newRecoverySecret,
  recoverySecretTyped,
} from '#main/keys/recovery-secret.ts';
import { builtProcess } from '../../fixtures/built-process.ts';
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

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** Files of the whole data folder in which one of these stands in the open. */
const readable = (...words: string[]): string[] =>
  filesIn(ward.folder).filter((name) => {
    const bytes = readFileSync(join(ward.folder, name));
    return words.some((word) => bytes.includes(word));
  });

const secretInTheOpen = (file: string): string =>
  (JSON.parse(readFileSync(keysFileOf(file), 'utf8')) as { wraps: { secret: string }[] }).wraps[0]?.secret ??
  '';

async function opened(file: string, paper: string): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(ageIdentityOf(recoverySecretTyped(paper)));
  return Buffer.from(await decrypter.decrypt(readFileSync(file)));
}

describe('once a ward is protected nothing of it lies on this PC in the open any more', () => {
  it('not in wards that were set aside, whole, damaged or another’s, nor in copies and key files', async () => {
    const other = await openTestDesk();
    await other.create();
    await other.admit('别处人');
    const theirs = (await other.call('backups.take', {})).file;
    const theirSecret = secretInTheOpen(other.file);
    copyFileSync(keysFileOf(other.file), join(ward.folder, 'ward.keys.1650000000001'));
    copyFileSync(keysFileOf(ward.file), join(ward.folder, 'ward.keys.1650000000000'));
    const secret = secretInTheOpen(ward.file);

    const restore = async (file: string) =>
      (await ward.call('backups.restore', { file, recoveryKey: null, otherWard: true })).aside ?? '';
    const { file } = await ward.call('backups.take', {});
    const whole = await restore(file);
    const withTheirs = [await restore(theirs), await restore(file)];
    await ward.desk.close();
    const old = readFileSync(ward.file);
    writeFileSync(ward.file, Buffer.concat([Buffer.alloc(200, 0x5a), old.subarray(200)]));
    writeFileSync(`${ward.file}-wal`, Buffer.concat([Buffer.from('邹丽平'), old.subarray(0, 9000)]));
    const damaged = ['', '-wal'].map((part) => readFileSync(ward.file + part));
    await ward.restart();
    const spoilt = await restore(file);
    // One whose copy is of no use and was never described.
    const undescribed = join(backupFolderOf(ward.file), '2022-04-01T00-00-00.000Z.wardbackup');
    copyFileSync(file, undescribed);
    appendFileSync(undescribed, 'and more');
    await other.close();

    const plain = readable('邹丽平', '别处人', secret, theirSecret, 'CREATE TABLE');
    expect(plain.length).toBeGreaterThan(12);
    for (const folder of [whole, ...withTheirs, spoilt, backupFolderOf(ward.file)])
      expect(plain.filter((name) => join(ward.folder, name).startsWith(folder))).not.toEqual([]);

    const paper = await protect();
    expect(readable('邹丽平', '别处人', secret, theirSecret, 'CREATE TABLE', 'SQLite format 3')).toEqual([]);
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    expect(readdirSync(ward.folder).filter((name) => name.startsWith('ward.keys'))).toEqual([
      ...['ward.keys', 'ward.keys.1650000000001.age'],
    ]);

    // Nothing is lost: what was whole opens where it lies, by the same passphrase; the rest is there byte for byte.
    const aside = await openTestDesk({ means: { passphrase: PASSPHRASE } }, whole);
    expect(await aside.inHouse()).toEqual(['邹丽平']);
    expect((await aside.call('setup.status', {})).protection.state).toBe('sealed');
    expect((await aside.call('ward.verify', {})).problems).toEqual([]);
    await aside.desk.close();
    // The -shm was made by the try to open it.
    expect(readdirSync(spoilt).sort()).toEqual(['ward.db-shm.age', 'ward.db-wal.age', 'ward.db.age']);
    expect(await opened(join(spoilt, 'ward.db.age'), paper)).toEqual(damaged[0]);
    expect(await opened(join(spoilt, 'ward.db-wal.age'), paper)).toEqual(damaged[1]);
    const [, theirFolder = ''] = withTheirs;
    expect(readdirSync(theirFolder).sort()).toEqual(['ward.db.age', 'ward.keys.age']);
    expect((await opened(join(theirFolder, 'ward.db.age'), paper)).includes('别处人')).toBe(true);

    const copies = await ward.call('backups.list', {});
    expect(copies.every(({ encrypted }) => encrypted)).toBe(true);
    const oldest = copies.find(({ info }) => info?.number === 1);
    const drilled = await ward.call('backups.drill', { file: oldest?.file ?? '', recoveryKey: paper });
    expect(drilled).toMatchObject({ problems: [], facts: { inHouse: 1 } });
  });

  it('also what was not at hand then: it is sealed after the next copy', async () => {
    const target = join(ward.folder, 'usb');
    mkdirSync(target);
    await ward.call('backups.setTarget', { folder: target });
    const { file } = await ward.call('backups.take', {});
    const { wardId } = (await ward.call('setup.status', {})).hospital ?? { wardId: '' };
    const pulledOut = join(ward.folder, 'pulled-out');
    mkdirSync(pulledOut);
    const there = targetFolderOf(target, wardId);
    const kept = readdirSync(there);
    for (const name of kept) copyFileSync(join(there, name), join(pulledOut, name));
    const late = join(ward.folder, 'set-aside', 'then');
    const plain = readFileSync(ward.file);
    await protect();
    for (const name of kept) copyFileSync(join(pulledOut, name), join(there, name));
    rmSync(pulledOut, { recursive: true });
    mkdirSync(late, { recursive: true });
    writeFileSync(join(late, 'ward.db'), plain);
    expect(existsSync(file)).toBe(false);
    expect(readable('SQLite format 3').length).toBe(2);
    await ward.call('backups.take', {});
    expect(readable('邹丽平', 'SQLite format 3', 'CREATE TABLE')).toEqual([]);
    expect(readdirSync(late).sort()).toEqual(['ward.db', 'ward.keys']);
  });
});

describe('a process that is killed while it seals the copies from before', () => {
  const folder = () => backupFolderOf(ward.file);

  it.each(['sealed', 'described', 'named', 'wiped'])(
    'when they are %s, has lost none: the next run finishes it',
    async (step) => {
      await ward.call('backups.take', {});
      await ward.admit('丁林宁');
      await ward.call('backups.take', {});
      const recovery = newRecoverySecret();
      const recipient = await ageRecipientOf(recovery);
      const script = builtProcess('seal-and-die');
      const died = spawnSync(process.execPath, [script, folder(), recipient, step]);
      expect([died.signal, String(died.stderr)]).toEqual(['SIGKILL', '']);

      const drill = (file: string) =>
        drillBackup({ wardFile: ward.file, file, recovery, secret: null, run: runHere });
      const numbers = async () => {
        const whole: number[] = [];
        for (const { file } of await listCopies(folder(), 'first'))
          whole.push((await drill(file)).facts.number);
        return [...new Set(whole)];
      };
      expect(await numbers()).toEqual([2, 1]);
      await sealOldCopies(folder(), recipient);
      const copies = await listCopies(folder(), 'first');
      expect(copies.map(({ encrypted, damaged, info }) => [encrypted, damaged, info?.number])).toEqual([
        [true, false, 2],
        [true, false, 1],
      ]);
      expect(await numbers()).toEqual([2, 1]);
      expect(readable('邹丽平', 'SQLite format 3').filter((name) => name.startsWith('backups'))).toEqual([]);
    },
  );

  it('in the middle of overwriting the plain one, has the sealed one, and makes no other of the rest', async () => {
    await ward.call('backups.take', {});
    const recipient = await ageRecipientOf(newRecoverySecret());
    const [plain] = await listCopies(folder(), 'first');
    const bytes = readFileSync(plain?.file ?? '');
    const info = readFileSync((plain?.file ?? '').replace('.wardbackup', '.json'));
    await sealOldCopies(folder(), recipient);
    writeFileSync(plain?.file ?? '', bytes.fill(0, 0, 100_000));
    writeFileSync((plain?.file ?? '').replace('.wardbackup', '.json'), info);
    expect(await sealOldCopies(folder(), recipient)).toBe(1);
    const copies = await listCopies(folder(), 'first');
    expect(copies.map(({ encrypted, damaged }) => [encrypted, damaged])).toEqual([[true, false]]);
    expect(statSync(copies[0]?.file ?? '').size).toBe(copies[0]?.info?.bytes);
  });
});
