import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageAt, shippedPages } from '#main/window/shipped-pages.ts';

const around = mkdtempSync(join(tmpdir(), 'fangcang-pages-'));
const folder = join(around, 'renderer');

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(around, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'a b.js'), '1');
  symlinkSync(join(around, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(around, join(folder, 'up'));
});
afterAll(() => rmSync(around, { recursive: true, force: true }));

it('serves the files that were built, under their own names', () => {
  const pages = shippedPages(folder);
  expect(pageAt(pages, 'desk://app/')).toBe(join(folder, 'index.html'));
  expect(pageAt(pages, 'desk://app/?lang=en#/beds')).toBe(join(folder, 'index.html'));
  expect(pageAt(pages, 'desk://app/assets/a%20b.js')).toBe(join(folder, 'assets', 'a b.js'));
});

it('finds nothing outside of them, however the way there is written', () => {
  const pages = shippedPages(folder);
  for (const way of [
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e%2fsecret.txt',
    '%252e%252e%252fsecret.txt',
    '..%5csecret.txt',
    '..\\secret.txt',
    'assets/..%2f..%2fsecret.txt',
    'assets/%2e%2e/%2e%2e/secret.txt',
    'index.html%00.js',
    'secret.txt%00index.html',
    '%c0%ae%c0%ae/secret.txt',
    '%',
    '/etc/passwd',
    '//etc/passwd',
    'assets',
    'assets/',
    'link.txt',
    'up/secret.txt',
    'INDEX.HTML',
    'index.html/',
    '__proto__',
    'constructor',
  ])
    expect([way, pageAt(pages, `desk://app/${way}`)]).toEqual([way, null]);
});
