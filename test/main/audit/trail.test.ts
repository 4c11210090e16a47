import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperatorId, StayId } from '#shared/contract/values.ts';
import { makeSafe, type SafeWard } from '../../fixtures/people.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

const DOCUMENT = '220199198501010018';
const OTHER_DOCUMENT = '220199198501010026';

let ward: TestWard;
let safe: SafeWard;
let nurse: OperatorId;
let stayId: StayId;

beforeEach(async () => {
  ward = await openTestWard();
  safe = await makeSafe(ward, () => Date.parse('2022-04-04T04:00:00Z'));
  nurse = await safe.person('李小护', ['nurse']);
  await safe.signIn(nurse);
  const own = { operatorId: nurse };
  const details = someone({ name: '王五', documentType: 'resident-id', documentNumber: OTHER_DOCUMENT });
  ({ stayId } = await ward.call(
    'stays.admit',
    { details, bedId: null, familyOf: null, convoyId: null },
    own,
  ));
  await ward.call('stays.correct', { stayId, details: { documentNumber: DOCUMENT } }, own);
});
afterEach(() => ward.close());

const auditor = async () => {
  const operatorId = await safe.person('审计', ['auditor']);
  await safe.signIn(operatorId);
  return operatorId;
};
async function rows(procedure: string) {
  await ward.router.settled();
  return (await ward.call('audit.list', { procedure })).rows;
}

describe('who is named on the trail', () => {
  it('is whoever tried, not the colleague in whose name it was tried', async () => {
    const other = await safe.person('王护士二', ['nurse']);
    await safe.signIn(nurse);
    const code = (
      await ward.refused('stays.correct', { stayId, details: {} } as never, { operatorId: other })
    ).code;
    expect(code).toBe('not-signed-in-as');
    await auditor();
    const [row] = await rows('stays.correct');
    expect(row).toMatchObject({ who: '李小护', operatorId: nurse, outcome: 'refused', about: '王护士二' });
  });

  it('is nobody where nobody was signed in, and the row says in whose name it was tried', async () => {
    ward.as(null);
    await ward.refused('stays.correct', { stayId, details: {} } as never, { operatorId: nurse });
    await auditor();
    const [row] = await rows('stays.correct');
    expect(row).toMatchObject({ who: '', operatorId: null, code: 'sign-in-needed', about: '李小护' });
  });
});

describe('looks', () => {
  it('are one row for the same thing, and one for each thing', async () => {
    const lead = await safe.person('组长', ['team-lead']);
    await safe.signIn(lead);
    for (const days of [1, 1, 2]) {
      const since = `2022-04-0${days}T00:00:00.000Z`;
      await ward.call('people.breakGlasses', { since } as never);
    }
    await auditor();
    expect(await rows('people.breakGlasses')).toHaveLength(2);
  });

  it('at what becomes a file are one row for each file', async () => {
    const lead = await safe.person('组长', ['team-lead']);
    await safe.signIn(lead);
    const made = { list: '床位', csv: '床位\r\nA-01\r\n', language: 'zh-CN', madeBy: lead } as const;
    const { file } = await ward.call('reports.gridFile', made);
    expect(readFileSync(file, 'utf8')).toBe('\ufeff床位\r\nA-01\r\n');
    const second = await ward.call('reports.gridFile', made);
    expect(second.file).not.toBe(file);
    await auditor();
    expect(await rows('reports.gridFile')).toMatchObject([
      { who: '组长', outcome: 'seen', about: '床位' },
      { who: '组长', outcome: 'seen', about: '床位' },
    ]);
  });
});

describe('what a row is about', () => {
  it('is kept as whole signs, so that its link holds when it is read back', async () => {
    const lead = await safe.person('组长', ['team-lead']);
    await safe.signIn(lead);
    const list = `${'a'.repeat(79)}🙂`;
    await ward.call('reports.gridFile', { list, csv: '', language: 'zh-CN', madeBy: lead });
    await auditor();
    await ward.router.settled();
    expect(await ward.call('audit.check', {})).toMatchObject({ clean: true, problems: [] });
  });
});

describe('the trail as a file', () => {
  it('shows no whole document to somebody who may not see one, and every link whole', async () => {
    const file = async (madeBy: OperatorId) => {
      const written = await ward.call('audit.exportFile', { madeBy, language: 'zh-CN' });
      return readFileSync(written.file, 'utf8');
    };
    const masked = await file(await auditor());
    expect(masked).not.toContain(DOCUMENT);
    expect(masked).not.toContain(OTHER_DOCUMENT);
    expect(masked).toContain('**************0018');
    const [row] = await rows('stays.correct');
    expect(row?.link).toHaveLength(43);
    expect(masked).toContain(row?.link);
    const both = await safe.person('审计护士', ['auditor', 'nurse']);
    await safe.signIn(both);
    expect(await file(both)).toContain(DOCUMENT);
  });
});

describe('what a row says was changed', () => {
  it('names a colleague’s zones by their codes, never by an id', async () => {
    const plan = await ward.call('beds.plan', {});
    const [zone] = plan.zones;
    await safe.signIn(safe.administrator);
    await ward.call(
      'people.setPerson',
      { person: nurse, zones: [zone?.id as never] },
      { operatorId: safe.administrator },
    );
    const [row] = await rows('people.setPerson');
    expect(row?.changes).toContainEqual({ field: 'zones', before: '', after: zone?.code });
  });
});
