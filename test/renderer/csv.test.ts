import { describe, expect, it } from 'vitest';
import { neutralised } from '#renderer/ui/csv.ts';

describe('a cell of an exported file', () => {
  it.each(['=1+1', '+86 138', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '|cmd', '＝1+1', '＋1', '\ufeff=1'])(
    'that a spreadsheet would calculate becomes text: %j',
    (cell) => {
      expect(neutralised(cell)).toBe(`'${cell}`);
    },
  );

  it.each(['张三', 'A-03-12', '110105194912310021', '2022-04-05 12:00', 'a=b', '', '13800138000'])(
    'that is plain text stays as it is: %j',
    (cell) => {
      expect(neutralised(cell)).toBe(cell);
    },
  );
});
