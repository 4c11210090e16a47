import { describe, expect, it } from 'vitest';
import { actsOf } from '#renderer/beds/acts/bed-act.ts';
import { closable, likelyScope } from '#renderer/beds/acts/closures.ts';
import { passes } from '#renderer/beds/bed-filter.ts';
import { belongsIn, isTarget } from '#renderer/beds/carry/fits.ts';
import { isPossible, verdictOf } from '#renderer/beds/carry/verdict.ts';
import { bedCalled, emptyViews, stadiumFloor, stay, viewOf } from './made-up-floor.ts';

const floor = stadiumFloor();
const somebody = { n: 1, name: '邹丽平', initials: 'zlp' };
const other = { n: 2, name: '张磊', initials: 'zl' };
const bed = bedCalled(floor, 'C-01-01');
const free = viewOf(bed, null);
const taken = viewOf(bed, other);

describe('a patient in hand', () => {
  it('may have a free bed that the rules allow', () => {
    const verdict = verdictOf('assign', stay(1), free, { refusals: [], warnings: [] });
    expect(verdict).toEqual({ kind: 'free', warnings: [] });
    expect(isPossible(verdict)).toBe(true);
  });

  it('may have one against a rule with a reason', () => {
    const refusals = [{ code: 'wrong-sex-zone' as const, params: {} }];
    const verdict = verdictOf('assign', stay(1), free, { refusals, warnings: [] });
    expect(verdict.kind).toBe('overridable');
    expect(isPossible(verdict)).toBe(true);
  });

  it('cannot have one that is no bed to give, whatever the reason', () => {
    const refusals = [
      { code: 'wrong-sex-zone' as const, params: {} },
      { code: 'bed-awaiting-disinfection' as const, params: {} },
    ];
    const verdict = verdictOf('move', stay(1), free, { refusals, warnings: [] });
    expect(verdict).toEqual({ kind: 'barred', refusals: [refusals[1]] });
    expect(isPossible(verdict)).toBe(false);
  });

  it('changes with whoever lies there, unless it is only being given a bed', () => {
    expect(verdictOf('move', stay(1), taken, undefined)).toMatchObject({ kind: 'swap' });
    expect(verdictOf('swap', stay(1), taken, undefined)).toMatchObject({ kind: 'swap' });
    expect(verdictOf('assign', stay(1), taken, undefined).kind).toBe('asking');
    expect(verdictOf('swap', stay(1), free, undefined).kind).toBe('nobody');
    expect(verdictOf('move', stay(2), taken, undefined).kind).toBe('own');
  });

  it('is shown the zones where they belong', () => {
    const woman = { sex: 'female' as const, age: 31 };
    expect(belongsIn(woman, 'female', 15, false)).toBe(true);
    expect(belongsIn(woman, 'male', 15, false)).toBe(false);
    expect(belongsIn(woman, 'family', 15, false)).toBe(false);
    expect(belongsIn(woman, 'family', 15, true)).toBe(true);
    expect(belongsIn({ sex: 'female', age: 7 }, 'female', 15, true)).toBe(false);
    expect(belongsIn({ sex: 'female', age: 7 }, 'family', 15, false)).toBe(true);
    expect(belongsIn({ sex: 'unknown', age: null }, 'family', 15, false)).toBe(true);
  });

  it('may go where a bed is held for them', () => {
    const since = taken.occupant?.since;
    if (!since) throw new Error('nobody there');
    const held = {
      ...free,
      state: 'reserved' as const,
      reservation: { stayId: stay(1), name: '', note: '', since },
    };
    expect(isTarget('assign', { stayId: stay(1) }, held)).toBe(true);
    expect(isTarget('assign', { stayId: stay(2) }, held)).toBe(false);
    expect(isTarget('swap', { stayId: stay(1) }, taken)).toBe(true);
  });
});

describe('what can be done with a bed', () => {
  it('depends on its state', () => {
    expect(actsOf(taken, true)).toEqual(['move', 'swap', 'discharge', 'patient', 'close']);
    expect(actsOf(free, true)).toEqual(['assign', 'reserve', 'close']);
    expect(actsOf(free, false)).toEqual(['reserve', 'close']);
    expect(actsOf({ ...free, state: 'awaitingDisinfection' }, true)).toEqual(['signOff', 'close']);
  });

  it('is reopening where its care unit is closed, even with somebody in it', () => {
    const since = taken.occupant?.since;
    if (!since) throw new Error('nobody there');
    const closure = { scope: 'care-unit' as const, reason: 'no-staff' as const, note: '', since };
    expect(actsOf({ ...taken, closure }, true)).toContain('reopen');
    const views = emptyViews(floor);
    for (const one of floor.units[bed.unit]?.beds ?? []) {
      const view = views[one];
      if (view) views[one] = { ...view, state: 'outOfService', closure };
    }
    expect(likelyScope(views, [bed.index])).toBe('care-unit');
    expect(closable(floor, views, 'care-unit', [bed.index])).toMatchObject({
      code: 'C-01',
      closed: true,
      beds: 20,
    });
    expect(closable(floor, views, 'bed', [bed.index])).toMatchObject({ code: 'C-01-01', closed: false });
  });

  it('counts who lies in what is to be closed', () => {
    const views = emptyViews(floor);
    views[bed.index] = viewOf(bed, somebody);
    expect(closable(floor, views, 'zone', [bed.index])).toMatchObject({
      beds: 240,
      people: 1,
      closed: false,
    });
    expect(closable(floor, views, 'bed', [bed.index, bed.index + 1])).toMatchObject({
      code: 'C-01-01 +1',
      beds: 2,
      people: 1,
    });
  });

  it('is looked for by state or by what needs attention', () => {
    expect(passes('available', free)).toBe(true);
    expect(passes('available', taken)).toBe(false);
    expect(passes('alert', taken)).toBe(false);
  });
});
