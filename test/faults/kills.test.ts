import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { digestOf, unpackBackupFile } from '#main/backups/backup-file.ts';
import { backupFolderOf, listCopies } from '#main/backups/backup-folder.ts';
import { checkCopy } from '#main/backups/check-copy.ts';
import { finishSwap } from '#main/backups/swap-ward.ts';
import { connect } from '#main/db/connect.ts';
import { SCHEMA_VERSION, versionOf } from '#main/db/migrate.ts';
import { openWardFile } from '#main/db/open.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { recoveryKeyGroups } from '#shared/rules/recovery-key.ts';
import { builtProcess } from '../fixtures/built-process.ts';
import { openTestDesk } from '../fixtures/open-desk.ts';
import { PASSPHRASE } from '../fixtures/sealed-ward.ts';

/**
 * kill -9 while the ward is brought to this version, copied, restored, and while a roster is taken in: 330 of them, with
 * the 200 of kill-storm.test.ts 530. `KILLS=3` makes each three times as many.
 */
const TIMES = Number(process.env.KILLS ?? 100) / 100;
const kills = (count: number) => Math.ceil(count * TIMES);

interface Told<Done> {
  begins?: boolean;
  done?: Done;
  defect?: string;
}

/** Lets a process work and kills it within `span` ms of a beginning: its first, or a later one. Answers what it had done. */
async function doomed<Done>(span: number, ...args: string[]): Promise<Done[]> {
  const child = fork(builtProcess('doomed'), args);
  const done: Done[] = [];
  const { promise: begun, resolve: begin, reject: fail } = Promise.withResolvers<void>();
  child.on('message', (told: Told<Done>) => {
    if (told.defect) fail(new Error(told.defect));
    if (told.done) done.push(told.done);
    if (told.begins) begin();
  });
  child.on('exit', (code) => {
    if (code) fail(new Error(`ended by itself: ${code}`));
  });
  await begun;
  await sleep(Math.random() * span);
  if (child.exitCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  // What it had said before the kill may still be on its way.
  await sleep(0);
  return done;
}

/** A file that never was in WAL mode has a journal beside it then; whoever may write rolls it back. */
function versionAfterRollback(file: string): number {
  const database = connect(file, { fileMustExist: true });
  const version = versionOf(database);
  database.close();
  return version;
}

/** Files of a folder, however deep, in which one of these stands in the open. */
const namingIn = (folder: string, ...words: string[]): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(folder, name);
    if (!statSync(file).isFile()) return false;
    const bytes = readFileSync(file);
    return words.some((word) => bytes.includes(word));
  });

const folderFor = () => mkdtempSync(join(tmpdir(), 'fangcang-kills-'));

it('while an old file is brought to this version: it is of some version in between, whole, and the next start goes on', async () => {
  const folder = folderFor();
  const file = join(folder, 'ward.db');
  const old = new URL('../databases/version-1.sqlite', import.meta.url);
  const versions = new Map<number, number>();
  const before = checkCopy(copy(), null, '2099-01-01T00:00:00.000Z' as Instant);
  function copy(): string {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    copyFileSync(old, file);
    return file;
  }
  for (let kill = 0; kill < kills(160); kill += 1) {
    copy();
    await doomed(60, 'migrate', file);
    // Every other file is left to the program with its journal still beside it.
    if (kill % 2 === 0) {
      const version = versionAfterRollback(file);
      versions.set(version, (versions.get(version) ?? 0) + 1);
    }
    await openWardFile(file).close();
    const after = checkCopy(file, null, '2099-01-01T00:00:00.000Z' as Instant);
    expect(after).toMatchObject({ ...before, schemaVersion: SCHEMA_VERSION });
  }
  console.log(
    `killed while migrating, found at version: ${JSON.stringify([...versions].sort((a, b) => a[0] - b[0]))}`,
  );
  rmSync(folder, { recursive: true });
}, 900_000);

it('while copies are taken: each that has its name is whole, the ward is as it was, and nothing unfinished stays', async () => {
  const ward = await openTestDesk();
  await ward.create();
  await ward.admit('邹丽平');
  const folder = backupFolderOf(ward.file);
  let made = 0;
  for (let kill = 0; kill < kills(70); kill += 1) {
    const done = await doomed<{ number: number }>(220, 'backup', ward.file);
    made += done.length;
    const copies = await listCopies(folder, 'first');
    const numbers = copies.map(({ info }) => info?.number);
    for (const { number } of done.slice(-8)) expect(numbers).toContain(number);
    for (const { file, info, damaged } of copies.slice(0, 2)) {
      expect([file, damaged]).toEqual([file, false]);
      expect(await digestOf(file)).toEqual({ bytes: info?.bytes, sha256: info?.sha256 });
    }
  }
  const [newest] = await listCopies(folder, 'first');
  const to = join(ward.folder, 'unpacked.db');
  await unpackBackupFile(newest?.file ?? '', null, to);
  expect(checkCopy(to, null, '2099-01-01T00:00:00.000Z' as Instant).inHouse).toBe(1);
  await ward.call('backups.take', {});
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  console.log(`killed while copying: ${made} copies had been told of before, all are whole`);
  await ward.close();
}, 900_000);

it('while a copy is put in the ward’s place: there is always one ward, the old or the new, whole, and the old is kept', async () => {
  const ward = await openTestDesk();
  await ward.create();
  const copies: string[] = [];
  for (const name of ['邹丽平', '丁林宁']) {
    await ward.admit(name);
    copies.push((await ward.call('backups.take', {})).file);
  }
  await ward.desk.close();
  const aside = join(ward.folder, 'set-aside');
  const found = [0, 0, 0];
  for (let kill = 0; kill < kills(50); kill += 1) {
    const done = await doomed<{ copy: string }>(260, 'restore', ward.file, ...copies);
    const interrupted = finishSwap(ward.file);
    const { inHouse } = checkCopy(ward.file, null, '2099-01-01T00:00:00.000Z' as Instant);
    expect([1, 2]).toContain(inHouse);
    found[interrupted ? 2 : inHouse - 1] = (found[interrupted ? 2 : inHouse - 1] ?? 0) + 1;
    // Each time a ward went, a whole one was kept.
    const kept = existsSync(aside) ? readdirSync(aside) : [];
    expect(kept.length).toBeGreaterThanOrEqual(done.length);
    for (const name of kept) {
      const old = join(aside, name, 'ward.db');
      if (existsSync(old))
        expect(checkCopy(old, null, '2099-01-01T00:00:00.000Z' as Instant).acts).toBeGreaterThan(0);
      rmSync(join(aside, name), { recursive: true });
    }
  }
  await ward.restart();
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  console.log(`killed while restoring: ${found[2]} swaps were found half done and finished`);
  await ward.close();
}, 900_000);

it('while a sealed ward goes back to a copy from before it was protected: it is whole, and nothing names a patient', async () => {
  const ward = await openTestDesk({ means: { passphrase: PASSPHRASE } });
  const elsewhere = folderFor();
  await ward.create();
  await ward.admit('邹丽平');
  const kept = join(elsewhere, 'kept.wardbackup');
  copyFileSync((await ward.call('backups.take', {})).file, kept);
  const { offer, recoveryKey } = await ward.call('setup.offerRecoveryKey', {});
  const lastGroup = recoveryKeyGroups(recoveryKey).at(-1) ?? '';
  await ward.call('setup.protect', { offer, lastGroup, passphrase: PASSPHRASE });
  await ward.desk.backups.settled();
  let left = 0;
  let back = 0;
  for (let kill = 0; kill < kills(30); kill += 1) {
    await ward.desk.close();
    back += (await doomed<object>(500, 'go back', ward.file, kept, PASSPHRASE)).length;
    left += namingIn(ward.folder, '邹丽平').length;
    await ward.restart();
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    expect(namingIn(ward.folder, '邹丽平', 'CREATE TABLE')).toEqual([]);
    expect(readdirSync(ward.folder).filter((name) => name.includes('.restored'))).toEqual([]);
  }
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  console.log(
    `killed while a sealed ward went back: ${back} times done, ${left} files lay in the open until the next start`,
  );
  await ward.close();
  rmSync(elsewhere, { recursive: true });
}, 900_000);

it('while a roster is taken in: all of its rows are there or none, and every one that was answered', async () => {
  const ward = await openTestDesk();
  await ward.create();
  await ward.desk.close();
  const ROWS = 25;
  const answered: string[] = [];
  // On a busy machine all may fall before the first roster is in: then it goes on until one was.
  for (let kill = 0; kill < kills(20) || answered.length === 0; kill += 1) {
    const done = await doomed<{ came: number; mark: string }>(500, 'import', ward.folder, String(ROWS));
    for (const { came, mark } of done) {
      expect(came).toBe(ROWS);
      answered.push(mark);
    }
  }
  await ward.restart();
  const rows = await ward.inHouse();
  const byRoster = Map.groupBy(rows, (name) => name.slice(1, 9));
  for (const [mark, people] of byRoster) expect([mark, people.length]).toEqual([mark, ROWS]);
  for (const mark of answered) expect(byRoster.has(mark)).toBe(true);
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  const copies = await ward.call('backups.list', {});
  expect(copies.some(({ info }) => info?.because === 'import')).toBe(true);
  console.log(
    `killed while importing: ${answered.length} rosters had been answered, ${byRoster.size} are there`,
  );
  await ward.close();
}, 900_000);
