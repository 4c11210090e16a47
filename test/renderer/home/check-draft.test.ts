import { describe, expect, it } from 'vitest';
import { BLANK_CHECK, checkInput, readTemperature } from '#renderer/home/check-draft.ts';

describe('a call to somebody at home', () => {
  it.each([
    ['36.5', 36.5],
    ['365', 36.5],
    ['37', 37],
    ['３６．８℃', 36.8],
    ['', null],
    ['32.9', undefined],
    ['43.1', undefined],
    ['3', undefined],
    ['hot', undefined],
  ])('reads %s as %s', (text, value) => {
    expect(readTemperature(text)).toBe(value);
  });

  it('says nothing of somebody who was not reached, whatever was typed before', () => {
    const typed = {
      ...BLANK_CHECK,
      temperature: '36.5',
      symptoms: ['cough' as const],
      nat: 'positive' as const,
    };
    expect(checkInput({ ...typed, reached: false, note: ' 关机 ' })).toEqual({
      ...{ reached: false, temperature: null, symptoms: [], nat: 'none', note: '关机' },
    });
    expect(checkInput(typed)).toMatchObject({ reached: true, temperature: 36.5, nat: 'positive' });
  });
});
