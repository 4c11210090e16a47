import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  await ward.close();
});

const HEAD = '姓名,性别,证件号码,同行人,电话';
const GRANDMOTHER = '江红芳,女,11010519491231002X,,13800000001';
const RIGHT = '440524201501010014';
/** Its check character is wrong. */
const WRONG = '440524201501010010';
const CHILD = `邹小宝,男,${WRONG},江红芳,`;
const NUMBER = 2;
const COMPANION = 3;

const open = async (...lines: string[]) => {
  const base64 = Buffer.from([HEAD, ...lines].join('\n')).toString('base64');
  return (await ward.call('rosters.open', { fileName: '名单.csv', base64 })).rosterId;
};
type Roster = Awaited<ReturnType<typeof open>>;
const edit = (rosterId: Roster, row: number, position: number, text: string) =>
  ward.call('rosters.editRow', { rosterId, row, cells: [{ position, text }] });
const familyOf = async (stayId: StayId | undefined) => {
  const stay = ward.db.read.selectFrom('stay').select('family_id');
  return (await stay.where('id', '=', stayId ?? ('' as StayId)).executeTakeFirstOrThrow()).family_id;
};
const rowOf = async (rosterId: Roster, row: number) =>
  (await ward.call('rosters.view', { rosterId })).rows.find((one) => one.row === row);
const codes = async (rosterId: Roster, row: number) =>
  (await rowOf(rosterId, row))?.issues.map(({ code }) => code);

describe('a row corrected after the others were admitted', () => {
  it('joins its grandmother, who came from the same file, in one family', async () => {
    const rosterId = await open(GRANDMOTHER, CHILD);
    const first = await ward.call('rosters.commit', { rosterId });
    expect(first).toMatchObject({ accepted: 1, refused: 1 });
    await edit(rosterId, 3, NUMBER, RIGHT);
    expect(await codes(rosterId, 3)).toEqual([]);
    expect((await rowOf(rosterId, 3))?.family).toBe((await rowOf(rosterId, 2))?.family);
    const second = await ward.call('rosters.commit', { rosterId });
    expect(second.accepted).toBe(1);
    const family = await familyOf(second.stayIds[0]);
    expect(family).not.toBeNull();
    expect(await familyOf(first.stayIds[0])).toBe(family);
  });

  it('gives a family to a grandmother who came alone, on record, and undoing takes it back', async () => {
    const rosterId = await open(GRANDMOTHER, CHILD.replace('江红芳', ''));
    const first = await ward.call('rosters.commit', { rosterId });
    const grandmother = first.stayIds[0];
    expect(await familyOf(grandmother)).toBeNull();
    await edit(rosterId, 3, NUMBER, RIGHT);
    await edit(rosterId, 3, COMPANION, '江红芳');
    const second = await ward.call('rosters.commit', { rosterId });
    const family = await familyOf(grandmother);
    expect(family).not.toBeNull();
    expect(await familyOf(second.stayIds[0])).toBe(family);
    const changes = await ward.db.read.selectFrom('act_change').selectAll().execute();
    expect(changes).toMatchObject([
      { kind: 'stay', subject_id: grandmother, field: 'family_id', before: null, after: family },
    ]);
    await ward.call('acts.undo', { actId: second.actId ?? '', beds: [] });
    expect(await familyOf(grandmother)).toBeNull();
  });

  it('joins the family that its grandmother was given by hand', async () => {
    const rosterId = await open(GRANDMOTHER, CHILD.replace('江红芳', ''));
    const first = await ward.call('rosters.commit', { rosterId });
    const grandmother = first.stayIds[0] ?? ('' as StayId);
    const details = someone({ name: '邹龙德' });
    const other = await ward.call('stays.admit', {
      details,
      bedId: null,
      familyOf: grandmother,
      convoyId: null,
    });
    const family = await familyOf(other.stayId);
    await edit(rosterId, 3, NUMBER, RIGHT);
    await edit(rosterId, 3, COMPANION, '江红芳');
    const second = await ward.call('rosters.commit', { rosterId });
    expect(await familyOf(second.stayIds[0])).toBe(family);
    expect(await familyOf(grandmother)).toBe(family);
  });

  it('joins a grandmother who was in house before the file came', async () => {
    const details = someone({
      name: '江红芳',
      sex: 'female',
      documentType: 'resident-id',
      documentNumber: '11010519491231002X',
    });
    const { stayId } = await ward.call('stays.admit', {
      details,
      bedId: null,
      familyOf: null,
      convoyId: null,
    });
    const rosterId = await open(GRANDMOTHER, CHILD.replace(WRONG, RIGHT));
    expect(await codes(rosterId, 3)).toEqual([]);
    const { stayIds } = await ward.call('rosters.commit', { rosterId });
    expect(stayIds).toHaveLength(1);
    expect(await familyOf(stayIds[0])).not.toBeNull();
    expect(await familyOf(stayIds[0])).toBe(await familyOf(stayId));
  });

  it('is no relative of a stranger who bears the document that the file gives the grandmother', async () => {
    const details = someone({
      name: '钱生',
      sex: 'female',
      documentType: 'resident-id',
      documentNumber: '11010519491231002X',
    });
    const { stayId } = await ward.call('stays.admit', {
      details,
      bedId: null,
      familyOf: null,
      convoyId: null,
    });
    const rosterId = await open(GRANDMOTHER, CHILD.replace(WRONG, RIGHT));
    await ward.call('rosters.commit', { rosterId });
    expect(await familyOf(stayId)).toBeNull();
  });
});

describe('a row that cannot be corrected here', () => {
  it('is one that the file does not have: headings, or beyond its end', async () => {
    const rosterId = await open(GRANDMOTHER, CHILD);
    for (const row of [1, 999]) {
      const cells = [{ position: NUMBER, text: '无' }];
      const wanted = { code: 'no-such-row', params: { row: String(row) } };
      expect(await ward.refused('rosters.editRow', { rosterId, row, cells })).toMatchObject(wanted);
      expect(await ward.refused('rosters.dropRow', { rosterId, row }, { reason: '未到' })).toMatchObject(
        wanted,
      );
    }
  });

  it('is one that was admitted: it names the patient; undoing the admission opens it again', async () => {
    const rosterId = await open(GRANDMOTHER, CHILD);
    const { actId } = await ward.call('rosters.commit', { rosterId });
    const cells = [{ position: COMPANION, text: '邹小宝' }];
    const wanted = { code: 'row-admitted', params: { row: '2', name: '江红芳' } };
    expect(await ward.refused('rosters.editRow', { rosterId, row: 2, cells })).toMatchObject(wanted);
    expect(await ward.refused('rosters.dropRow', { rosterId, row: 2 }, { reason: '未到' })).toMatchObject(
      wanted,
    );
    expect((await rowOf(rosterId, 2))?.edited).toBe(false);
    await ward.call('acts.undo', { actId: actId ?? '', beds: [] });
    await ward.call('rosters.editRow', { rosterId, row: 2, cells });
    await ward.call('rosters.dropRow', { rosterId, row: 2 }, { reason: '未到' });
    expect(await rowOf(rosterId, 2)).toMatchObject({ status: 'dropped', edited: true });
  });
});
