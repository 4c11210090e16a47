import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal } from '../fixtures/terminal.ts';

let at: ReturnType<typeof openTerminal>;
let data: string[];
beforeAll(() => {
  at = openTerminal();
  data = ['--data', at.path('ward')];
  at.answer(['init', '--layout', 'small-20', '--open', ...data]);
});
afterAll(() => at.close());

describe('what a terminal is told', { timeout: 180_000 }, () => {
  it('that there is no copy to try yet', () => {
    expect(at.refused(['drill', ...data])).toMatchObject({ exit: 1, code: 'no-copies' });
  });

  it('where a second target is on the ward’s own disk, and where it is not there', () => {
    const target = at.path('usb');
    mkdirSync(target);
    const first = at.ward(['backup', '--target', target, '--json', ...data]);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.err)).toMatchObject({ warning: { code: 'target-same-disk' } });
    expect(JSON.parse(first.out)).toMatchObject({ whole: true, target: { state: 'ok' } });
    renameSync(target, at.path('unplugged'));
    const second = at.ward(['backup', '--lang', 'en', ...data]);
    expect(second.code).toBe(0);
    expect(second.err).toMatch(/second target .*usb is not there.*\(target-missing\)/);
  });

  it('that a real ward, empty or not, is no demonstration; one that is open and unused is, where that is said', () => {
    expect(at.refused(['demo', ...data])).toMatchObject({ exit: 1, code: 'demo-beside-ward' });
    expect(at.answer(['call', 'ward.hospital', '{}', ...data])).toMatchObject({ demo: false });
    const few = ['demo', '--fill', '--patients', '4', '--days', '1'];
    const sealed = ['--data', at.path('sealed')];
    const given = { env: { FANGCANG_PASSPHRASE: 'correct horse battery staple' } };
    at.answer(['init', '--layout', 'small-20', ...sealed], given);
    expect(at.refused([...few, ...sealed], given)).toMatchObject({ exit: 1, code: 'demo-beside-ward' });
    const unused = ['--data', at.path('unused')];
    at.answer(['init', '--layout', 'small-20', '--open', ...unused]);
    at.answer([...few, ...unused]);
    expect(at.answer(['call', 'ward.hospital', '{}', ...unused])).toMatchObject({ demo: true });
    expect(at.refused([...few, ...unused])).toMatchObject({ exit: 1, code: 'ward-exists' });
  });

  it('how to say who acts, in words of a terminal', () => {
    const act = {
      key: '019f5b2c-7f1e-7000-8000-000000000001',
      operatorId: '019f5b2c-7f1e-7000-8000-000000000002',
    };
    const input = JSON.stringify({ act, name: '王护士' });
    const said = at.refused(['call', 'ward.addOperator', input, ...data]);
    expect(said).toMatchObject({ code: 'unknown-operator' });
    expect(said.zh).toContain('--as');
    expect(at.ward(['call', 'ward.addOperator', input, '--lang', 'en', ...data]).err).toContain(
      'add --as <name>',
    );
  });

  it('in the language that was chosen, Chinese first, also by --help', () => {
    expect(at.ward(['--help']).out).toContain('用法：');
    expect(at.ward(['restore', '--help']).out).toContain('用备份还原病区');
    expect(at.ward(['--help', '--lang', 'en']).out).toMatch(/^Usage: ward/);
    expect(at.ward(['restore', '--lang=en']).err).toContain('missing required argument');
    expect(at.ward(['restore']).err).toMatch(/^用法有误：/);
  });

  it('of damaged pages what is the matter, without the program’s own lines', () => {
    const file = at.path('ward', 'ward.db');
    const handle = openSync(file, 'r+');
    const { size } = statSync(file);
    const noise = Buffer.alloc(4096, 0x5a);
    for (let page = 2 * 4096; page < size; page += 4096) writeSync(handle, noise, 0, 4096, page);
    closeSync(handle);
    for (const command of ['verify', 'census']) {
      const said = at.refused([command, ...data]);
      expect([command, said.exit]).toEqual([command, 1]);
      expect(['reading-failed', 'ward-damaged']).toContain(said.code);
    }
  });
});
