import { randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#main/db/connect.ts';
import { SCHEMA_VERSION } from '#main/db/migrate.ts';
import { openTestDesk, type TestDesk } from '../fixtures/open-desk.ts';

/**
 * What may have happened to the file between two starts of the program. For each must hold: the ward is either refused
 * with the right sentence, or opens clean and tells what it has lost; a refused file keeps every byte, its -wal too; and the
 * newest copy brings everything back that was in it.
 */
let ward: TestDesk;
const PEOPLE = Array.from({ length: 30 }, (_, n) => `病人${String(n).padStart(2, '0')}`);

beforeEach(async () => {
  ward = await openTestDesk();
  await ward.create();
  for (const name of PEOPLE) await ward.admit(name);
  await ward.call('backups.take', {});
});
afterEach(() => ward.close());

const noise = (at: number, length: number) => {
  const handle = openSync(ward.file, 'r+');
  writeSync(handle, randomBytes(length), 0, length, at);
  closeSync(handle);
};

/** Leaves the -wal as a power cut does: the desk is closed, and what lay beside the file is put back. */
async function cutPower(): Promise<void> {
  const [db, wal] = [readFileSync(ward.file), readFileSync(`${ward.file}-wal`)];
  await ward.desk.close();
  writeFileSync(ward.file, db);
  writeFileSync(`${ward.file}-wal`, wal);
}

async function bringBack(): Promise<void> {
  const [copy] = await ward.call('backups.list', {});
  const done = await ward.call('backups.restore', { file: copy?.file ?? '', recoveryKey: null });
  expect(done.problems).toEqual([]);
  expect(await ward.inHouse()).toEqual(PEOPLE);
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
}

describe('a file that is refused, keeps its bytes, and comes back from the newest copy', () => {
  const REFUSED: [string, string, () => void][] = [
    ['0 bytes', 'ward-not-a-ward', () => truncateSync(ward.file, 0)],
    ['a text', 'ward-not-a-ward', () => writeFileSync(ward.file, '今天天气很好。'.repeat(1000))],
    ['cut in the first page', 'ward-damaged', () => truncateSync(ward.file, 1000)],
    ['noise in its first page', 'ward-not-a-ward', () => noise(0, 4096)],
    [
      'of a newer program',
      'ward-newer',
      () => {
        const database = connect(ward.file, {});
        database.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
        database.close();
      },
    ],
    [
      'some other database',
      'ward-not-a-ward',
      () => {
        rmSync(ward.file);
        const database = connect(ward.file, {});
        database.exec('create table hospital (id)');
        database.close();
      },
    ],
  ];
  it.each(REFUSED)('%s: %s', async (_what, code, spoil) => {
    await ward.desk.close();
    spoil();
    const bytes = readFileSync(ward.file);
    await ward.restart();
    expect((await ward.call('setup.status', {})).fault).toMatchObject({ code });
    expect(await ward.refused('ward.census', {})).toMatchObject({ code });
    expect(readFileSync(ward.file).equals(bytes)).toBe(true);
    await bringBack();
  });

  it('with a -wal that nobody has put away: not one byte of that is touched either', async () => {
    await ward.admit('最后一人');
    await cutPower();
    writeFileSync(ward.file, 'spoilt');
    const wal = readFileSync(`${ward.file}-wal`);
    await ward.restart();
    expect((await ward.call('setup.status', {})).fault).toMatchObject({ code: 'ward-damaged' });
    expect(readFileSync(`${ward.file}-wal`).equals(wal)).toBe(true);
    const [copy] = await ward.call('backups.list', {});
    const { aside } = await ward.call('backups.restore', { file: copy?.file ?? '', recoveryKey: null });
    expect(readFileSync(join(aside ?? '', 'ward.db-wal')).equals(wal)).toBe(true);
    expect(await ward.inHouse()).toEqual(PEOPLE);
  });
});

describe('a file that does not go with the -wal beside it is refused before either is written to', () => {
  async function refusedUntouched(): Promise<void> {
    const bytes = ['', '-wal'].map((part) => readFileSync(ward.file + part));
    await ward.restart();
    expect((await ward.call('setup.status', {})).fault).toMatchObject({ code: 'ward-damaged' });
    expect(['', '-wal'].map((part) => readFileSync(ward.file + part))).toEqual(bytes);
    await bringBack();
  }

  it('one page of it is noise', async () => {
    await ward.desk.close();
    await ward.restart();
    await ward.admit('最后一人');
    await cutPower();
    noise(20 * 4096, 4096);
    await refusedUntouched();
  });

  it('it was written anew since, page by page', async () => {
    const yesterday = readFileSync(`${ward.file}-wal`);
    await ward.desk.close();
    const database = connect(ward.file, {});
    // What was at one place of the file is at another.
    database.exec('CREATE TABLE moved (what TEXT); INSERT INTO moved SELECT hex(randomblob(2000)) FROM act;');
    database.exec('DROP TABLE stay_tally; VACUUM;');
    database.close();
    writeFileSync(`${ward.file}-wal`, yesterday);
    await refusedUntouched();
  });
});

/** The check after the start finds it: from then on nothing is written, what can be read is read, and a copy is offered. */
async function foundWhileOpen(): Promise<void> {
  await ward.restart();
  const { fault } = await ward.call('setup.status', {});
  if (fault) expect(fault.code).toBe('ward-damaged');
  else {
    const problem = await ward.desk.backups.check(true);
    expect(problem).not.toBeNull();
    expect(await ward.refused('ward.addOperator', { name: '新人' })).toMatchObject({
      code: 'writing-stopped',
    });
    expect((await ward.call('backups.state', {})).writingStopped).toBe(problem);
    await ward.call('setup.status', {});
  }
  await bringBack();
}

describe('a file that is damaged further in is found by the check after the start', () => {
  it('cut in the middle', async () => {
    await ward.desk.close();
    truncateSync(ward.file, Math.floor(readFileSync(ward.file).length / 2 / 4096) * 4096);
    await foundWhileOpen();
  });

  it('one page of noise, wherever it is', async () => {
    await ward.desk.close();
    const whole = readFileSync(ward.file);
    const pages = whole.length / 4096;
    // Free pages hold nothing: noise in them is nobody's loss, and is not looked for.
    for (const page of [1, Math.floor(pages / 3), Math.floor(pages / 2), pages - 2]) {
      writeFileSync(ward.file, whole);
      noise(page * 4096, 4096);
      await foundWhileOpen();
      await ward.desk.close();
    }
  }, 60_000);
});

describe('the -wal', () => {
  it('of a power cut is taken in: nothing that was acknowledged is lost', async () => {
    await ward.admit('最后一人');
    await cutPower();
    await ward.restart();
    expect(ward.desk.leftOpen).toBe(true);
    expect(await ward.inHouse()).toEqual([...PEOPLE, '最后一人'].sort());
    expect(await ward.desk.backups.check(true)).toBeNull();
  });

  it('that was removed: the ward opens as it was before, clean, and tells that a copy knows of more', async () => {
    await ward.admit('最后一人');
    await ward.call('backups.take', {});
    await cutPower();
    rmSync(`${ward.file}-wal`);
    await ward.restart();
    expect(await ward.desk.backups.check(true)).toBeNull();
    const { behind } = await ward.call('backups.state', {});
    expect(behind?.copyActs).toBe(PEOPLE.length + 1);
    expect(behind?.acts).toBeLessThan(PEOPLE.length + 1);
    const [copy] = await ward.call('backups.list', {});
    await ward.call('backups.restore', { file: copy?.file ?? '', recoveryKey: null });
    expect((await ward.inHouse()).length).toBe(PEOPLE.length + 1);
    expect((await ward.call('backups.state', {})).behind).toBeNull();
  });

  it('of another day beside the file: refused, or found, or an older state that is told; never a mixture', async () => {
    const yesterday = join(ward.folder, 'wal-of-yesterday');
    copyFileSync(`${ward.file}-wal`, yesterday);
    await ward.desk.close();
    await ward.restart();
    for (let n = 0; n < 40; n += 1) await ward.admit(`今日${n}`);
    const all = (await ward.inHouse()).length;
    await ward.call('backups.take', {});
    await ward.desk.close();
    expect(existsSync(`${ward.file}-wal`)).toBe(false);
    copyFileSync(yesterday, `${ward.file}-wal`);
    await ward.restart();
    const { fault } = await ward.call('setup.status', {});
    if (fault) expect(fault.code).toBe('ward-damaged');
    else if ((await ward.desk.backups.check(true)) === null) {
      const found = (await ward.call('ward.verify', {})).problems;
      // That the trail is shorter than a copy's is what tells of it; anything else would be a mixture.
      const problems = found.filter(({ check }) => check !== 'the audit trail is whole');
      const { behind } = await ward.call('backups.state', {});
      expect({ problems, known: behind !== null || (await ward.inHouse()).length === all }).toEqual({
        problems: [],
        known: true,
      });
    }
    const [copy] = await ward.call('backups.list', {});
    await ward.call('backups.restore', { file: copy?.file ?? '', recoveryKey: null });
    expect((await ward.inHouse()).length).toBe(all);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });
});
