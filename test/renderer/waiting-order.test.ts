import { describe, expect, it } from 'vitest';
import { familySizes, inWaitingOrder } from '#renderer/patients/waiting-order.ts';
import type { StayRow } from '#shared/contract/stays.ts';

const waiting = (name: string, arrived: string, family: string | null = null, age: number | null = 30) =>
  ({
    stayId: name,
    name,
    number: 1,
    arrivedAt: `2022-04-05T${arrived}:00.000Z`,
    familyId: family,
    age,
  }) as unknown as StayRow;

describe('the waiting list', () => {
  it('has the longest wait on top, and families together where their first member came', () => {
    const rows = [
      waiting('late', '06:00'),
      waiting('mother', '05:00', 'f', 35),
      waiting('early', '04:00'),
      waiting('between', '05:30'),
      waiting('father came later', '05:45', 'f', 40),
      waiting('child', '05:00', 'f', 6),
    ];
    expect(inWaitingOrder(rows).map(({ name }) => name)).toEqual([
      'early',
      'mother',
      'child',
      'father came later',
      'between',
      'late',
    ]);
  });

  it('counts families', () => {
    expect(
      familySizes([waiting('a', '04:00', 'f'), waiting('b', '04:00', 'f'), waiting('c', '04:00')]),
    ).toEqual(new Map([['f', 2]]));
  });
});
