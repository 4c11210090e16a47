import { expect, it } from 'vitest';
import { BED_STATES } from '#shared/contract/vocabulary.ts';
import { isUsable } from '#shared/rules/usable-bed.ts';

it('calls a bed usable only if it is disinfected and free, a nurse is there and its zone is open', () => {
  for (const state of BED_STATES)
    for (const staffed of [true, false])
      for (const open of [true, false])
        expect(isUsable(state, { staffed, open })).toBe(state === 'available' && staffed && open);
});
