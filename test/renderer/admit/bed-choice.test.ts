import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLANK_DRAFT } from '#renderer/admit/admit-draft.ts';
import { bedOf, decideBed, nextFree, toggledBed } from '#renderer/admit/bed-choice-rules.ts';
import { type Admitted, whereNow, withAdmitted } from '#renderer/admit/just-admitted.ts';
import { planWindow } from '#renderer/admit/plan-window.ts';
import { proposalInput } from '#renderer/admit/use-proposal.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
let plan: OutputOf<'beds.plan'>;
beforeAll(async () => {
  ward = await openTestWard('hall-200');
  plan = await ward.call('beds.plan', {});
});
afterAll(() => ward.close());

const board = () => ward.call('beds.board', {});
const propose = () =>
  ward.call('allocation.proposeForPerson', proposalInput({ ...BLANK_DRAFT, sex: 'male' }, 40, null));

test('the proposal stands until a bed is picked; the same pick again brings it back', async () => {
  const proposal = await propose();
  const [other] = proposal.best?.alternatives ?? [];
  if (!other) throw new Error('no other choice');
  expect(bedOf(decideBed(BLANK_DRAFT, proposal, await board()))?.bedId).toBe(proposal.best?.bedId);
  const picked = { ...BLANK_DRAFT, ...toggledBed(BLANK_DRAFT, { bedId: other.bedId, bed: other.bed }) };
  expect(decideBed(picked, proposal, await board())).toMatchObject({
    kind: 'picked',
    reasons: other.reasons,
  });
  expect(toggledBed(picked, { bedId: other.bedId, bed: other.bed }).bed).toBeNull();
});

test('a picked bed that somebody else got meanwhile is gone, and says to whom', async () => {
  const bedId = await ward.bed('A-01-05');
  const admitted = await ward.call('stays.admit', {
    details: someone({ name: '先到的人', birthDate: null }),
    bedId,
    familyOf: null,
    convoyId: null,
  });
  const draft = { toWaiting: false, bed: { bedId, bed: 'A-01-05' } };
  expect(decideBed(draft, await propose(), await board())).toMatchObject({
    kind: 'gone',
    occupant: '先到的人',
  });
  const where = whereNow([admitted.stayId], await board(), plan, { rows: [], more: false });
  expect(where.get(admitted.stayId)).toEqual({ at: 'bed', bed: 'A-01-05' });
});

test('the waiting list is a choice that needs no bed', async () => {
  expect(bedOf(decideBed({ toWaiting: true, bed: null }, await propose(), await board()))).toBeNull();
});

test('somebody whose admission was taken back is gone from where they were', async () => {
  const details = someone({ name: '撤销的人', birthDate: null });
  const admitted = await ward.call('stays.admit', { details, bedId: null, familyOf: null, convoyId: null });
  const at = async () => {
    const waiting = await ward.call('stays.list', { scope: 'waiting' });
    return whereNow([admitted.stayId], await board(), plan, waiting).get(admitted.stayId);
  };
  expect(await at()).toEqual({ at: 'waiting' });
  await ward.call('acts.undo', { actId: admitted.actId, beds: [] });
  expect(await at()).toEqual({ at: 'gone' });
});

test('ten are kept, the latest first, nobody twice', () => {
  const one = (n: number) => ({
    stayId: `${n}` as never,
    name: String(n),
    number: n,
    bed: null,
    returning: false,
  });
  const all = Array.from({ length: 12 }, (_, n) => one(n)).reduce<Admitted[]>(withAdmitted, []);
  expect(all.map(({ number }) => number)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  expect(withAdmitted(all, one(5))).toHaveLength(10);
});

test('the small plan shows the whole care unit of the bed, and stays on the floor', async () => {
  for (const bed of plan.beds) {
    const view = planWindow(plan, bed.id, 1.75);
    if (!view) throw new Error(`${bed.code} has no window`);
    const mates = plan.beds.filter(({ careUnitId }) => careUnitId === bed.careUnitId);
    const shown = new Set(view.beds.map(({ id }) => id));
    expect(mates.every(({ id }) => shown.has(id))).toBe(true);
    expect(view.x >= 0 && view.x + view.width <= plan.floor.width + 1e-6).toBe(true);
    expect(view.y >= 0 && view.y + view.height <= plan.floor.height + 1e-6).toBe(true);
    expect(view.cell.width).toBeCloseTo(2.5);
    expect(view.cell.height).toBeCloseTo(2.4);
  }
});

test('a full ward knows when the next bed comes', async () => {
  const full = await board();
  expect(nextFree(full)).toEqual({ count: 0, readyAt: null });
  const soon = full.beds.map((bed, i) => ({
    ...bed,
    disinfection:
      i < 2 ? { since: full.at, readyAt: `2022-04-04T0${6 - i}:00:00.000Z` as typeof full.at } : null,
  }));
  expect(nextFree({ ...full, beds: soon })).toEqual({ count: 2, readyAt: '2022-04-04T05:00:00.000Z' });
});
