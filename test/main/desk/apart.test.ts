import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handlers } from '#main/handlers.ts';
import { createBorder } from '#main/ipc/border.ts';
import { backups } from '#shared/contract/backups.ts';
import { type OutputOf, PROCEDURE_NAMES, type ProcedureName } from '#shared/contract/index.ts';
import { needsOf } from '#shared/contract/procedure-rights.ts';
import { ROLES, rightsOf } from '#shared/rules/rights.ts';
import { leastOf, openSafeDesk, type SafeDesk } from '../../fixtures/safe-desk.ts';
import { smallestInput } from '../../fixtures/smallest-inputs.ts';

/** What a window answers by itself (window/register.ts). */
const OWN = [
  'reports.showFile',
  'daily.chooseFolder',
  'backups.chooseTarget',
  'backups.pick',
  'setup.printRecoveryKey',
  'papers.print',
] as const satisfies ProcedureName[];

const PROTECTING = [
  'setup.offerRecoveryKey',
  'setup.protect',
  'setup.replaceRecoveryKey',
  'setup.changePassphrase',
] as const satisfies ProcedureName[];

const MADE_UP = 'setup.createDemonstration' satisfies ProcedureName;

let ward: SafeDesk;
beforeEach(async () => {
  ward = await openSafeDesk();
});
afterEach(() => ward.close());

async function trail(): Promise<string[]> {
  await ward.signIn(await ward.person('审计', ['auditor']));
  const { rows } = (await ward.call('audit.list', {})) as OutputOf<'audit.list'>;
  return rows.map(({ who, procedure, outcome, code }) => [who, procedure, outcome, code].join(' ').trim());
}

describe('what a desk answers beside the router of its ward', () => {
  it('stands on the trail with who did it, and who was refused it, each once', async () => {
    await ward.signIn(ward.administrator);
    await ward.call('backups.take', {});
    await ward.signIn(await ward.person('李小护', ['nurse']));
    expect((await ward.refused('backups.take', {})).code).toBe('not-allowed');
    const protect = leastOf('setup.protect', ward.administrator);
    expect(await ward.desk.call('setup.protect', protect)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    const rows = (await trail()).filter((row) => /backups\.|setup\./.test(row));
    expect(rows).toEqual([
      '李小护 setup.protect refused not-allowed',
      '李小护 backups.take refused not-allowed',
      '陈主任 backups.take done',
    ]);
  });

  it('is had by those with the right, also where the window itself answers', async () => {
    const asked: string[] = [];
    const answered = (name: string) => () => {
      asked.push(name);
      return {} as never;
    };
    const border = createBorder({
      opening: Promise.resolve(ward.desk),
      own: Object.fromEntries(OWN.map((name) => [name, answered(name)])),
      log: { defect: () => undefined, slow: () => undefined },
    });
    const call = (name: ProcedureName, operatorId = ward.administrator) =>
      border({ callId: 'x', name, input: leastOf(name, operatorId) }, () => undefined);
    for (const role of ROLES) {
      const operatorId = await ward.person(role, [role]);
      await ward.signIn(operatorId);
      const rights = rightsOf([role], []);
      for (const name of OWN) {
        const needs = needsOf(name);
        if (needs === 'signed-in' || needs === 'desk') throw new Error(name);
        const may = needs === 'anybody' || needs.every((one) => rights.has(one));
        asked.length = 0;
        const reply = await call(name, operatorId);
        expect([role, name, asked]).toEqual([role, name, may ? [name] : []]);
        if (!may)
          expect([role, name, reply]).toMatchObject([role, name, { refusal: { code: 'not-allowed' } }]);
      }
    }
    await ward.call('people.signOut', {});
    for (const name of OWN.filter((one) => needsOf(one) !== 'anybody'))
      expect([name, await call(name)]).toMatchObject([name, { refusal: { code: 'sign-in-needed' } }]);
  });

  it('is whatever the router of a ward does not answer, and nothing of it is left out here', () => {
    const asked = new Set<string>([...OWN, ...PROTECTING, ...Object.keys(backups), MADE_UP]);
    const elsewhere = PROCEDURE_NAMES.filter((name) => !Object.hasOwn(handlers, name));
    const needing = elsewhere.filter((name) => typeof needsOf(name) !== 'string');
    expect(needing.filter((name) => !asked.has(name))).toEqual([]);
  });

  it('changes no keys of the ward for somebody who may not change its settings', async () => {
    for (const role of ROLES) {
      const operatorId = await ward.person(role, [role]);
      await ward.signIn(operatorId);
      const may = rightsOf([role], []).has('settings.change');
      for (const name of PROTECTING) {
        const reply = await ward.desk.call(name, leastOf(name, operatorId));
        const code = reply.ok || reply.kind === 'defect' ? '' : reply.refusal.code;
        expect([role, name, code]).toEqual([
          role,
          name,
          may ? expect.not.stringMatching('not-allowed') : 'not-allowed',
        ]);
      }
    }
    await ward.call('people.signOut', {});
    for (const name of PROTECTING)
      expect(await ward.desk.call(name, leastOf(name, ward.administrator))).toMatchObject({
        refusal: { code: 'sign-in-needed' },
      });
  });

  it('leads nobody into made-up data who may not change the settings of the ward', async () => {
    const refused = async () => {
      const reply = await ward.desk.call(MADE_UP, smallestInput(MADE_UP));
      return reply.ok || reply.kind === 'defect' ? '' : reply.refusal.code;
    };
    for (const role of ROLES.filter((one) => !rightsOf([one], []).has('settings.change'))) {
      await ward.signIn(await ward.person(role, [role]));
      expect([role, await refused()]).toEqual([role, 'not-allowed']);
    }
    await ward.call('people.signOut', {});
    expect(await refused()).toBe('sign-in-needed');
    expect(ward.desk.folder.demo).toBe(false);
  });

  it('forgets a recovery key that was on the screen when somebody locks the desk or another comes', async () => {
    await ward.signIn(ward.administrator);
    const passphrase = 'correct horse battery staple';
    for (const leave of [() => ward.call('people.lock', {}), () => ward.signIn(ward.administrator)]) {
      const { offer, recoveryKey } = await ward.call('setup.offerRecoveryKey', {});
      await leave();
      await ward.signIn(ward.administrator);
      const lastGroup = recoveryKey.split('-').at(-1) ?? '';
      const refusal = await ward.refused('setup.protect', { offer, lastGroup, passphrase } as never);
      expect(refusal.code).toBe('recovery-key-gone');
    }
  });

  it('leads nobody from a ward that does not open into made-up data, and prints nothing of it', async () => {
    await ward.desk.close();
    writeFileSync(ward.file, 'spoilt');
    await ward.restart();
    expect(
      (await ward.refused('setup.createDemonstration', smallestInput('setup.createDemonstration') as never))
        .code,
    ).toBe('ward-not-a-ward');
    expect(ward.desk.folder.demo).toBe(false);
    const print = ward.desk.insistOnRights('papers.print', {}, {});
    await expect(print).rejects.toMatchObject({ code: 'ward-not-a-ward' });
  });
});
