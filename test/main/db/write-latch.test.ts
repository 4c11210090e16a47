import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '#main/db/open.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(async () => {
  vi.useRealTimers();
  await ward.close();
});

const admission = () => ({
  details: someone({ name: '邹丽平' }),
  bedId: null,
  familyOf: null,
  convoyId: null,
});
const admit = () => ward.call('stays.admit', admission());
const refusal = () => ward.refused('stays.admit', admission());
const admitted = async () => (await ward.call('ward.census', {})).patients.admittedTotal;

/** A limit of the connection: SQLite itself answers SQLITE_FULL, as on a disk without room. */
async function fillTheDisk(): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(ward.db.write);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(ward.db.write);
}

/** Admits until there is no room; how many came in before. */
async function admitUntilFull(): Promise<number> {
  for (let done = 0; done < 500; done += 1) {
    const before = ward.defects.length;
    const reply = await admit().catch((error: Error) => error);
    if (reply instanceof Error) {
      expect(reply.message).toMatch(/^refused: writing-stopped .*SQLITE_FULL/);
      expect(ward.defects.length).toBe(before + 1);
      return done;
    }
  }
  throw new Error('the disk never was full');
}

describe('when the disk is full', () => {
  it('the act and all after it are refused, what was written stays, and the board can be read', async () => {
    await fillTheDisk();
    ward.published.length = 0;
    const came = await admitUntilFull();
    expect(ward.published.length).toBe(came);
    expect(await refusal()).toMatchObject({ code: 'writing-stopped' });
    expect(ward.defects.length).toBe(1);
    expect(await admitted()).toBe(came);
    expect(await ward.call('ward.verify', {})).toMatchObject({ clean: true });

    expect(await ward.db.recover()).toBe(true);
    await admit();
    expect(await admitted()).toBe(came + 1);
    expect(await ward.call('ward.verify', {})).toMatchObject({ clean: true });
  });

  it('acts that were waiting behind the one that failed are not written either', async () => {
    await fillTheDisk();
    const replies = await Promise.all(Array.from({ length: 200 }, () => admit().catch(() => null)));
    const came = replies.indexOf(null);
    expect(came).toBeGreaterThanOrEqual(0);
    expect(replies.slice(came).every((reply) => reply === null)).toBe(true);
    expect(await admitted()).toBe(came);
  });

  it('the next act tries again by itself, but not before ten seconds have passed', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    await fillTheDisk();
    await admitUntilFull();
    vi.advanceTimersByTime(9_900);
    expect(await refusal()).toMatchObject({ code: 'writing-stopped' });
    vi.advanceTimersByTime(200);
    await admit();
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(ward.db.write);
    expect(rows).toEqual([{ synchronous: 2 }]);
  });

  it('screens ask again once the connection is another', async () => {
    await fillTheDisk();
    await admitUntilFull();
    const seen = ward.db.changesElsewhere();
    expect(await ward.db.recover()).toBe(true);
    expect(ward.db.changesElsewhere()).not.toBe(seen);
  });
});

describe('writing is not taken up again', () => {
  it('while the file is damaged', async () => {
    await fillTheDisk();
    await admitUntilFull();
    const whole = readFileSync(ward.file);
    const overwrite = (bytes: Uint8Array, at: number) => {
      const file = openSync(ward.file, 'r+');
      writeSync(file, bytes, 0, bytes.length, at);
      closeSync(file);
    };
    const damaged = 4096 * 10;
    overwrite(new Uint8Array(4096 * 40).fill(0x5a), damaged);
    expect(await ward.db.recover()).toBe(false);
    expect(await refusal()).toMatchObject({ code: 'writing-stopped' });
    expect(typeof ward.db.changesElsewhere()).toBe('number');
    overwrite(whole.subarray(damaged, damaged + 4096 * 40), damaged);
    expect(await ward.db.recover()).toBe(true);
    await admit();
    expect(await ward.call('ward.verify', {})).toMatchObject({ clean: true });
  });

  it('while another desk is writing', async () => {
    await fillTheDisk();
    await admitUntilFull();
    const other = connect(ward.file, {});
    other.exec('begin immediate');
    expect(await ward.db.recover()).toBe(false);
    other.exec('rollback');
    other.close();
    expect(await ward.db.recover()).toBe(true);
    await admit();
  });
});

describe('while another desk is writing', () => {
  it('an act waits for it, and never inside SQLite, which would hold the thread', async () => {
    const timeout = async () =>
      (await sql<{ timeout: number }>`pragma busy_timeout`.execute(ward.db.write)).rows[0]?.timeout;
    expect(await timeout()).toBe(0);
    const other = connect(ward.file, {});
    other.exec('begin immediate');
    let answered = false;
    const act = admit().then(() => {
      answered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answered).toBe(false);
    other.exec('rollback');
    other.close();
    await act;

    await fillTheDisk();
    await admitUntilFull();
    expect(await ward.db.recover()).toBe(true);
    expect(await timeout()).toBe(0);
  });
});
