import { describe, expect, it } from 'vitest';
import {
  type Choice,
  draftOf,
  fixedChoices,
  handOf,
  holderOf,
  settled,
  withChoice,
  without,
} from '#renderer/beds/proposal/proposal-draft.ts';
import type { Placement } from '#shared/contract/allocation.ts';
import { bedCalled, stadiumFloor, stay } from './made-up-floor.ts';

const floor = stadiumFloor();

function placement(n: number, code: string): Placement {
  const { id } = bedCalled(floor, code);
  const rest = { reasons: [], warnings: [], alternatives: [] };
  return { stayId: stay(n), version: 1, name: `患者${n}`, bedId: id, bed: code, ...rest };
}
const chosen = (n: number, code: string, against: Choice['against'] = []): Choice => ({
  ...placement(n, code),
  byHand: true,
  against,
});
const bedOf = (draft: ReturnType<typeof draftOf>, n: number) => draft.placed.get(stay(n))?.bed;

const proposed = {
  placed: [placement(1, 'A-01-01'), placement(2, 'A-01-02'), placement(3, 'A-01-03')],
  unplaced: [{ stayId: stay(4), name: '患者4', reasons: [] }],
};
const draft = draftOf(proposed, new Map(), new Set());

describe('a proposal in the making', () => {
  it('is changed by hand without anybody else being moved', () => {
    const next = withChoice(draft, chosen(2, 'B-05-05'));
    expect([1, 2, 3].map((n) => bedOf(next, n))).toEqual(['A-01-01', 'B-05-05', 'A-01-03']);
  });

  it('takes a bed from whoever was to have it; that person alone gets another', () => {
    const next = withChoice(draft, chosen(2, 'A-01-01'));
    expect(next.unplaced.has(stay(1))).toBe(true);
    const answer = {
      placed: [placement(1, 'A-09-09'), placement(2, 'A-01-01'), placement(3, 'C-01-01')],
      unplaced: [],
    };
    const after = settled(next, answer, stay(1));
    expect([1, 2, 3].map((n) => bedOf(after, n))).toEqual(['A-09-09', 'A-01-01', 'A-01-03']);
    expect(after.unplaced.has(stay(1))).toBe(false);
  });

  it('says so where there is no other', () => {
    const next = withChoice(draft, chosen(2, 'A-01-01'));
    const reasons = [{ code: 'no-free-bed' as const, params: {} }];
    const after = settled(next, { placed: [], unplaced: [{ stayId: stay(1), name: '', reasons }] }, stay(1));
    expect(after.unplaced.get(stay(1))).toEqual(reasons);
  });

  it('lets somebody go on waiting, and takes them in again', () => {
    const next = without(draft, stay(1));
    expect(next.placed.size).toBe(2);
    expect(next.leftOut.has(stay(1))).toBe(true);
    expect(withChoice(next, chosen(1, 'A-01-01')).leftOut.size).toBe(0);
  });

  it('gives somebody without a bed one by hand', () => {
    const next = withChoice(draft, chosen(4, 'E-01-01'));
    expect(bedOf(next, 4)).toBe('E-01-01');
    expect(next.unplaced.size).toBe(0);
  });

  it('keeps what the hand chose when it is worked out again, with the rules put aside', () => {
    const against = [{ code: 'wrong-sex-zone' as const, params: {} }];
    const next = withChoice(draft, chosen(2, 'C-05-05', against));
    expect(fixedChoices(next, ({ byHand }) => byHand)).toEqual([
      { stayId: stay(2), bedId: bedCalled(floor, 'C-05-05').id },
    ]);
    const again = draftOf({ placed: [placement(2, 'C-05-05')], unplaced: [] }, handOf(next), new Set());
    expect(again.placed.get(stay(2))).toMatchObject({ byHand: true, against });
  });

  it('knows whose bed is whose', () => {
    expect(holderOf(draft, bedCalled(floor, 'A-01-03').id)).toBe(stay(3));
    expect(holderOf(draft, bedCalled(floor, 'A-01-04').id)).toBeNull();
  });
});
