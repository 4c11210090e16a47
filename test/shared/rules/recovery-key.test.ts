import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecoveryKey,
  isSameGroup,
  readRecoveryKey,
  recoveryKeyGroups,
} from '#shared/rules/recovery-key.ts';

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a recovery key on paper', () => {
  it('is read back as it was printed, in eleven groups of five', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const paper = formatRecoveryKey(key);
        expect(paper).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){10}[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(readRecoveryKey(paper)).toEqual({ key });
      }),
    );
  });

  it('is written the same for ever: a paper of today must open a ward in ten years', () => {
    const key = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
    expect(formatRecoveryKey(key)).toMatchInlineSnapshot(
      `"003GW-58W4C-N32E1-Z8S6N-8PV2D-5R7EZ-M5HJ9-SN8D8-NYVBV-H6BTB-CSJPR"`,
    );
    expect(formatRecoveryKey(new Uint8Array(32))).toMatch(/^(00000-){10}/);
  });

  it('is read whatever a hand or a scanner makes of case, width, dashes, spaces, O and I', () => {
    fc.assert(
      fc.property(keys, fc.infiniteStream(fc.nat(5)), (key, ways) => {
        const typed = [...formatRecoveryKey(key)].map((letter) => {
          const way = ways.next().value;
          if (letter === '-') return ['-', ' ', '', '—', '\n', ' - '][way];
          if (letter === '0') return ['0', 'O', 'o', '０', 'Ｏ', '0'][way];
          if (letter === '1') return ['1', 'I', 'l', 'L', 'i', '１'][way];
          return way % 2 ? letter.toLowerCase() : letter;
        });
        expect(readRecoveryKey(typed.join(''))).toEqual({ key });
      }),
    );
  });

  it('with one wrong letter, or two that changed places, is refused', () => {
    fc.assert(
      fc.property(keys, fc.nat(54), fc.integer({ min: 1, max: 31 }), (key, at, by) => {
        const letters = [...formatRecoveryKey(key).replaceAll('-', '')];
        const was = letters[at] ?? '';
        const wrong = letters.with(at, ALPHABET[(ALPHABET.indexOf(was) + by) % 32] ?? '');
        expect(readRecoveryKey(wrong.join(''))).toEqual({ fault: 'mistyped' });
        const next = letters[at + 1];
        if (next === undefined || next === was) return;
        expect(
          readRecoveryKey(
            letters
              .with(at, next)
              .with(at + 1, was)
              .join(''),
          ),
        ).toEqual({ fault: 'mistyped' });
      }),
      { numRuns: 300 },
    );
  });

  it('that is cut short, or has letters that no paper has, is told apart', () => {
    const paper = formatRecoveryKey(new Uint8Array(32).fill(9));
    expect(readRecoveryKey(paper.slice(0, -1))).toEqual({ fault: 'length' });
    expect(readRecoveryKey(`${paper}7`)).toEqual({ fault: 'length' });
    expect(readRecoveryKey('')).toEqual({ fault: 'length' });
    expect(readRecoveryKey(paper.replace(/^./, '*'))).toEqual({ fault: 'letters' });
    expect(readRecoveryKey(paper.replace(/^./, 'U'))).toEqual({ fault: 'letters' });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readRecoveryKey(text)).toHaveProperty('fault');
      }),
    );
  });

  it('has its last group typed back as tolerantly', () => {
    const last = recoveryKeyGroups(formatRecoveryKey(new Uint8Array(32))).at(-1) ?? '';
    expect(last).toHaveLength(5);
    expect(isSameGroup(` ${last.toLowerCase().replaceAll('0', 'o')} `, last)).toBe(true);
    expect(isSameGroup(`${last.slice(0, 4)}${last.endsWith('Z') ? 'Y' : 'Z'}`, last)).toBe(false);
  });
});
