import { describe, expect, it } from 'vitest';
import { bedAt, floorOf, freeOf, viewsOn } from '#renderer/beds/board/floor.ts';
import { bedCalled, emptyViews, stadiumFloor, stadiumPlan, viewOf } from './made-up-floor.ts';

const floor = stadiumFloor();

describe('the floor of the board', () => {
  it('has every bed where the plan has it, as large as its place', () => {
    expect(floor.beds).toHaveLength(1200);
    const bed = bedCalled(floor, 'A-03-12');
    expect(bed).toMatchObject({ number: '12', width: 2.5, height: 2.4 });
    expect(floor.units[bed.unit]).toMatchObject({ code: 'A-03', number: '03' });
    expect(floor.zones[bed.zone]).toMatchObject({ code: 'A', sexPolicy: 'male' });
  });

  it('finds the bed under a point, and none in an aisle', () => {
    const bed = bedCalled(floor, 'D-05-07');
    expect(bedAt(floor, bed.x + 1, bed.y - 1)).toBe(bed.index);
    const walkway = floor.landmarks.find(({ kind }) => kind === 'walkway');
    expect(walkway && bedAt(floor, walkway.left + 0.5, walkway.top + 0.5)).toBeNull();
  });

  it('counts lines and columns for a screen reader: 24 lines of the hall', () => {
    expect(floor.lines).toBe(24);
    expect(bedCalled(floor, 'A-01-01')).toMatchObject({ line: 0, column: 0 });
    expect(bedCalled(floor, 'C-01-01').line).toBe(0);
    expect(bedCalled(floor, 'B-12-20').line).toBe(23);
  });

  it('knows the room above each care unit, where its number is written', () => {
    const first = floor.units.find(({ code }) => code === 'A-01');
    const below = floor.units.find(({ code }) => code === 'A-06');
    expect(first).toMatchObject({ first: true });
    expect(first?.above).toBeCloseTo(2.2);
    expect(below).toMatchObject({ first: false });
    expect(below?.above).toBeCloseTo(1.2);
  });

  it('lays states over the beds whatever the order in which they come, and leaves out beds it does not know', () => {
    const bed = bedCalled(floor, 'F-06-20');
    const view = viewOf(bed, { n: 1, name: '邹丽平', initials: 'zlp' });
    const views = viewsOn(floor, [view]);
    expect(views[bed.index]?.occupant?.name).toBe('邹丽平');
    expect(views.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('counts what is free in each zone', () => {
    const views = emptyViews(floor);
    const bed = bedCalled(floor, 'B-01-01');
    views[bed.index] = viewOf(bed, { n: 1, name: '王伟', initials: 'ww' });
    expect(freeOf(floor, views)).toEqual([300, 239, 240, 240, 60, 120]);
  });

  it('takes a plan that was drawn by hand, a few centimetres off', () => {
    const plan = stadiumPlan();
    const shaken = plan.beds.map((bed, i) => ({
      ...bed,
      x: bed.x + (i % 3) * 0.04,
      y: bed.y - (i % 2) * 0.05,
    }));
    const other = floorOf({ ...plan, beds: shaken });
    expect(other.lines).toBe(24);
    expect(bedCalled(other, 'A-03-12').width).toBeGreaterThan(2.3);
  });
});
