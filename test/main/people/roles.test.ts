import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#main/people/actor.ts';
import { contract, PROCEDURE_NAMES, type ProcedureName } from '#shared/contract/index.ts';
import { needsOf } from '#shared/contract/procedure-rights.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import {
  BREAK_GLASS_RIGHTS,
  DEFAULT_RIGHTS,
  RIGHTS,
  ROLES,
  type Role,
  rightsOf,
} from '#shared/rules/rights.ts';
import { makeSafe, type SafeWard } from '../../fixtures/people.ts';
import { smallestInput } from '../../fixtures/smallest-inputs.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
let safe: SafeWard;
const actors = new Map<Role, Exclude<Actor, 'desk' | null>>();

beforeAll(async () => {
  ward = await openTestWard();
  safe = await makeSafe(ward, Date.now);
  for (const role of ROLES) {
    const operatorId = await safe.person(`角色 ${role}`, [role]);
    actors.set(role, { operatorId, sessionId: role, proven: [] });
  }
});
afterAll(() => ward.close());

/** Files are made in the name of whoever asks for them. */
const named = (input: Record<string, unknown>, madeBy: OperatorId) =>
  'madeBy' in input ? { ...input, madeBy } : input;

/** An input that the contract lets through may not exist for a bare ward; who may call shows before that. */
async function answerTo(name: ProcedureName, actor: Actor, operatorId: OperatorId): Promise<string> {
  const act = { key: crypto.randomUUID(), operatorId };
  const input =
    contract[name].kind === 'command'
      ? { ...smallestInput(name), act }
      : named(smallestInput(name), operatorId);
  const reply = await ward.reply(name, input, { actor });
  if (reply.ok) return 'done';
  return reply.kind === 'refused' ? reply.refusal.code : 'defect';
}

/** Answered by the desk itself or the window, not by the router. */
const ELSEWHERE = (name: string) =>
  /^setup\.|^backups\.|^people\.(status|signIn|whose|lock|signOut|prove|firstAdministrator|recover|setSecret)$/.test(
    name,
  ) || ['reports.showFile', 'papers.print', 'daily.chooseFolder'].includes(name);
const routed = PROCEDURE_NAMES.filter((name) => !ELSEWHERE(name));

describe('the contract and the roles', () => {
  it('has an input for every procedure that the contract lets through', () => {
    for (const name of routed) {
      expect([name, contract[name].input.safeParse(smallestInput(name)).error?.issues]).toEqual([
        name,
        undefined,
      ]);
    }
  });

  it.each(ROLES)('%s may call what the rights of the role cover, and nothing else', async (role) => {
    const actor = actors.get(role) ?? null;
    const operatorId = actors.get(role)?.operatorId as OperatorId;
    const own = rightsOf([role], []);
    for (const name of routed) {
      const needs = needsOf(name);
      const may =
        needs === 'anybody' ||
        needs === 'signed-in' ||
        (needs !== 'desk' && needs.every((one) => own.has(one)));
      const answer = await answerTo(name, actor, operatorId);
      // Undo asks for the rights of what it takes back, which here is no act at all.
      expect([name, answer === 'not-allowed']).toEqual([name, !may]);
      expect([name, answer]).not.toEqual([name, 'sign-in-needed']);
    }
  });

  it('has nothing for everybody, or for whoever is signed in, but what signing in and a new PC need', () => {
    const free = PROCEDURE_NAMES.filter((name) => typeof needsOf(name) === 'string');
    const told = free.map((name) => `${name} ${needsOf(name)}`).sort();
    expect(told).toMatchInlineSnapshot(`
      [
        "acts.undo signed-in",
        "backups.state anybody",
        "daily.recordRun desk",
        "daily.writeDue desk",
        "papers.publicKey signed-in",
        "people.breakGlass signed-in",
        "people.endBreakGlass signed-in",
        "people.firstAdministrator anybody",
        "people.lock anybody",
        "people.prove signed-in",
        "people.recover anybody",
        "people.setSecret signed-in",
        "people.signIn anybody",
        "people.signOut anybody",
        "people.status anybody",
        "people.whose anybody",
        "setup.create anybody",
        "setup.layouts anybody",
        "setup.readLayout anybody",
        "setup.status anybody",
        "setup.unlock anybody",
        "ward.hospital signed-in",
        "ward.operators signed-in",
        "ward.settings signed-in",
      ]
    `);
  });

  it('lets nobody do or see anything who is not signed in', async () => {
    for (const name of routed) {
      if (needsOf(name) === 'anybody') continue;
      const operatorId = actors.get('team-lead')?.operatorId as OperatorId;
      expect([name, await answerTo(name, null, operatorId)]).toEqual([name, 'sign-in-needed']);
    }
  });

  it('lets nobody act in the name of somebody else', async () => {
    const nurse = actors.get('nurse') ?? null;
    const lead = actors.get('team-lead')?.operatorId as OperatorId;
    for (const name of routed) {
      if (contract[name].kind !== 'command') continue;
      expect([name, await answerTo(name, nurse, lead)]).toEqual([name, 'not-signed-in-as']);
    }
  });

  it('asks for rights that some role has, and has a use for every right', () => {
    const asked = new Set(
      PROCEDURE_NAMES.flatMap((name) => [...(typeof needsOf(name) === 'string' ? [] : needsOf(name))]),
    );
    const held = new Set(ROLES.flatMap((role) => [...DEFAULT_RIGHTS[role]]));
    for (const right of asked) expect([right, held.has(right as never)]).toEqual([right, true]);
    expect(RIGHTS.filter((right) => !asked.has(right) && right !== 'patients.identity')).toEqual([]);
  });

  it('changes nothing of the house under break-glass', () => {
    const changing = [
      'settings.change',
      'people.manage',
      'protocols.change',
      'zones.manage',
      'backups.manage',
    ];
    expect(BREAK_GLASS_RIGHTS.filter((right) => changing.includes(right))).toEqual([]);
  });
});
