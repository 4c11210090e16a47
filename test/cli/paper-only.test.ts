import { truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal } from '../fixtures/terminal.ts';

const PASSPHRASE = '玉兰 lantern 27 steps';
let at: ReturnType<typeof openTerminal>;
let paper: string[];
let made: { recoveryKey: string; mind: string };
const file = (name: string, text: string) => {
  writeFileSync(at.path(name), `${text}\n`);
  return at.path(name);
};
beforeAll(() => {
  at = openTerminal();
  const passphrase = file('passphrase', PASSPHRASE);
  made = at.answer([
    'init',
    '--layout',
    'small-20',
    '--passphrase-file',
    passphrase,
    '--data',
    at.path('old'),
  ]);
  paper = ['--recovery-key-file', file('paper', made.recoveryKey)];
});
afterAll(() => at.close());

describe('a sealed ward and its paper, at a terminal', { timeout: 180_000 }, () => {
  it('is told to be written down when the ward is made: it is shown this once', () => {
    expect(made.mind).toContain('只显示这一次');
  });

  it('a copy restored on another PC opens by the paper alone, says so, and gets a passphrase', () => {
    const old = ['--data', at.path('old'), '--passphrase-file', at.path('passphrase')];
    const copy = at.answer(['backup', ...old]).file;
    const data = ['--data', at.path('new')];
    const restored = at.answer(['restore', copy, ...paper, ...data]);
    expect(restored).toMatchObject({ opensBy: ['recovery'] });
    expect(restored.mind).toContain('ward passphrase');

    for (const means of [[], ['--passphrase-file', at.path('passphrase')]]) {
      const said = at.refused(['census', ...means, ...data]);
      expect(said).toMatchObject({ exit: 1, code: 'passphrase-none' });
      expect(said.en).toContain('ward passphrase');
    }
    const next = file('next', 'harbour 41 quiet 杨柳');
    const set = ['passphrase', '--new-passphrase-file', next, ...data];
    expect(at.refused([...set, '--passphrase-file', next]).code).toBe('passphrase-none');
    expect(at.refused(set).code).toBe('passphrase-none');
    expect(at.answer([...set, ...paper])).toEqual({
      protection: 'sealed',
      opensBy: ['passphrase', 'recovery'],
    });
    expect(at.answer(['census', '--passphrase-file', next, ...data]).beds.total).toBe(20);
    expect(at.refused(['census', '--passphrase-file', at.path('passphrase'), ...data]).code).toBe(
      'passphrase-wrong',
    );
    // On the same PC the key file is the ward's own, and its passphrase goes on opening it.
    expect(at.answer(['restore', copy, ...paper, ...old]).opensBy).toEqual(['passphrase', 'recovery']);
  });

  it('whose passphrase is forgotten gets another by the paper, and a short one is refused', () => {
    const data = ['--data', at.path('old')];
    expect(
      at.refused(['passphrase', '--new-passphrase-file', file('short', '123'), ...paper, ...data]).code,
    ).toBe('passphrase-short');
    const other = file('other', 'lamp 88 over the river');
    at.answer(['passphrase', '--new-passphrase-file', other, ...paper, ...data]);
    at.answer(['census', '--passphrase-file', other, ...data]);
    expect(at.ward(['passphrase', ...paper, ...data]).code).toBe(2);
  });

  it('is damaged, and no other ward’s, where its file was cut off to nothing', () => {
    truncateSync(at.path('new', 'ward.db'), 0);
    expect(at.refused(['verify', ...paper, '--data', at.path('new')]).code).toBe('ward-damaged');
  });
});
