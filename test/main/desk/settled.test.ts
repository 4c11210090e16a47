import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestDesk } from '../../fixtures/open-desk.ts';

it('a young ward whose -wal was removed still has its first administrator, and asks for a sign-in', async () => {
  const ward = await openTestDesk();
  const folder = mkdtempSync(join(tmpdir(), 'fangcang-without-wal-'));
  try {
    await ward.create();
    const made = await ward.desk.call('people.firstAdministrator', { name: '陈主任', secret: '835170' });
    expect(made).toMatchObject({ ok: true });
    for (const name of ['ward.db', 'ward.keys']) copyFileSync(join(ward.folder, name), join(folder, name));
  } finally {
    await ward.close();
  }
  const without = await openTestDesk({}, folder);
  try {
    expect(await without.refused('ward.census', {})).toMatchObject({ code: 'sign-in-needed' });
  } finally {
    await without.close();
  }
});
