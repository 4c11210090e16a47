import { describe, expect, it } from 'vitest';
import { newPin } from '#renderer/people/admin/first-secret.ts';
import { typingSpeed } from '#renderer/people/typing-speed.ts';
import { secretFault } from '#shared/rules/secret.ts';

const typed = (times: readonly number[]): boolean => {
  const speed = typingSpeed();
  for (const at of times) speed.sign(at);
  return speed.wasScanned();
};

describe('what is typed into the field of the secret', () => {
  it('is a badge where it comes as fast as a scanner types', () => {
    expect(typed([0, 4, 9, 13, 18, 22])).toBe(true);
    expect(typed([0, 120, 260, 390, 500, 640])).toBe(false);
  });

  it('is no badge where it is short, whatever the speed', () => {
    expect(typed([0, 5, 9])).toBe(false);
    expect(typed([])).toBe(false);
  });

  it('is judged anew after each Enter', () => {
    const speed = typingSpeed();
    for (const at of [0, 5, 10, 15]) speed.sign(at);
    expect(speed.wasScanned()).toBe(true);
    for (const at of [2000, 2300, 2600, 2900]) speed.sign(at);
    expect(speed.wasScanned()).toBe(false);
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
