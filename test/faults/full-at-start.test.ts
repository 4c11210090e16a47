import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { connect } from '#main/db/connect.ts';
import { versionOf } from '#main/db/migrate.ts';
import type { DeskOptions } from '#main/desk/desk.ts';
import { workerCalls } from '#main/jobs/worker-calls.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { openTestDesk, type TestDesk } from '../fixtures/open-desk.ts';
import { protectDesk } from '../fixtures/recovery-paper.ts';
import { inNameOf, openSafeDesk, type SafeDesk } from '../fixtures/safe-desk.ts';
import { PASSPHRASE } from '../fixtures/sealed-ward.ts';
import { smallDisk } from '../fixtures/small-disk.ts';
import { someone } from '../fixtures/ward.ts';

/**
 * A disk that is full to its last block when the program starts. Who lies in which bed has to be readable all the same;
 * nothing is written, and no byte of the ward's files is another afterwards; with room again everything goes on by itself.
 */
const disk = smallDisk(192);
afterAll(() => disk?.close());
afterEach(() => {
  vi.useRealTimers();
  disk?.empty();
});

const WORKER = new URL('../../src/main/jobs/worker.ts', import.meta.url);
const noLog = { defect: () => undefined, slow: () => undefined };
/** As the window has it: with a thread for long work, and what opens a sealed ward. */
const asWindow: Partial<DeskOptions> = {
  worker: (ward, publish) => workerCalls(WORKER, { ...ward, trustsPaths: true }, noLog, publish),
  means: { passphrase: PASSPHRASE },
};

let turn = 0;
function newFolder(): string {
  turn += 1;
  if (disk === null) throw new Error('there is no small disk');
  return disk.folder(`ward-${turn}`);
}

const parts = ['', '-wal'];
const bytesOf = ({ file }: TestDesk) =>
  parts.map((part) => (existsSync(file + part) ? readFileSync(file + part) : Buffer.alloc(0)));

/** What lies there when the disk is found full: put away well, or as a power cut or a kill leaves it. */
const LEFT = {
  'was put away well': [],
  'was cut off by the power, and lost its index': ['', '-wal'],
  'was killed': ['', '-wal', '-shm'],
} as const satisfies Record<string, readonly string[]>;

async function leave(ward: TestDesk, left: readonly string[]): Promise<void> {
  const kept = left.map((part) => [ward.file + part, readFileSync(ward.file + part)] as const);
  await ward.desk.close();
  for (const [file, bytes] of kept) writeFileSync(file, bytes);
}

async function stoppedFromTheStart(ward: TestDesk): Promise<void> {
  expect((await ward.call('setup.status', {})).fault).toBeNull();
  const state = await ward.call('backups.state', {});
  expect(state).toMatchObject({ disk: { level: 'critical' } });
  expect(state.writingStopped).toMatch(/^SQLITE_(FULL|IOERR)/);
}

describe.skipIf(disk === null)('the disk is full when the program starts', () => {
  for (const how of ['open', 'sealed'])
    it.each(Object.entries(LEFT))(
      `a ward that is ${how} and %s is read, and goes on when there is room`,
      async (_, left) => {
        const ward = await openTestDesk(asWindow, newFolder());
        await ward.create();
        if (how === 'sealed') await protectDesk(ward);
        await ward.admit('邹丽平');
        await ward.admit('丁林宁');
        await leave(ward, left);
        const before = bytesOf(ward);
        disk?.fill();
        vi.useFakeTimers({ toFake: ['performance'] });
        await ward.restart();
        expect(await ward.inHouse()).toEqual(['丁林宁', '邹丽平']);
        await stoppedFromTheStart(ward);
        // Of a kill it was the -wal itself that had the room, and SQLite could take it into the file.
        if (left.length === 3) disk?.fill();
        await expect(ward.admit('又来一人')).rejects.toThrow(/writing-stopped .*SQLITE_(FULL|IOERR)/);
        // Long work is asked of a thread, which cannot have the file for itself too.
        expect((await ward.call('ward.verify', {})).problems).toEqual([]);
        expect(await ward.refused('backups.take', {})).toMatchObject({ code: 'backup-no-space' });
        vi.advanceTimersByTime(11_000);
        await expect(ward.admit('又来一人')).rejects.toThrow(/writing-stopped/);
        expect(await ward.inHouse()).toEqual(['丁林宁', '邹丽平']);
        await ward.desk.close();
        if (left.length < 3) expect(bytesOf(ward)).toEqual(before);
        expect(readdirSync(ward.folder).filter((name) => name.includes('reading'))).toEqual([]);

        await ward.restart();
        disk?.empty();
        expect(await ward.inHouse()).toEqual(['丁林宁', '邹丽平']);
        vi.advanceTimersByTime(11_000);
        await ward.admit('又来一人');
        expect(await ward.inHouse()).toEqual(['丁林宁', '又来一人', '邹丽平']);
        expect((await ward.call('backups.state', {})).writingStopped).toBeNull();
        expect(await ward.desk.backups.check(true)).toBeNull();
        expect((await ward.call('ward.verify', {})).problems).toEqual([]);
        expect((await ward.call('backups.take', {})).info?.acts).toBe(3);
        await ward.close();
      },
    );

  it('a copy that is asked for once there is room lets the thread of the copies in again', async () => {
    const ward = await openTestDesk(asWindow, newFolder());
    await ward.create();
    await ward.admit('邹丽平');
    await ward.desk.close();
    disk?.fill();
    await ward.restart();
    await stoppedFromTheStart(ward);
    expect(ward.desk.readsAlone).toBe(true);
    disk?.empty();
    expect((await ward.call('backups.take', {})).info?.acts).toBe(1);
    expect(ward.desk.readsAlone).toBe(false);
    await ward.close();
  });

  it('whoever reads in that moment is not disturbed by writing that goes on', async () => {
    const ward = await openTestDesk(asWindow, newFolder());
    await ward.create();
    await ward.desk.close();
    disk?.fill();
    vi.useFakeTimers({ toFake: ['performance'] });
    await ward.restart();
    await stoppedFromTheStart(ward);
    disk?.empty();
    vi.advanceTimersByTime(11_000);
    const read = Array.from({ length: 20 }, () => ward.call('beds.board', {}));
    const act = ward.admit('邹丽平');
    read.push(...Array.from({ length: 20 }, () => ward.call('beds.board', {})));
    await act;
    expect((await Promise.all(read)).length).toBe(40);
    expect(ward.defects).toEqual([]);
    await ward.close();
  });

  it('a terminal reads it as well', async () => {
    const ward = await openTestDesk({}, newFolder());
    await ward.create();
    await ward.admit('邹丽平');
    await ward.desk.close();
    disk?.fill();
    const terminal = new URL('../../src/main/cli/ward.ts', import.meta.url).pathname;
    const out = execFileSync(process.execPath, [terminal, '--data', ward.folder, '--json', 'census']);
    expect(JSON.parse(String(out))).toMatchObject({ patients: { inHouse: 1 } });
    await ward.restart();
    disk?.empty();
    await ward.close();
  });
});

describe.skipIf(disk === null)('whoever signs in on a full disk', () => {
  const signIn = (ward: SafeDesk, operatorId: string, secret: string) =>
    ward.desk.call('people.signIn', { who: { operatorId }, secret });

  it('may read what they may, slowly and without a row, and is on the trail again once there is room', async () => {
    const ward = await openSafeDesk(asWindow, newFolder());
    const nurse = await ward.person('李小护', ['nurse']);
    await ward.signIn(nurse);
    const admitted = await admitIn(ward, nurse, '邹丽平');
    await ward.desk.close();
    const before = bytesOf(ward);
    disk?.fill();
    await ward.restart();
    await stoppedFromTheStart(ward);
    expect(await ward.refused('stays.record', { stayId: admitted })).toMatchObject({
      code: 'sign-in-needed',
    });
    const began = performance.now();
    expect(await signIn(ward, nurse, '000111')).toMatchObject({ refusal: { code: 'wrong-secret' } });
    expect(performance.now() - began).toBeGreaterThan(1_900);
    await ward.signIn(nurse);
    expect(JSON.stringify(await ward.call('stays.record', { stayId: admitted }))).toContain('邹丽平');
    expect(await ward.refused('people.list', {})).toMatchObject({ code: 'not-allowed' });
    await ward.desk.close();
    expect(ward.defects).toEqual([]);
    expect(bytesOf(ward)).toEqual(before);

    vi.useFakeTimers({ toFake: ['performance'] });
    await ward.restart();
    disk?.empty();
    vi.advanceTimersByTime(11_000);
    await ward.signIn(nurse);
    await ward.signIn(ward.administrator);
    const { rows } = (await ward.call('audit.list', {} as never)) as OutputOf<'audit.list'>;
    expect(rows.filter(({ procedure }) => procedure === 'people.signIn').length).toBeGreaterThan(1);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    await ward.close();
  });
});

async function admitIn(ward: SafeDesk, nurse: Parameters<typeof inNameOf>[2], name: string) {
  const input = { details: someone({ name }), bedId: null, familyOf: null, convoyId: null };
  const reply = await ward.desk.call('stays.admit', inNameOf('stays.admit', input, nurse));
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return (reply.value as OutputOf<'stays.admit'>).stayId;
}

describe.skipIf(disk === null)('what stays shut on a full disk keeps its bytes', () => {
  it('one that is damaged, with a -wal that nobody has put away', async () => {
    const ward = await openTestDesk({}, newFolder());
    await ward.create();
    for (let n = 0; n < 30; n += 1) await ward.admit(`昨日${n}`);
    await ward.desk.close();
    await ward.restart();
    await ward.admit('今日');
    await leave(ward, LEFT['was cut off by the power, and lost its index']);
    const handle = openSync(ward.file, 'r+');
    writeSync(handle, randomBytes(4096), 0, 4096, 4096 * 20);
    closeSync(handle);
    const before = bytesOf(ward);
    disk?.fill();
    await ward.restart();
    expect((await ward.call('setup.status', {})).fault).toMatchObject({ code: 'ward-damaged' });
    await ward.desk.close();
    expect(bytesOf(ward)).toEqual(before);
    disk?.empty();
    rmSync(ward.folder, { recursive: true });
  });

  it('a ward of an earlier version, until there is room for a copy', async () => {
    const folder = newFolder();
    // From before the trail: it needs no key file of its own.
    const version = 8;
    copyFileSync(new URL(`../databases/version-${version}.sqlite`, import.meta.url), `${folder}/ward.db`);
    disk?.fill();
    const ward = await openTestDesk({}, folder);
    const { fault } = await ward.call('setup.status', {});
    expect(['ward-cannot-open', 'ward-not-backed-up']).toContain(fault?.code);
    await ward.desk.close();
    disk?.empty();
    const database = connect(ward.file, { readonly: true });
    expect(versionOf(database)).toBe(version);
    database.close();
    await ward.restart();
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    await ward.close();
  });
});
