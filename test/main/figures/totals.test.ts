import { afterEach, beforeEach, expect, it } from 'vitest';
import { lastActBy } from '#main/db/as-of.ts';
import { readAdmittedByClassification, readTotalsSinceOpening } from '#main/figures/totals-repository.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(() => ward.close());

const admit = (name: string, header = {}) =>
  ward.call(
    'stays.admit',
    { details: someone({ name }), bedId: null, familyOf: null, convoyId: null },
    header,
  );
const leave = (stayId: Awaited<ReturnType<typeof admit>>['stayId']) =>
  ward.call('discharges.commit', {
    stays: [{ stayId }],
    leaving: { way: 'against-advice', destination: '', companion: '', note: '' },
  });

it('counts who has come and left since opening, at an instant and as it was known then', async () => {
  const noon = ward.at('2022-04-05 12:00');
  const { stayId, actId } = await admit('甲');
  const one = ward.at('2022-04-05 13:00');
  await leave(stayId);
  const wrong = await admit('乙');
  const two = ward.at('2022-04-06 14:00');
  await ward.call('acts.undo', { actId: wrong.actId, beds: [] }, { reason: '重复' });
  const late = await admit('丙', { happenedAt: noon });
  expect(actId).not.toBe(late.actId);

  const totals = async (at: typeof noon | null, knownAt?: typeof noon) => {
    const knownBy = knownAt ? await lastActBy(ward.db.read, knownAt) : null;
    const { admitted, left } = await readTotalsSinceOpening(ward.db.read, at, knownBy);
    return [admitted, left];
  };
  expect(await totals(null)).toEqual([2, 1]);
  expect(await totals(two)).toEqual([2, 1]);
  expect(await totals(noon)).toEqual([2, 0]);
  expect(await totals(noon, noon)).toEqual([1, 0]);
  expect(await totals(one, one)).toEqual([2, 1]);
  expect(await totals(two, one)).toEqual([2, 1]);
  const { leftByWay } = await readTotalsSinceOpening(ward.db.read, two, null);
  expect(leftByWay).toMatchObject({ 'against-advice': 1, 'on-order': 0 });
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
});

it('splits all who came by what they were last called, and the parts add up', async () => {
  const { stayId } = await admit('甲');
  await admit('乙');
  const first = ward.at('2022-04-05 09:00');
  await ward.call('stays.correct', { stayId, details: { classification: 'ordinary' } });
  const then = ward.at('2022-04-05 10:00');
  await leave(stayId);
  const count = async (knownBy: number | null) => readAdmittedByClassification(ward.db.read, then, knownBy);
  expect(await count(null)).toMatchObject({ mild: 1, ordinary: 1, asymptomatic: 0 });
  const before = (await lastActBy(ward.db.read, first)) - 1;
  expect(await count(before)).toMatchObject({ mild: 2, ordinary: 0 });
});
