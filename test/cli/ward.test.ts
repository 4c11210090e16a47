import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROCEDURE_NAMES } from '#shared/contract/index.ts';

const WARD = resolve('src/main/cli/ward.ts');
const roster = (name: string) => resolve('test/rosters', name);

interface Said {
  code: number;
  out: string;
  err: string;
}

/** The real command in a process of its own, as a script would run it. */
const ward = (...args: string[]): Promise<Said> => wardWith('', ...args);

function wardWith(input: string, ...args: string[]): Promise<Said> {
  return new Promise((settle) => {
    const child = execFile(process.execPath, [WARD, ...args], { maxBuffer: 1 << 26 }, (error, out, err) =>
      settle({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

const json = async (...args: string[]) => {
  const said = await ward(...args, '--json');
  expect(said).toMatchObject({ code: 0, err: '' });
  return JSON.parse(said.out);
};

let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fangcang-cli-'));
  data = join(folder, 'ward');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the ward from a terminal', { timeout: 180_000 }, () => {
  it('is asked for a ward that is not there: refused, with a code and a sentence', async () => {
    const said = await ward('census', '--data', data, '--json');
    expect(said.code).toBe(1);
    expect(JSON.parse(said.err)).toMatchObject({ error: { code: 'ward-missing' } });
    expect((await ward('census', '--data', data, '--lang', 'en')).err).toContain('There is no ward in');
  });

  it('says so at once where no folder can be made', async () => {
    const said = await ward('init', '--data', '/proc/nowhere/ward', '--json');
    expect(said.code).toBe(1);
    expect(JSON.parse(said.err)).toMatchObject({ error: { code: 'cannot-write-file' } });
  });

  it('creates one, once', async () => {
    expect(await json('init', '--data', data)).toMatchObject({ beds: 1200, demo: false });
    const again = await ward('init', '--data', data, '--json');
    expect(again.code).toBe(1);
    expect(JSON.parse(again.err)).toMatchObject({ error: { code: 'ward-exists' } });
  });

  it('tries a roster without keeping anything, takes it in, and in again', async () => {
    const file = roster('convoy-chuanying-2022-04-04.xlsx');
    const tried = await json('import', 'roster', file, '--dry-run', '--data', data);
    expect(tried).toMatchObject({ rows: 42, accepted: 38, duplicates: 1, refused: 3, warned: 2 });
    expect((await json('census', '--data', data)).patients.admittedTotal).toBe(0);
    const taken = await json('import', 'roster', file, '--data', data, '--arrived', '2022-04-04T14:00+08:00');
    expect(taken).toEqual(tried);
    expect(taken.issues[0]).toMatchObject({
      row: 10,
      severity: 'refused',
      code: 'id-check-character',
      column: '身份证号',
    });
    const again = await json('import', 'roster', file, '--data', data);
    expect(again).toMatchObject({ rows: 42, accepted: 0, duplicates: 39, refused: 3 });
  });

  it('allocates, first to see and then in earnest, from the time given', async () => {
    expect(await json('allocate', '--dry-run', '--data', data)).toEqual({ placed: 38, unplaced: [] });
    expect((await json('census', '--data', data)).patients.waiting).toBe(38);
    await json('allocate', '--at', '2022-04-04T15:00+08:00', '--data', data);
    const before = await json('census', '--at', '2022-04-04T14:59+08:00', '--data', data);
    const after = await json('census', '--at', '2022-04-04T15:00+08:00', '--data', data);
    expect([before.patients.waiting, after.patients.waiting]).toEqual([38, 0]);
    expect(after.beds).toMatchObject({ occupied: 38, available: 1162 });
  });

  it('calls any procedure, from an argument or from standard input', async () => {
    const [hit] = await json('call', 'stays.search', '{"text":"zlp"}', '--data', data);
    expect(hit).toMatchObject({ name: '邹丽平', matched: 'initials' });
    const leaving = { way: 'to-hospital', destination: '', companion: '', note: '' };
    const input = JSON.stringify({ stays: [{ stayId: hit.stayId }], leaving });
    const refused = await wardWith(input, 'call', 'discharges.commit', '-', '--data', data, '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.err)).toMatchObject({ error: { code: 'destination-needed' } });
    const whole = JSON.stringify({
      stays: [{ stayId: hit.stayId }],
      leaving: { ...leaving, destination: '市传染病医院' },
    });
    expect(await wardWith(whole, 'call', 'discharges.commit', '-', '--data', data, '--json')).toMatchObject({
      code: 0,
    });
  });

  it('writes the discharge report, and says when it cannot', async () => {
    const period = ['--from', '2022-01-01T00:00+08:00', '--to', '2099-01-01T00:00+08:00'];
    const out = join(folder, '出舱.xlsx');
    expect(await json('report', 'discharges', ...period, '--out', out, '--data', data)).toEqual({
      file: out,
      lines: 1,
    });
    const nowhere = await ward(
      'report',
      'discharges',
      ...period,
      '--out',
      '/nowhere/x.csv',
      '--data',
      data,
      '--json',
    );
    expect(JSON.parse(nowhere.err)).toMatchObject({ error: { code: 'cannot-write-file' } });
    expect((await ward('report', 'discharges', ...period, '--out', 'x.doc', '--data', data)).code).toBe(2);
  });

  it('writes the day for other systems, and says which reports there are', async () => {
    for (const [kind, name] of [
      ['emt-mds', 'mds.csv'],
      ['edxl-have', 'have.xml'],
    ] as const) {
      const out = join(folder, name);
      expect(await json('report', kind, '--out', out, '--data', data)).toEqual({ file: out });
    }
    const without = await ward('report', 'discharges', '--out', 'x.csv', '--data', data);
    expect(without.code).toBe(2);
    expect((await ward('report', 'nothing', '--out', 'x.csv', '--data', data)).err).toContain('edxl-have');
  });

  it('lists who leaves on a day: who would be proposed, where nobody has opened a list', async () => {
    const day = '2022-04-08';
    const list = await json('list', 'tomorrow', '--day', day, '--data', data);
    expect(list).toMatchObject({
      day,
      state: 'proposed',
      signatures: [],
      buses: [],
      members: [],
      dropped: [],
    });
    expect(list.protocol).toMatchObject({ version: 1 });
    expect((await ward('list', 'tomorrow', '--day', 'soon', '--data', data)).code).toBe(2);
  });

  it('names every procedure with the schemas of its input and output', async () => {
    const procedures = await json('procedures');
    expect(procedures.map(({ name }: { name: string }) => name)).toEqual(PROCEDURE_NAMES);
    for (const { input, output } of procedures)
      expect([typeof input, typeof output]).toEqual(['object', 'object']);
  });

  it('verifies', async () => {
    expect(await json('verify', '--data', data)).toMatchObject({ clean: true, problems: [] });
  });

  it('tells wrong use from a refusal', async () => {
    for (const args of [
      ['nothing'],
      ['census', '--at', 'noon'],
      ['import', 'letters', 'x.xlsx'],
      ['call'],
      [],
    ]) {
      expect([args, (await ward(...args, '--data', data)).code]).toEqual([args, 2]);
    }
  });

  it('takes a layout of the hospital’s own, and says what is wrong with one', async () => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{"schema":1}');
    const said = await ward('init', '--layout', bad, '--data', join(folder, 'b'), '--json');
    expect(JSON.parse(said.err)).toMatchObject({ error: { code: 'layout-invalid' } });
    expect(await json('init', '--layout', 'small-20', '--data', join(folder, 's'))).toMatchObject({
      beds: 20,
    });
  });
});
