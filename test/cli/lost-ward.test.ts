import { mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTerminal } from '../fixtures/terminal.ts';

let at: ReturnType<typeof openTerminal>;
let data: string[];
beforeEach(() => {
  at = openTerminal();
  data = ['--data', at.path('ward')];
  at.answer(['init', '--layout', 'small-20', '--open', ...data]);
});
afterEach(() => at.close());

describe('a ward that does not open, from a terminal', { timeout: 120_000 }, () => {
  it('is damaged for a copy as for a check, and nobody is told to make a new one', () => {
    truncateSync(at.path('ward', 'ward.db'), 1000);
    for (const args of [['verify'], ['backup'], ['backup', '--target', at.folder]]) {
      const said = at.refused([...args, ...data]);
      expect(said).toMatchObject({ exit: 1, code: 'ward-damaged' });
      expect(said.en).toContain('restore a backup');
      expect(said.en).not.toContain('init');
    }
  });

  it('lies on a disk that does not let it be opened, for a copy as for a check', () => {
    mkdirSync(at.path('ward', 'ward.db-wal'));
    for (const args of [['verify'], ['backup']]) {
      expect(at.refused([...args, ...data])).toMatchObject({ exit: 1, code: 'ward-cannot-open' });
    }
  });

  it('whose file is gone: its copies are pointed to, and no new one is made beside them unless that is meant', () => {
    at.answer(['backup', ...data]);
    rmSync(at.path('ward', 'ward.db'));
    for (const args of [['census'], ['backup'], ['verify'], ['init', '--layout', 'small-20'], ['demo']]) {
      const said = at.refused([...args, ...data]);
      expect([args, said]).toMatchObject([args, { exit: 1, code: 'ward-gone' }]);
      expect(said.en).toMatch(/ward\.keys, backups.*\(1\).*ward restore/);
      expect(said.zh).toMatch(/ward\.keys.*ward restore/);
    }
    const [copy] = at.answer(['backups', ...data]);
    at.answer(['restore', copy.file, ...data]);
    expect(at.answer(['census', ...data]).beds.total).toBe(20);
    rmSync(at.path('ward', 'ward.db'));
    at.answer(['init', '--anew', '--open', '--layout', 'small-20', ...data]);
    expect(readdirSync(at.path('ward', 'backups')).length).toBeGreaterThan(0);
  });

  it('whose file is gone and only the keys are left: that is told as well', () => {
    rmSync(at.path('ward', 'ward.db'));
    expect(at.refused(['init', ...data])).toMatchObject({ code: 'ward-gone' });
    expect(at.refused(['census', '--data', at.path('nowhere')])).toMatchObject({ code: 'ward-missing' });
  });
});
