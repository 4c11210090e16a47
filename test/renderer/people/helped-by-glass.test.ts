import { describe, expect, it } from 'vitest';
import { isHelpedByGlass } from '#renderer/people/helped-by-glass.ts';
import { BREAK_GLASS_RIGHTS, RIGHTS } from '#shared/rules/rights.ts';

const refused = (code: string, params: Record<string, string> = {}) =>
  ({ ok: false, kind: 'refused', refusal: { code, params } }) as const;

describe('break-glass is offered behind a refusal', () => {
  it('for the rights that it gives, and for no other', () => {
    const offered = RIGHTS.filter((right) => isHelpedByGlass(refused('not-allowed', { right })));
    expect(offered.toSorted()).toEqual([...BREAK_GLASS_RIGHTS].toSorted());
    expect(offered).not.toContain('settings.change');
    expect(offered).not.toContain('releases.sign');
  });

  it('for a zone of somebody else, and for nothing that it has no part in', () => {
    expect(isHelpedByGlass(refused('outside-your-zones', { place: 'B 东区' }))).toBe(true);
    expect(isHelpedByGlass(refused('stale', { right: 'care.do' }))).toBe(false);
    expect(isHelpedByGlass(refused('not-allowed'))).toBe(false);
    expect(isHelpedByGlass({ ok: false, kind: 'defect', id: 'x' })).toBe(false);
    expect(isHelpedByGlass(null)).toBe(false);
  });
});
