import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { backups } from '#shared/contract/backups.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { ROLES, rightsOf } from '#shared/rules/rights.ts';
import { openTestDesk } from '../../fixtures/open-desk.ts';
import { smallestInput } from '../../fixtures/smallest-inputs.ts';

const SECRET = '835170';
/** Its dialog is the window's, which then calls `backups.setTarget`. */
const NAMES = (Object.keys(backups) as (keyof typeof backups)[]).filter(
  (name) => name !== 'backups.chooseTarget',
);

it('copies are seen, taken and restored by whoever may manage them, and only the state is told to everybody', async () => {
  const ward = await openTestDesk();
  try {
    await ward.create();
    const { file } = await ward.call('backups.take', {});
    const { operatorId: admin } = await ward.call('people.firstAdministrator', {
      name: '陈主任',
      secret: SECRET,
    });
    const code = async (name: string) => {
      const reply = await ward.desk.call(name, smallestInput(name as never));
      return reply.ok ? 'done' : reply.kind === 'refused' ? reply.refusal.code : 'defect';
    };
    const signIn = (operatorId: typeof admin, secret = SECRET) =>
      ward.call('people.signIn', { who: { operatorId }, secret });
    for (const role of ROLES) {
      await signIn(admin);
      const act = { key: crypto.randomUUID(), operatorId: admin };
      const added = await ward.desk.call('ward.addOperator', { act, name: role });
      if (!added.ok) throw new Error(JSON.stringify(added));
      const { operatorId } = added.value as OutputOf<'ward.addOperator'>;
      const set = { act: { ...act, key: crypto.randomUUID() }, person: operatorId, roles: [role] };
      expect(await ward.desk.call('people.setPerson', set)).toMatchObject({ ok: true });
      await ward.call('people.setSecret', { operatorId, secret: '771042' });
      await signIn(operatorId, '771042');
      await ward.call('people.setSecret', { operatorId, secret: SECRET, present: '771042' });
      await signIn(operatorId);
      const may = rightsOf([role], []).has('backups.manage');
      for (const name of NAMES) {
        const answer = await code(name);
        expect([role, name, answer === 'not-allowed']).toEqual([
          role,
          name,
          !may && name !== 'backups.state',
        ]);
        expect([role, name, answer]).not.toEqual([role, name, 'sign-in-needed']);
      }
    }
    await ward.call('people.signOut', {});
    for (const name of NAMES)
      expect([name, await code(name)]).toEqual([name, name === 'backups.state' ? 'done' : 'sign-in-needed']);

    // With a ward that cannot be opened nobody can sign in, and restoring is what has to be done.
    await ward.desk.close();
    writeFileSync(ward.file, 'spoilt');
    await ward.restart();
    await ward.call('backups.restore', { file, recoveryKey: null });
  } finally {
    await ward.close();
  }
});
