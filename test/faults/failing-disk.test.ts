import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '#shared/contract/refusal.ts';
import { builtProcess } from '../fixtures/built-process.ts';
import { openTestDesk, type TestDesk } from '../fixtures/open-desk.ts';
import { smallDisk } from '../fixtures/small-disk.ts';

/**
 * fsync and writes that fail, and a disk that is full. In each case: the act that met it and all after it are refused with
 * `writing-stopped`, looking things up goes on, nothing that was acknowledged is lost whether the program is killed then or
 * the disk comes back, and what was refused is not there.
 */
const shim = mkdtempSync(join(tmpdir(), 'fangcang-shim-'));
const library = join(shim, 'failing-disk.so');
const isLinux = process.platform === 'linux';

beforeAll(() => {
  if (!isLinux) return;
  const source = new URL('failing-disk.c', import.meta.url).pathname;
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
});
afterAll(() => rmSync(shim, { recursive: true, force: true }));

/** A desk in a process of its own, on a disk that fails when told. */
async function deskOnFailingDisk(ward: TestDesk) {
  const orders = join(ward.folder, 'orders');
  const order = (letter: string) => writeFileSync(orders, letter);
  order('-');
  const env = { ...process.env, LD_PRELOAD: library, FAIL_PATH: 'ward.db', FAIL_ORDER: orders };
  const desk = fork(builtProcess('other-desk'), [ward.folder, 'serve'], { env });
  await once(desk, 'message');
  const ask = async (name: string, input: object): Promise<Reply> => {
    desk.send({ name, input, id: 1 });
    for (;;) {
      const [told] = (await once(desk, 'message')) as [{ reply?: Reply }];
      if (told.reply) return told.reply;
    }
  };
  return { order, ask, desk };
}

const admission = (name: string) => ({
  details: { name },
  bedId: null,
  familyOf: null,
  convoyId: null,
});

describe.runIf(isLinux)('a disk that fails', () => {
  it.each([
    ['fsync', 'f'],
    ['writing', 'w'],
    ['writing the second half of a page, as a full disk does', 's'],
  ])('at %s', async (_what, letter) => {
    const { BLANK_DETAILS } = await import('#shared/contract/admission-details.ts');
    const ward = await openTestDesk();
    await ward.create();
    await ward.desk.close();
    const { order, ask, desk } = await deskOnFailingDisk(ward);
    const admit = (name: string) =>
      ask('stays.admit', {
        ...admission(name),
        details: { ...BLANK_DETAILS, name, sex: 'male', documentType: 'none' },
      });
    for (const name of ['甲', '乙']) expect(await admit(name)).toMatchObject({ ok: true });
    order(letter);
    const stopped = { ok: false, refusal: { code: 'writing-stopped' } };
    for (const name of ['丙', '丁']) expect(await admit(name)).toMatchObject(stopped);
    // The disk is well again, but nothing is written before the file was opened anew and read through.
    order('-');
    expect(await admit('戊')).toMatchObject(stopped);
    expect(await ask('beds.plan', {})).toMatchObject({ ok: true });
    desk.kill('SIGKILL');
    await once(desk, 'exit');
    await ward.restart();
    const there = await ward.inHouse();
    expect(there).toEqual(expect.arrayContaining(['甲', '乙']));
    // Of the act that met the fault it was said that it is not confirmed; of those after it nothing may be there.
    expect(there.filter((name) => ['丁', '戊'].includes(name))).toEqual([]);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    await ward.close();
  });
});

const disk = smallDisk(24);
afterAll(() => disk?.close());

it.skipIf(disk === null)(
  'a disk that is really full: acts are refused, all is there, no copy is begun, and with room it goes on',
  async () => {
    if (disk === null) throw new Error('there is no small disk');
    const ward = await openTestDesk({}, disk.folder('data'));
    await ward.create();
    await ward.admit('甲');
    disk.fill();
    const came: string[] = ['甲'];
    let refused = '';
    for (let n = 0; n < 400 && refused === ''; n += 1) {
      try {
        await ward.admit(`人${n}`);
        came.push(`人${n}`);
      } catch (error) {
        refused = String(error);
      }
    }
    expect(refused).toMatch(/writing-stopped/);
    expect(await ward.inHouse()).toEqual(came.sort());
    expect(await ward.call('backups.state', {})).toMatchObject({ disk: { level: 'critical' } });
    expect((await ward.call('backups.state', {})).writingStopped).toMatch(/SQLITE_(FULL|IOERR)/);
    expect(await ward.refused('backups.take', {})).toMatchObject({ code: 'backup-no-space' });
    // Closing has made some room.
    await ward.desk.close();
    disk.fill();
    await ward.restart();
    expect(await ward.inHouse()).toEqual(came.sort());
    expect((await ward.call('backups.state', {})).writingStopped).toMatch(/SQLITE_(FULL|IOERR)/);
    disk.empty();
    await ward.restart();
    expect(await ward.inHouse()).toEqual(came.sort());
    await ward.admit('又来一人');
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    await ward.desk.close();
  },
);
