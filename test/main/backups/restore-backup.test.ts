import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInThread } from '#main/backups/run-in-thread.ts';
import { comingFileOf, finishSwap } from '#main/backups/swap-ward.ts';
import { connect } from '#main/db/open.ts';
import { openTestDesk, type TestDesk } from '../../fixtures/open-desk.ts';

let ward: TestDesk;
beforeEach(async () => {
  ward = await openTestDesk();
  await ward.create();
});
afterEach(() => ward.close());

const restore = (file: string, rest: { otherWard?: boolean } = {}) =>
  ward.call('backups.restore', { file, recoveryKey: null, ...rest });
const aside = () => readdirSync(join(ward.folder, 'set-aside'));

describe('going back to a copy', () => {
  it('brings back who was there then; the ward as it was is kept whole, and copied before that', async () => {
    await ward.admit('邹丽平');
    const { file } = await ward.call('backups.take', {});
    await ward.admit('丁林宁');
    const done = await restore(file);
    expect(done).toMatchObject({ problems: [], facts: { acts: 1, inHouse: 1 } });
    expect(await ward.inHouse()).toEqual(['邹丽平']);

    const copies = await ward.call('backups.list', {});
    expect(copies.map(({ info }) => info?.because)).toEqual(['restore', 'asked']);
    const kept = connect(join(done.aside ?? '', 'ward.db'), { readonly: true });
    expect(kept.prepare('select count(*) from stay').pluck().get()).toBe(2);
    kept.close();

    await restore(copies[0]?.file ?? '');
    expect(await ward.inHouse()).toEqual(['丁林宁', '邹丽平'].sort());
    expect(aside().length).toBe(2);
  });

  it('goes on with acts, and with copies whose numbers are newer than all before', async () => {
    const { file } = await ward.call('backups.take', {});
    await ward.admit('邹丽平');
    await restore(file);
    await ward.admit('丁林宁');
    const { info } = await ward.call('backups.take', {});
    expect(info?.number).toBe(3);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    expect((await ward.call('backups.state', {})).behind).toBeNull();
  });

  it('in the threads of a window does the same', async () => {
    const thread = new URL('../../../src/main/backups/backup-thread.ts', import.meta.url);
    const inWindow = await openTestDesk({ runBackup: runInThread(thread), trustsPaths: false });
    try {
      await inWindow.create();
      await inWindow.admit('邹丽平');
      const { file } = await inWindow.call('backups.take', {});
      const drilled = await inWindow.call('backups.drill', { file, recoveryKey: null });
      expect(drilled).toMatchObject({ problems: [], facts: { inHouse: 1 } });
      expect(drilled.seconds).toBeGreaterThan(0);
      await inWindow.call('backups.restore', { file, recoveryKey: null });
      expect(await inWindow.inHouse()).toEqual(['邹丽平']);
      const elsewhere = join(inWindow.folder, 'elsewhere.wardbackup');
      copyFileSync(file, elsewhere);
      const refused = { code: 'no-such-file' };
      expect(await inWindow.refused('backups.restore', { file: elsewhere, recoveryKey: null })).toMatchObject(
        refused,
      );
      await inWindow.desk.call('backups.pick', { file: elsewhere }, { trustsPaths: true });
      await inWindow.call('backups.restore', { file: elsewhere, recoveryKey: null });
    } finally {
      await inWindow.close();
    }
  });

  it('is refused while somebody else has the ward open, and everything is as it was', async () => {
    await ward.admit('邹丽平');
    const { file } = await ward.call('backups.take', {});
    await ward.admit('丁林宁');
    const other = connect(ward.file, { readonly: true });
    other.prepare('select count(*) from act').get();
    expect(await ward.refused('backups.restore', { file, recoveryKey: null })).toMatchObject({
      code: 'ward-in-use',
    });
    other.close();
    expect((await ward.inHouse()).length).toBe(2);
    expect(existsSync(join(ward.folder, 'set-aside'))).toBe(false);
    expect(existsSync(comingFileOf(ward.file))).toBe(false);
    await ward.admit('三');
  });

  it('a copy of another ward is taken only if that was meant', async () => {
    const other = await openTestDesk();
    try {
      await other.create();
      await other.admit('别处');
      const { file } = await other.call('backups.take', {});
      const wanted = { file, recoveryKey: null };
      expect(await ward.refused('backups.restore', wanted)).toMatchObject({ code: 'backup-other-ward' });
      expect(await ward.inHouse()).toEqual([]);
      await restore(file, { otherWard: true });
      expect(await ward.inHouse()).toEqual(['别处']);
    } finally {
      await other.close();
    }
  });

  it('works where there is no ward at all, as on a new PC', async () => {
    await ward.admit('邹丽平');
    const { file } = await ward.call('backups.take', {});
    const pc = await openTestDesk();
    try {
      expect(pc.desk.hospital).toBeNull();
      await pc.call('backups.restore', { file, recoveryKey: null });
      expect(await pc.inHouse()).toEqual(['邹丽平']);
    } finally {
      await pc.close();
    }
  });
});

describe('a ward that cannot be opened', () => {
  const spoil = async (how: () => void) => {
    await ward.admit('邹丽平');
    await ward.call('backups.take', {});
    await ward.desk.close();
    how();
    await ward.restart();
    expect(ward.desk.hospital).toBeNull();
  };

  it('is set aside whole, -wal and -shm with it, when its newest copy is put in its place', async () => {
    await spoil(() => {
      writeFileSync(ward.file, Buffer.alloc(40_000, 0x5a));
      writeFileSync(`${ward.file}-wal`, 'not one of ours');
      writeFileSync(`${ward.file}-shm`, 'nor this');
    });
    const [copy] = await ward.call('backups.list', {});
    const { aside: folder } = await restore(copy?.file ?? '');
    expect(readdirSync(folder ?? '').sort()).toEqual(['ward.db', 'ward.db-shm', 'ward.db-wal']);
    expect(readFileSync(join(folder ?? '', 'ward.db-wal'), 'utf8')).toBe('not one of ours');
    expect(await ward.inHouse()).toEqual(['邹丽平']);
  });

  it('stays as it is when the copy turns out to be damaged', async () => {
    await spoil(() => writeFileSync(ward.file, 'spoilt'));
    const [copy] = await ward.call('backups.list', {});
    const bytes = readFileSync(copy?.file ?? '');
    bytes.fill(0, bytes.length - 9000, bytes.length - 8000);
    writeFileSync(copy?.file ?? '', bytes);
    const wanted = { file: copy?.file ?? '', recoveryKey: null };
    expect(await ward.refused('backups.restore', wanted)).toMatchObject({ code: 'backup-damaged' });
    expect(readFileSync(ward.file, 'utf8')).toBe('spoilt');
    expect(existsSync(comingFileOf(ward.file))).toBe(false);
  });

  it('that is gone with its -wal left behind does not pour that into a new one', async () => {
    await ward.admit('邹丽平');
    copyFileSync(`${ward.file}-wal`, join(ward.folder, 'kept-wal'));
    await ward.desk.close();
    rmSync(ward.file);
    copyFileSync(join(ward.folder, 'kept-wal'), `${ward.file}-wal`);
    await ward.restart();
    await ward.create();
    expect(await ward.inHouse()).toEqual([]);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    expect(readdirSync(join(ward.folder, 'set-aside', aside()[0] ?? ''))).toEqual(['ward.db-wal']);
  });
});

describe('a swap that was interrupted', () => {
  it('is done to its end by the next start, from wherever it stopped', async () => {
    await ward.admit('邹丽平');
    await ward.desk.close();
    const names = ['ward.db', 'ward.db-wal', 'ward.db-shm'];
    for (let moved = 0; moved <= names.length + 1; moved += 1) {
      const folder = join(ward.folder, `try-${moved}`);
      const kept = join(folder, 'set-aside', 'then');
      mkdirSync(kept, { recursive: true });
      const file = join(folder, 'ward.db');
      for (const [n, name] of names.entries())
        writeFileSync(join(n < moved ? kept : folder, name), `old ${name}`);
      copyFileSync(ward.file, moved > names.length ? file : comingFileOf(file));
      writeFileSync(join(folder, 'restore.json'), JSON.stringify({ aside: kept }));
      expect(finishSwap(file)).toBe(true);
      expect(readFileSync(file)).toEqual(readFileSync(ward.file));
      expect(readdirSync(kept).sort()).toEqual(names.map((name) => basename(name)).sort());
      expect(readdirSync(folder).sort()).toEqual(['set-aside', 'ward.db']);
      expect(finishSwap(file)).toBe(false);
    }
    await ward.restart();
  });
});
