import { describe, expect, it } from 'vitest';
import { csvCell } from '#renderer/ui/csv.ts';

describe('a cell of a grid’s file', () => {
  it('stays a number where it is a count', () => {
    expect(csvCell(33, '33')).toBe('33');
    expect(csvCell(-1, '-1')).toBe('-1');
  });

  it('stays text where digits are a name for something, and where a formula came in from outside', () => {
    expect(csvCell('220299200012051578', '220299200012051578')).toBe('\t220299200012051578');
    expect(csvCell('=1+1', '=1+1')).toBe('\t=1+1');
    expect(csvCell('2022-04-05T04:00:00.000Z', '2022-04-05 12:00')).toBe('\t2022-04-05 12:00');
  });

  it('is left alone where nobody takes it for anything else', () => {
    expect(csvCell('A-03-12', 'A-03-12')).toBe('A-03-12');
    expect(csvCell(125, '2 h 5 min')).toBe('2 h 5 min');
    expect(csvCell(null, '')).toBe('');
  });
});
