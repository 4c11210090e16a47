import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProcess } from '../fixtures/built-process.ts';

const WARD = builtProcess('ward');
let data: string;

const ward = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((settle) =>
    execFile(
      process.execPath,
      [WARD, ...args, '--data', data, '--json'],
      { maxBuffer: 1 << 26 },
      (error, out, err) => settle({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    ),
  );

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'fangcang-eligibility-'));
  await ward('init');
  await ward('import', 'roster', resolve('test/rosters/intake-996.xlsx'));
  for (const day of ['06', '07'])
    await ward('import', 'lab', resolve(`test/rosters/lab-results-2022-04-${day}.xlsx`));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe('ward eligibility', () => {
  it('answers in exactly the shape that scripts count on', async () => {
    const said = await ward('eligibility', '--at', '2022-04-07T12:00+08:00');
    expect(said).toMatchObject({ code: 0, err: '' });
    const list = JSON.parse(said.out);
    expect(Object.keys(list)).toEqual(['at', 'protocol', 'counts', 'patients']);
    expect(list).toMatchObject({
      at: '2022-04-07T04:00:00.000Z',
      protocol: { key: 'ninth-edition', version: 1 },
      counts: { eligible: 429, notYet: 567, excluded: 0 },
    });
    expect(Object.keys(list.patients[0])).toEqual([
      ...['stayId', 'name', 'documentNumber', 'verdict', 'earliest', 'next', 'rules'],
    ]);
    expect(Object.keys(list.patients[0].rules[0])).toEqual(['rule', 'met', 'saw', 'sentence']);
    const one = list.patients[0].stayId;
    const english = await ward(
      'eligibility',
      '--at',
      '2022-04-07T12:00+08:00',
      '--stay',
      one,
      '--lang',
      'en',
    );
    const { patients } = JSON.parse(english.out);
    expect(patients).toHaveLength(1);
    expect(patients[0].rules[0].sentence).toMatch(/^Classified /);
  });

  it('refuses a stay that there is not, and a time without its offset', async () => {
    const nobody = await ward('eligibility', '--stay', '01890000-0000-7000-8000-000000000000');
    expect(nobody.code).toBe(1);
    expect(JSON.parse(nobody.err)).toMatchObject({ error: { code: 'no-such-stay' } });
    expect((await ward('eligibility', '--at', '2022-04-07 12:00')).code).toBe(2);
  });
});
