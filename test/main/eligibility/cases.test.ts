import { describe, expect, it } from 'vitest';
import { judge } from '#main/eligibility/eligibility-rules.ts';
import { readCases } from './read-cases.ts';

const cases = readCases();

describe('the cases that were worked out by hand (cases.md)', () => {
  it('are at least eighty, each with a number of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it.each(cases.map((one) => [one.id, one.why, one] as const))('%s: %s', (_id, _why, one) => {
    const { verdict, earliest, next, rules } = judge(one.facts, one.protocol, one.at, one.zone);
    expect({ verdict, earliest, next: next.what, nextAt: next.at }).toEqual({
      verdict: one.verdict,
      earliest: one.earliest,
      next: one.next,
      nextAt: one.nextAt,
    });
    for (const { saw, sentence } of [...rules, { saw: next.sentence, sentence: next.sentence }])
      for (const text of [saw.zh, saw.en, sentence.zh, sentence.en]) {
        expect(text).not.toBe('');
        expect(text).not.toMatch(/\{\{|undefined|NaN|null/);
      }
  });
});
