import { describe, expect, it } from 'vitest';
import { newPin } from '#renderer/people/admin/first-secret.ts';
import { typingSpeed } from '#renderer/people/typing-speed.ts';
import { secretFault } from '#shared/rules/secret.ts';

const BADGE = 'FC-00071';

/** The signs of a text, each at its time. */
const typed = (text: string, times: readonly number[]): string | null => {
  const speed = typingSpeed();
  for (const [place, sign] of [...text].entries()) speed.sign(sign, times[place] ?? 0);
  return speed.takeScan();
};

describe('what is typed into a form with a badge', () => {
  it('is a badge where it comes as fast as a scanner types', () => {
    expect(typed('FC-071', [0, 4, 9, 13, 18, 22])).toBe('FC-071');
    expect(typed('482913', [0, 120, 260, 390, 500, 640])).toBeNull();
  });

  it('is no badge where it is short, whatever the speed', () => {
    expect(typed('482', [0, 5, 9])).toBeNull();
    expect(typed('', [])).toBeNull();
  });

  it('is judged anew after each Enter', () => {
    const speed = typingSpeed();
    for (const at of [0, 5, 10, 15]) speed.sign('7', at);
    expect(speed.takeScan()).toBe('7777');
    for (const at of [2000, 2300, 2600, 2900]) speed.sign('7', at);
    expect(speed.takeScan()).toBeNull();
  });

  it('is the badge alone where somebody had begun to type by hand', () => {
    const speed = typingSpeed();
    for (const [place, sign] of [...'李4'].entries()) speed.sign(sign, place * 180);
    for (const [place, sign] of [...BADGE].entries()) speed.sign(sign, 1_000 + place * 8);
    expect(speed.takeScan()).toBe(BADGE);
  });
});

describe('a first secret', () => {
  it('is six digits that nobody would be refused for, and another one each time', () => {
    const pins = Array.from({ length: 200 }, newPin);
    for (const pin of pins) {
      expect(pin).toMatch(/^\d{6}$/);
      expect(secretFault(pin)).toBeNull();
    }
    expect(new Set(pins).size).toBeGreaterThan(190);
  });
});
