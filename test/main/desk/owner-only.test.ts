import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestDesk } from '../../fixtures/open-desk.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

it.skipIf(process.platform === 'win32')(
  'a ward and its folder are their owner’s alone, -wal and -shm too; one of an earlier version from its next opening on',
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'fangcang-owner-'));
    const ward = await openTestDesk({}, join(root, 'deep', 'ward'));
    const files = ['ward.db', 'ward.db-wal', 'ward.db-shm', 'ward.keys'];
    const modes = () => files.map((name) => modeOf(join(ward.folder, name)));
    try {
      await ward.create();
      await ward.admit('邹丽平');
      expect(modes()).toEqual([0o600, 0o600, 0o600, 0o600]);
      for (const folder of [join(root, 'deep'), ward.folder]) expect(modeOf(folder)).toBe(0o700);
      const { file } = await ward.call('backups.take', {});
      expect(modeOf(file)).toBe(0o600);
      await ward.desk.close();
      chmodSync(ward.file, 0o644);
      await ward.restart();
      await ward.admit('丁林宁');
      expect(modes()).toEqual([0o600, 0o600, 0o600, 0o600]);
    } finally {
      await ward.close();
      rmSync(root, { recursive: true, force: true });
    }
  },
);
