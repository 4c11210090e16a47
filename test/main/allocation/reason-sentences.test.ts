import { describe, expect, it } from 'vitest';
import { ALLOCATION_REASON_CODES } from '#shared/contract/allocation-reasons.ts';
import { ALLOCATION_REASONS, allocationReasonText } from '#shared/messages/allocation-reasons.ts';

const places = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

describe('the sentences of a proposal', () => {
  it.each(ALLOCATION_REASON_CODES)('%s names the same things in both languages', (code) => {
    const { zh, en } = ALLOCATION_REASONS[code];
    expect(zh).not.toBe('');
    expect(places(en)).toEqual(places(zh));
  });

  it('are said in words of the ward, not in codes', () => {
    const reason = { code: 'high-risk' as const, params: { keyGroups: 'over-60,diabetes' } };
    expect(allocationReasonText(reason, 'zh-CN')).toContain('60岁以上、糖尿病');
    expect(allocationReasonText(reason, 'en')).toContain('over 60, diabetes');
    const zone = { code: 'zone-for-sex' as const, params: { zone: 'C', sexPolicy: 'female' } };
    expect(allocationReasonText(zone, 'zh-CN')).toBe('C 为女区');
    expect(allocationReasonText(zone, 'en')).toBe('zone C is for women');
  });
});
