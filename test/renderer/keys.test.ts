import { describe, expect, it } from 'vitest';
import { goesOnHeld, matches, worksInFields } from '#renderer/ui/keys.ts';

const press = (key: string, more: Partial<Parameters<typeof matches>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('keys', () => {
  it('take a letter with and without Caps Lock', () => {
    expect(matches(press('m'), 'M')).toBe(true);
    expect(matches(press('M'), 'M')).toBe(true);
  });

  it('do not take a letter for the same letter with Ctrl, Alt or Shift', () => {
    expect(matches(press('k', { ctrlKey: true }), 'K')).toBe(false);
    expect(matches(press('k', { altKey: true }), 'K')).toBe(false);
    expect(matches(press('O', { shiftKey: true }), 'O')).toBe(false);
    expect(matches(press('k'), 'Ctrl+K')).toBe(false);
  });

  it('take Command for Ctrl, and three keys together', () => {
    expect(matches(press('k', { metaKey: true }), 'Ctrl+K')).toBe(true);
    expect(matches(press('O', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+O')).toBe(true);
    expect(matches(press(',', { ctrlKey: true }), 'Ctrl+,')).toBe(true);
  });

  it('take a sign wherever the keyboard has it, also full-width', () => {
    expect(matches(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(matches(press('?'), '?')).toBe(true);
    expect(matches(press('？', { shiftKey: true }), '?')).toBe(true);
    expect(matches(press('/'), '/')).toBe(true);
  });

  it('know the place of a letter while a Chinese input method holds it back', () => {
    expect(matches(press('Process', { code: 'KeyB' }), 'B')).toBe(true);
  });

  it('leave letters to whoever types, but not function keys and Ctrl', () => {
    expect(worksInFields('M')).toBe(false);
    expect(worksInFields('?')).toBe(false);
    expect(worksInFields('Enter')).toBe(false);
    expect(worksInFields('F2')).toBe(true);
    expect(worksInFields('Ctrl+K')).toBe(true);
  });

  it('name the space bar', () => {
    expect(matches(press(' '), 'Space')).toBe(true);
  });

  it('walk on while they are held down, and act but once', () => {
    expect(['ArrowDown', 'PageUp', '+', '['].filter(goesOnHeld)).toEqual(['ArrowDown', 'PageUp', '+', '[']);
    expect(['Enter', ' ', '1', 'm', '中', 'F2', 'Delete', 'Escape', 'Process'].filter(goesOnHeld)).toEqual(
      [],
    );
  });
});
