import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal } from '../fixtures/terminal.ts';

let at: ReturnType<typeof openTerminal>;
let copy: string;
const to = (name: string) => ['--data', at.path(name)];
beforeAll(() => {
  at = openTerminal();
  at.answer(['init', '--layout', 'small-20', '--open', ...to('ward')]);
  copy = at.answer(['backup', ...to('ward')]).file;
});
afterAll(() => at.close());

describe('a copy restored from a terminal into a new place', { timeout: 180_000 }, () => {
  it('makes the folder, however deep, for its owner alone', () => {
    at.answer(['restore', copy, ...to('new/deep')]);
    expect(at.answer(['verify', ...to('new/deep')])).toMatchObject({ clean: true });
    if (process.platform === 'win32') return;
    for (const folder of ['new', 'new/deep']) expect(statSync(at.path(folder)).mode & 0o777).toBe(0o700);
    for (const file of ['ward.db', 'ward.keys'])
      expect(statSync(at.path('new/deep', file)).mode & 0o777).toBe(0o600);
  });

  it('that is spoilt, or is none, is refused, and leaves no folder', () => {
    const whole = readFileSync(copy);
    const spoilt = at.path('spoilt.wardbackup');
    const text = at.path('letter.txt');
    const middle = Math.floor(whole.length / 2);
    whole.fill(0x5a, middle, middle + 9000);
    writeFileSync(spoilt, whole);
    writeFileSync(text, '今天天气很好。\n'.repeat(100));
    const codes = [spoilt, text, at.path('none')].map(
      (file) => at.refused(['restore', file, ...to('new2/deep')]).code,
    );
    expect(codes).toEqual(['backup-damaged', 'not-a-backup', 'no-such-file']);
    expect(existsSync(at.path('new2'))).toBe(false);
    expect(at.refused(['drill', text, ...to('ward')]).code).toBe('not-a-backup');
  });

  it('where no folder can be made: refused at once', () => {
    for (const command of ['restore', 'drill'])
      expect(at.refused([command, copy, '--data', '/proc/nowhere/ward'])).toMatchObject({
        exit: 1,
        code: 'cannot-write-file',
      });
  });
});
