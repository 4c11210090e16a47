import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProcess } from '../fixtures/built-process.ts';
import { readableIn } from '../fixtures/sealed-ward.ts';

const WARD = builtProcess('ward');
const PASSPHRASE = '玉兰 lantern 27 steps';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fangcang-cli-sealed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ward(data: string, args: string[], { input = '', env = {} }: { input?: string; env?: object } = {}) {
  const { FANGCANG_PASSPHRASE: _, ...rest } = process.env;
  const run = spawnSync(process.execPath, [WARD, ...args, '--data', join(folder, data), '--json'], {
    encoding: 'utf8',
    input,
    env: { ...rest, ...env },
  });
  const json = (text: string) => (text.startsWith('{') ? JSON.parse(text) : text);
  return { code: run.status, answer: json(run.stdout), said: json(run.stderr.trim()) };
}
const small = ['--layout', 'small-20', '--name', '演示密文医院'];

describe('a sealed ward from a terminal', () => {
  it('is made with a passphrase from a file, opens by every way there is, and else says that it is locked', () => {
    const file = join(folder, 'passphrase');
    writeFileSync(file, `${PASSPHRASE}\n`);
    const made = ward('sealed', ['init', ...small, '--passphrase-file', file]);
    expect(made).toMatchObject({ code: 0, answer: { protection: 'sealed', beds: 20 }, said: '' });
    const paper: string = made.answer.recoveryKey;
    expect(paper).toMatch(/^([0-9A-Z]{5}-){10}[0-9A-Z]{5}$/);
    expect(readableIn(join(folder, 'sealed', 'ward.db'), ['演示密文医院', 'CREATE TABLE'])).toEqual([]);

    const locked = { code: 1, answer: '', said: { error: { code: 'ward-locked' } } };
    expect(ward('sealed', ['census'])).toMatchObject(locked);
    const opened = { code: 0, answer: { beds: { total: 20 } } };
    expect(ward('sealed', ['census', '--passphrase-file', file])).toMatchObject(opened);
    expect(ward('sealed', ['census', '--passphrase-file', '-'], { input: PASSPHRASE })).toMatchObject(opened);
    expect(ward('sealed', ['census'], { env: { FANGCANG_PASSPHRASE: PASSPHRASE } })).toMatchObject(opened);
    const typed = paper.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    expect(ward('sealed', ['census', '--recovery-key-file=-'], { input: typed })).toMatchObject(opened);
    const wrong = (code: string) => ({ code: 1, said: { error: { code } } });
    expect(ward('sealed', ['census', '--passphrase-file', '-'], { input: 'another one' })).toMatchObject(
      wrong('passphrase-wrong'),
    );
    expect(ward('sealed', ['census', '--recovery-key-file=-'], { input: paper.slice(0, -2) })).toMatchObject(
      wrong('recovery-key-length'),
    );
    expect(ward('sealed', ['census', '--passphrase-file', join(folder, 'none')])).toMatchObject(
      wrong('no-such-file'),
    );
    expect(ward('short', ['init', ...small, '--passphrase-file', '-'], { input: 'short' })).toMatchObject(
      wrong('passphrase-short'),
    );
  });

  it('comes from an open one, which says that it is not encrypted unless that was asked for', () => {
    const made = ward('open', ['init', ...small]);
    expect(made).toMatchObject({ code: 0, answer: { protection: 'open' } });
    expect(made.answer.mind).toContain('ward protect');
    expect(ward('training', ['init', ...small, '--open']).answer).not.toHaveProperty('mind');
    expect(ward('open', ['protect'])).toMatchObject({ code: 2 });
    const env = { FANGCANG_PASSPHRASE: PASSPHRASE };
    const sealed = ward('open', ['protect'], { env });
    expect(sealed).toMatchObject({ code: 0, answer: { protection: 'sealed' } });
    expect(readdirSync(join(folder, 'open')).sort()).toEqual(['ward.db', 'ward.keys']);
    expect(ward('open', ['protect'], { env })).toMatchObject({
      code: 1,
      said: { error: { code: 'ward-protected' } },
    });
    expect(ward('open', ['verify'], { env })).toMatchObject({ code: 0, answer: { clean: true } });
    const input = sealed.answer.recoveryKey;
    expect(ward('open', ['verify', '--recovery-key-file=-'], { input }).code).toBe(0);
  });
});
