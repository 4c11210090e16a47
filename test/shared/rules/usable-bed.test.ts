import { expect, it } from 'vitest';
import { BED_STATES } from '#shared/contract/vocabulary.ts';
import { maskName } from '#shared/rules/mask-name.ts';
import { isUsable } from '#shared/rules/usable-bed.ts';

it('calls a bed usable only if it is disinfected and free, a nurse is there and its zone is open', () => {
  for (const state of BED_STATES)
    for (const staffed of [true, false])
      for (const open of [true, false])
        expect(isUsable(state, { staffed, open })).toBe(state === 'available' && staffed && open);
});

it('leaves of a name on the wall its first character, and not how long it is', () => {
  expect(maskName('张三')).toBe('张＊');
  expect(maskName('欧阳娜娜')).toBe('欧＊＊');
  expect(maskName('Alexander Smith')).toBe('A＊＊');
  expect(maskName('𠮷田')).toBe('𠮷＊');
  expect(maskName('李')).toBe('李');
});
