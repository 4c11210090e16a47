import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWristband, wristbandCode } from '#shared/rules/wristband.ts';

describe('a wristband', () => {
  it('is read back as it was printed, whatever a scanner makes of case and width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (number) => {
        expect(readWristband(wristbandCode(number))).toBe(number);
        expect(readWristband(` ${wristbandCode(number).toLowerCase()} `)).toBe(number);
        expect(readWristband(`Ｗ${number}`)).toBe(number);
      }),
    );
  });

  it('is no bed, no document, no tube', () => {
    for (const text of ['A-01-02', '220299199303231629', 'JL202204060001', 'W12345678', '', 'W', '36.8'])
      expect(readWristband(text), text).toBeNull();
  });
});
