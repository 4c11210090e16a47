import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProcess } from '../fixtures/built-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'fangcang-as-'));
const WARD = builtProcess('ward');

interface Answer {
  code: number;
  out: string;
}

function ward(args: string[], env: Record<string, string> = {}): Answer {
  try {
    const out = execFileSync(process.execPath, [WARD, ...args, '--data', folder, '--json'], {
      ...{ encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } },
    });
    return { code: 0, out };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, out: stderr };
  }
}

beforeAll(() => {
  ward(['init', '--layout', 'small-20', '--operator', '李护士']);
  writeFileSync(join(folder, 'pin'), '835170\n');
  const first = ward([
    'call',
    'people.firstAdministrator',
    JSON.stringify({ name: '陈主任', secret: '835170' }),
  ]);
  expect(first.code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the terminal of a ward in which people sign in', () => {
  it('refuses whoever does not say who they are', () => {
    expect(ward(['census'])).toMatchObject({ code: 1, out: expect.stringContaining('sign-in-needed') });
  });

  it('acts for whom --as names, with the secret from a file or the environment', () => {
    expect(ward(['census', '--as', '陈主任', '--pin-file', join(folder, 'pin')]).code).toBe(0);
    const env = { FANGCANG_PIN: '835170' };
    expect(ward(['call', 'ward.addOperator', '{"name":"王护士"}', '--as', '陈主任'], env).code).toBe(0);
    const { out } = ward(['call', 'audit.list', '{"procedure":"ward.addOperator"}', '--as', '陈主任'], env);
    expect(JSON.parse(out)).toMatchObject({ rows: [{ who: '陈主任', roles: 'administrator team-lead' }] });
    expect(JSON.parse(ward(['verify', '--as', '陈主任'], env).out)).toMatchObject({ clean: true });
  });

  it('refuses a wrong secret, a name without one, and a missing one', () => {
    expect(ward(['census', '--as', '陈主任'], { FANGCANG_PIN: '000111' }).out).toContain('wrong-secret');
    expect(ward(['census', '--as', '李护士'], { FANGCANG_PIN: '835170' }).out).toContain('cannot-sign-in');
    expect(ward(['census', '--as', '陈主任'], { FANGCANG_PIN: '' }).code).toBe(2);
  });
});
