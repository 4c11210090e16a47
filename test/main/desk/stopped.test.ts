import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { inNameOf, openSafeDesk } from '../../fixtures/safe-desk.ts';
import { spoilIndex } from '../../fixtures/spoil-index.ts';
import { someone } from '../../fixtures/ward.ts';

it('a file that was found damaged is not written to by anything: no act, no sign-in, no sight, no refusal', async () => {
  const ward = await openSafeDesk();
  try {
    const nurse = await ward.person('李小护', ['nurse']);
    await ward.signIn(nurse);
    const details = someone({ name: '邹丽平' });
    const admission = { details, bedId: null, familyOf: null, convoyId: null };
    const admit = () => ward.desk.call('stays.admit', inNameOf('stays.admit', admission, nurse));
    const admitted = await admit();
    if (!admitted.ok) throw new Error(JSON.stringify(admitted));
    const { stayId } = admitted.value as OutputOf<'stays.admit'>;
    spoilIndex(ward.file, '邹丽平');
    expect(await ward.desk.backups.check(true)).toContain('missing from index');

    const bytes = () => ['', '-wal'].map((end) => readFileSync(ward.file + end).toString('base64'));
    const before = bytes();
    expect(await admit()).toMatchObject({ refusal: { code: 'writing-stopped' } });
    expect((await ward.refused('people.signIn', { who: { operatorId: nurse }, secret: '000111' })).code).toBe(
      'wrong-secret',
    );
    await ward.signIn(nurse);
    const record = await ward.call('stays.record', { stayId });
    expect(JSON.stringify(record)).toContain('邹丽平');
    expect((await ward.refused('people.list', {})).code).toBe('not-allowed');
    expect((await ward.refused('backups.take', {})).code).toBe('not-allowed');
    const secret = { operatorId: nurse, secret: '662041', present: '835170' };
    expect((await ward.refused('people.setSecret', secret)).code).toBe('writing-stopped');
    await ward.call('people.signOut', {});
    expect(bytes()).toEqual(before);
  } finally {
    await ward.close();
  }
}, 60_000);
