import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackBackupFile } from '#main/backups/backup-file.ts';
import { backupFolderOf, listCopies, targetFolderOf } from '#main/backups/backup-folder.ts';
import { checkCopy } from '#main/backups/check-copy.ts';
import { type BackupKeys, takeBackup } from '#main/backups/take-backup.ts';
import { sourceOf } from '#main/backups/ward-source.ts';
import { Refusal } from '#main/ipc/refusal.ts';
import { ageIdentityOf, ageRecipientOf, newRecoverySecret } from '#main/keys/recovery-secret.ts';
import { newWardSecret } from '#main/keys/ward-secret.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

const NOW = '2022-04-05T04:00:00.000Z' as Instant;
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString() as Instant;
const OPEN: BackupKeys = { secret: newWardSecret(), sealed: false, recipient: null };

let ward: TestWard;
let folder: string;
beforeEach(async () => {
  ward = await openTestWard();
  folder = backupFolderOf(ward.file);
});
afterEach(() => ward.close());

const admit = (name: string) =>
  ward.call('stays.admit', { details: someone({ name }), bedId: null, familyOf: null, convoyId: null });
const back = (rest: Partial<Parameters<typeof takeBackup>[0]> = {}) =>
  takeBackup({ wardFile: ward.file, because: 'asked', now: NOW, keys: OPEN, target: null, ...rest });
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (error instanceof Refusal ? { code: error.code, ...error.params } : error),
  );

describe('a copy of the ward', () => {
  it('holds everybody who was admitted, is checked, and lies alone in its folder with its description', async () => {
    await admit('邹丽平');
    await admit('丁林宁');
    const { file, info } = await back();
    expect(info).toMatchObject({ number: 1, acts: 2, inHouse: 2, checked: true, encrypted: false });
    expect(readdirSync(folder).sort()).toEqual([
      '2022-04-05T04-00-00.000Z.json',
      '2022-04-05T04-00-00.000Z.wardbackup',
    ]);
    const copy = join(ward.folder, 'copy.db');
    const told = await unpackBackupFile(file, null, copy);
    expect(Buffer.from(told.secret ?? '', 'base64')).toEqual(Buffer.from(OPEN.secret ?? []));
    expect(checkCopy(copy, null, NOW)).toMatchObject({ wardId: info.wardId, acts: 2, inHouse: 2 });
  });

  it('is taken while an act is being written, of what was acknowledged until then', async () => {
    await admit('邹丽平');
    const taking = back();
    const acts = await Promise.all(Array.from({ length: 20 }, (_, n) => admit(`风暴${n}`)));
    const { info } = await taking;
    expect(acts.length).toBe(20);
    expect(info.acts).toBeGreaterThanOrEqual(1);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });

  it('tells by the look of the files whether there is anything new to copy', async () => {
    await admit('邹丽平');
    const { info } = await back();
    expect(sourceOf(ward.file)).toBe(info.source);
    await admit('丁林宁');
    expect(sourceOf(ward.file)).not.toBe(info.source);
  });

  it('never takes the name of another, whatever the clock says', async () => {
    const [one, two] = [await back(), await back()];
    expect(one.file).not.toBe(two.file);
    expect((await listCopies(folder, 'first')).map(({ info }) => info?.number)).toEqual([2, 1]);
  });
});

describe('sealed to a recovery key', () => {
  it('nothing of a patient and nothing of the secret can be read without the paper', async () => {
    await admit('邹丽平');
    const paper = newRecoverySecret();
    const { file, info } = await back({ keys: { ...OPEN, recipient: await ageRecipientOf(paper) } });
    expect(info.encrypted).toBe(true);
    const bytes = readFileSync(file);
    expect(bytes.includes('邹丽平')).toBe(false);
    expect(bytes.includes('SQLite format')).toBe(false);
    expect(bytes.includes(Buffer.from(OPEN.secret ?? []).toString('base64'))).toBe(false);

    const copy = (n: number) => join(ward.folder, `copy-${n}.db`);
    expect(await refusalOf(unpackBackupFile(file, null, copy(1)))).toEqual({ code: 'recovery-key-needed' });
    const other = ageIdentityOf(newRecoverySecret());
    expect(await refusalOf(unpackBackupFile(file, other, copy(2)))).toMatchObject({
      code: 'backup-key-wrong',
    });
    await unpackBackupFile(file, ageIdentityOf(paper), copy(3));
    expect(checkCopy(copy(3), null, NOW).acts).toBe(1);
  });

  it('one changed byte or a cut end is found, sealed or not', async () => {
    const paper = newRecoverySecret();
    for (const recipient of [await ageRecipientOf(paper), null]) {
      const { file } = await back({ keys: { ...OPEN, recipient } });
      const identity = recipient && ageIdentityOf(paper);
      const whole = readFileSync(file);
      const tried = async (bytes: Buffer) => {
        writeFileSync(file, bytes);
        return refusalOf(unpackBackupFile(file, identity, join(ward.folder, randomUUID())));
      };
      const changed = Buffer.from(whole);
      changed[whole.length - 5000] = (changed[whole.length - 5000] ?? 0) ^ 1;
      expect(await tried(changed)).toMatchObject({ code: 'backup-damaged' });
      expect(await tried(whole.subarray(0, whole.length - 70_000))).toMatchObject({ code: 'backup-damaged' });
      expect(await tried(Buffer.alloc(0))).toMatchObject({ code: 'not-a-backup' });
      expect(await tried(Buffer.from('今天天气很好\n今天天气很好'))).toMatchObject({ code: 'not-a-backup' });
      expect((await listCopies(folder, 'first'))[0]).toMatchObject({ damaged: true });
    }
  });
});

describe('the second target', () => {
  const wardId = async () => (await ward.call('ward.hospital', {})).wardId;

  it('gets each copy after the first folder has it', async () => {
    const target = join(ward.folder, 'usb');
    const inside = targetFolderOf(target, await wardId());
    mkdirSync(inside, { recursive: true });
    const { file, target: result } = await back({ target });
    expect(result).toEqual({ state: 'ok' });
    const [copy] = await listCopies(inside, 'second');
    expect(readFileSync(copy?.file ?? '')).toEqual(readFileSync(file));
    expect(copy?.info?.number).toBe(1);
  });

  it('that is not there is told and not made, and the first copy is taken all the same', async () => {
    const target = join(ward.folder, 'usb');
    mkdirSync(target);
    const { file, target: result } = await back({ target });
    expect(result).toEqual({ state: 'missing' });
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('what a kill left behind', () => {
  it('is gone after the next copy, but not what a running program works on', async () => {
    mkdirSync(folder);
    const gone = ['.unfinished-999999999-k1-1.snapshot', '.unfinished-999999999-k1-2.part'];
    const going = `.unfinished-${process.ppid}-k1-1.part`;
    for (const name of [...gone, going]) writeFileSync(join(folder, name), 'x');
    await back();
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([going]);
  });
});

it('rotates this ward’s copies and never touches another’s, nor a file it knows nothing of', async () => {
  await back({ now: later(0) });
  const [own] = await listCopies(folder, 'first');
  const foreign = { ...own?.info, wardId: randomUUID(), number: 900 };
  writeFileSync(join(folder, '2022-04-01T00-00-00.000Z.wardbackup'), 'x');
  writeFileSync(join(folder, '2022-04-02T00-00-00.000Z.wardbackup'), 'x');
  writeFileSync(join(folder, '2022-04-02T00-00-00.000Z.json'), JSON.stringify({ ...foreign, bytes: 1 }));
  for (let n = 1; n <= 12; n += 1) await back({ now: later(n), because: 'schedule' });
  const names = readdirSync(folder).filter((name) => name.endsWith('.wardbackup'));
  expect(names).toContain('2022-04-01T00-00-00.000Z.wardbackup');
  expect(names).toContain('2022-04-02T00-00-00.000Z.wardbackup');
  expect(names.length).toBe(2 + 8);
});

it('a ward that is damaged gives no copy, and says so', async () => {
  await admit('邹丽平');
  await ward.db.close();
  const bytes = readFileSync(ward.file);
  bytes.fill(0x5a, 4096 * 3, 4096 * 30);
  writeFileSync(ward.file, bytes);
  expect(await refusalOf(back())).toMatchObject({ code: 'backup-failed' });
  expect(readdirSync(folder)).toEqual([]);
});
