import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const MODULE = pathToFileURL(path.resolve('src/renderer/desk/sealed-drafts.ts')).href;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fangcang-drafts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One page after the other upon the same storage, in a Node that has one as a page has. */
function inPage(script: string): unknown {
  const code = `const { holdDraftKey: hold, keepDraft: keep, keptDraft: kept, draftsOf: of } = await import('${MODULE}');
    const KEY = { one: btoa('1'.repeat(32)), other: btoa('2'.repeat(32)) };
    console.log(JSON.stringify(await (async () => { ${script} })() ?? null));`;
  const file = path.join(folder, 'storage');
  const options = ['--experimental-webstorage', `--localstorage-file=${file}`, '--input-type=module'];
  const done = spawnSync(process.execPath, [...options, '-e', code], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

it('what is half typed outlives another recovery paper, which gives the ward another key', () => {
  inPage(`hold(KEY.one, 'ward'); keep(of('ward') + 'admit', '王芳'); keep(of('away') + 'admit', '李明');`);
  const seen = inPage(`hold(KEY.one, 'ward'); hold(KEY.other, 'ward');
    return [kept(of('ward') + 'admit'), kept(of('away') + 'admit'), localStorage.getItem(of('ward') + 'admit').startsWith('sealed:')];`);
  expect(seen).toEqual(['王芳', null, true]);
  expect(inPage(`hold(KEY.other, 'ward'); return kept(of('ward') + 'admit');`)).toBe('王芳');
  expect(inPage(`hold(KEY.one, 'ward'); return kept(of('ward') + 'admit');`)).toBeNull();
});

it('what was typed before a ward was protected is sealed with it, and another ward’s is left alone', () => {
  inPage(`hold(null, 'ward'); keep(of('ward') + 'admit', '王芳'); keep(of('away') + 'admit', '李明');`);
  const stored = inPage(`hold(KEY.one, 'ward');
    return [localStorage.getItem(of('ward') + 'admit').includes('王芳'), kept(of('ward') + 'admit'), localStorage.getItem(of('away') + 'admit')];`);
  expect(stored).toEqual([false, '王芳', '李明']);
});
