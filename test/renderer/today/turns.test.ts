import { describe, expect, it } from 'vitest';
import { nextAfter, rowsOf, sameTask, type TurnRow } from '#renderer/today/turn-rows.ts';
import { unitOf } from '#renderer/today/unit-choice.tsx';
import type { CareTurn } from '#shared/contract/care.ts';
import type { Instant } from '#shared/rules/instant.ts';

const turn = (bed: string, more: Partial<CareTurn> = {}): CareTurn =>
  ({
    ...{
      orderId: 'o',
      stayId: bed,
      dueAt: '2022-04-06T04:00:00.000Z',
      kind: 'supplies',
      what: '午餐',
      note: '',
    },
    ...{
      name: bed,
      number: 1,
      age: null,
      zone: bed[0],
      unit: bed.slice(0, 4),
      bed,
      state: 'due',
      answer: null,
    },
    ...more,
  }) as CareTurn;
const ANSWER: CareTurn['answer'] = {
  ...{ outcome: 'done', at: '2022-04-06T04:10:00.000Z' as Instant, who: '李护士', note: '' },
};
const rows = (turns: CareTurn[], visited: string[] = []): TurnRow[] =>
  rowsOf(turns, 'open', new Set(visited), new Map());
const beds = (some: readonly TurnRow[]) => some.map(({ bed }) => bed);

describe('the list of today', () => {
  const turns = [
    turn('A-01-01', { state: 'answered', answer: ANSWER }),
    turn('A-01-02', { state: 'overdue' }),
    turn('A-01-03', { state: 'later' }),
    turn('A-01-04', { state: 'missed' }),
    turn('A-02-01'),
  ];

  it('shows what can be done now, and keeps what was ticked on this visit', () => {
    expect(beds(rows(turns))).toEqual(['A-01-02', 'A-02-01']);
    const [ticked] = rowsOf(turns, 'all', new Set(), new Map());
    expect(beds(rows(turns, [ticked?.key ?? '']))).toEqual(['A-01-01', 'A-01-02', 'A-02-01']);
    expect(rowsOf(turns, 'all', new Set(), new Map())).toHaveLength(5);
  });

  it('shows an answer at once, until the ward has its own', () => {
    const [row] = rows([turn('A-01-02')]);
    const saving = new Map([[row?.key ?? '', 'refused' as const]]);
    expect(rowsOf([turn('A-01-02')], 'open', new Set(), saving)[0]?.saving).toBe('refused');
    const known = turn('A-01-02', { state: 'answered', answer: ANSWER });
    expect(rowsOf([known], 'all', new Set(), saving)[0]?.saving).toBeNull();
  });

  it('goes on to the next that is open, then to one that was passed over, then nowhere', () => {
    const all = rowsOf(turns, 'all', new Set(), new Map());
    const key = (bed: string) => all.find((row) => row.bed === bed)?.key ?? '';
    expect(nextAfter(all, key('A-01-02'))?.bed).toBe('A-02-01');
    expect(nextAfter(all, key('A-02-01'))?.bed).toBe('A-01-02');
    expect(nextAfter(all.slice(0, 1), key('A-01-01'))).toBeNull();
  });

  it('takes the same task of the same unit and nothing else', () => {
    const some = rows([...turns, turn('A-01-05'), turn('A-01-06', { what: '饮用水' })]);
    const [first] = some;
    expect(first && beds(sameTask(some, first))).toEqual(['A-01-02', 'A-01-05']);
  });
});

describe('a care unit, typed', () => {
  const units = ['A-01', 'A-02', 'A-10', 'B-01', ''].map((unit) => ({ unit }));
  it.each([
    ['a1', 'A-01'],
    ['A-01', 'A-01'],
    ['ａ－０２', 'A-02'],
    ['a10', 'A-10'],
    ['b', 'B-01'],
    ['a', null],
    ['z9', null],
    ['', null],
  ])('%s is %s', (typed, unit) => {
    expect(unitOf(typed, units)).toBe(unit);
  });
});
