import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperatorId } from '#shared/contract/values.ts';
import { DEFAULT_RIGHTS, type Right } from '#shared/rules/rights.ts';
import { makeSafe, type SafeWard } from '../../fixtures/people.ts';
import { smallestInput } from '../../fixtures/smallest-inputs.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
let safe: SafeWard;
let pharmacist: OperatorId;

beforeEach(async () => {
  ward = await openTestWard();
  safe = await makeSafe(ward, Date.now);
  pharmacist = await safe.person('药师一', ['pharmacist']);
});
afterEach(() => ward.close());

/** What the hospital decides of a role, while somebody of it stays signed in at their own desk. */
async function mayBe(rights: readonly Right[]): Promise<void> {
  await safe.signIn(pharmacist);
  const theirs = safe.sessions.actor();
  await safe.signIn(safe.administrator);
  const header = { operatorId: safe.administrator };
  await ward.call('people.setRole', { role: 'pharmacist', rights: [...rights] }, header);
  ward.as(theirs);
}

const SHIPPED = DEFAULT_RIGHTS.pharmacist;

describe('a role that the hospital has changed', () => {
  it('may at the next call what it was given, and no more what was taken from it', async () => {
    await safe.signIn(pharmacist);
    expect((await ward.refused('reports.gridFile', leastGrid())).code).toBe('not-allowed');
    await mayBe([...SHIPPED, 'reports.export']);
    await ward.call('reports.gridFile', leastGrid());
    await mayBe(SHIPPED.filter((right) => right !== 'patients.read'));
    expect((await ward.refused('stays.search', { text: '张' })).code).toBe('not-allowed');
    expect((await ward.refused('reports.gridFile', leastGrid())).code).toBe('not-allowed');
  });

  it('is kept as what differs, so that a right of a later version arrives', async () => {
    const kept = () =>
      ward.db.read.selectFrom('role_right').select(['right_name', 'granted']).orderBy('right_name').execute();
    await mayBe(['ward.read', 'patients.read', 'reports.export']);
    expect(await kept()).toEqual([
      { right_name: 'care.do', granted: 0 },
      { right_name: 'reports.export', granted: 1 },
    ]);
    await mayBe(SHIPPED);
    expect(await kept()).toEqual([]);
  });

  it('prints and carries away no whole number that it may not see', async () => {
    await mayBe([...SHIPPED, 'papers.print', 'reports.export']);
    const papers = [
      'papers.pages',
      'papers.listPages',
      'papers.handoverPages',
      'papers.rollCallPages',
    ] as const;
    const files = ['releases.districtFile', 'reports.dischargeFile', 'home.exportFile'] as const;
    for (const name of [...papers, ...files, 'releases.forPaper'] as const) {
      const refusal = await ward.refused(name, { ...smallestInput(name), ...madeBy(name) } as never);
      expect([name, refusal]).toMatchObject([
        name,
        { code: 'not-allowed', params: { right: 'patients.identity' } },
      ]);
    }
  });
});

const madeBy = (name: Parameters<typeof smallestInput>[0]) =>
  'madeBy' in smallestInput(name) ? { madeBy: pharmacist } : {};
const leastGrid = () => ({ ...smallestInput('reports.gridFile'), ...madeBy('reports.gridFile') }) as never;
