import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fangcang-cli-lab-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = async (...args: string[]) => {
  const ward = resolve('src/main/cli/ward.ts');
  const { stdout } = await run(process.execPath, [ward, ...args, '--data', join(folder, 'ward'), '--json'], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout);
};
const LAB = 'test/rosters/lab-results-2022-04-06.xlsx';
const SHAPE = ['accepted', 'corrected', 'duplicates', 'issues', 'quarantined', 'refused', 'rows', 'warned'];

describe('ward import lab', () => {
  it('answers in the shape of rosters with `quarantined`, and keeps nothing on a dry run', async () => {
    await json('init');
    await json('import', 'roster', 'test/rosters/intake-996.xlsx');
    const dry = await json('import', 'lab', LAB, '--dry-run');
    expect(Object.keys(dry).sort()).toEqual(SHAPE);
    expect(dry).toMatchObject({ rows: 996, accepted: 996, duplicates: 0, refused: 0, quarantined: 0 });
    expect(await json('import', 'lab', LAB)).toEqual(dry);
    const again = await json('import', 'lab', LAB);
    expect(again).toMatchObject({ rows: 996, accepted: 0, duplicates: 996, quarantined: 0 });
    expect(again.issues[0]).toMatchObject({
      severity: 'duplicate',
      code: 'repeat',
      message: expect.any(String),
    });
  }, 60_000);
});
