import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '#main/eligibility/eligibility-rules.ts';
import type { ReleaseFacts, SampleFacts } from '#main/eligibility/eligibility-types.ts';
import { defaultProtocol } from '#main/protocols/shipped-protocols.ts';
import type { Instant, LocalDate, TimeZone } from '#shared/rules/instant.ts';
import { anyProtocol, facts, moment, samples, shifted } from './made-up-facts.ts';

const ZONE = 'Asia/Shanghai' as TimeZone;
const RUNS = { numRuns: 1500 };
const RANK = { excluded: 0, 'not-yet': 1, eligible: 2 } as const;

const negative = (sampledAt: Instant, barcode: string): SampleFacts => ({
  barcode,
  sampledAt,
  reportedAt: null,
  pooled: false,
  outcome: 'negative',
  orf: { reading: 'not-detected', ct: null },
  n: { reading: 'not-detected', ct: null },
});

describe('whatever the facts and the protocol', () => {
  it('the order in which samples are written, and reports dated before the judgement, never matter', () => {
    fc.assert(
      fc.property(facts, anyProtocol, moment, fc.nat(), (given, protocol, at, seed) => {
        const known = given.samples.map((one) => ({
          ...one,
          reportedAt: one.reportedAt !== null && one.reportedAt > at ? one.reportedAt : null,
        }));
        const mixed = [...known].sort(
          (a, b) => ((a.barcode.charCodeAt(1) * 7 + seed) % 5) - ((b.barcode.charCodeAt(1) * 7 + seed) % 5),
        );
        const expected = judge({ ...given, samples: known }, protocol, at, ZONE);
        expect(judge({ ...given, samples: mixed }, protocol, at, ZONE)).toEqual(expected);
        expect(judge(given, protocol, at, ZONE)).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('what happens after the moment of the judgement is not known to it', () => {
    fc.assert(
      fc.property(facts, anyProtocol, moment, (given, protocol, at) => {
        const until: ReleaseFacts = {
          ...given,
          samples: given.samples.filter(({ sampledAt }) => sampledAt <= at),
          temperatures: given.temperatures.filter((one) => one.at <= at),
        };
        expect(judge(given, protocol, at, ZONE)).toEqual(judge(until, protocol, at, ZONE));
      }),
      RUNS,
    );
  });

  it('a positive as the last sample never makes anybody eligible who needs tests', () => {
    fc.assert(
      fc.property(facts, anyProtocol, moment, (given, protocol, at) => {
        fc.pre(protocol.release.tests !== null);
        const positive: SampleFacts = {
          ...negative(at, 'Z'),
          outcome: 'positive',
          orf: { reading: 'ct', ct: 20 },
          n: { reading: 'ct', ct: 20 },
        };
        const samples = [...given.samples.filter(({ sampledAt }) => sampledAt < at), positive];
        expect(judge({ ...given, samples }, protocol, at, ZONE).verdict).not.toBe('eligible');
      }),
      RUNS,
    );
  });

  it('raising a Ct never takes a release away', () => {
    fc.assert(
      fc.property(
        facts,
        anyProtocol,
        moment,
        fc.nat(7),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (given, protocol, at, index, more) => {
          const raise = (one: SampleFacts, i: number): SampleFacts =>
            i === index && one.orf.ct !== null
              ? { ...one, orf: { reading: 'ct', ct: one.orf.ct + more } }
              : one;
          const before = judge(given, protocol, at, ZONE).verdict;
          const after = judge({ ...given, samples: given.samples.map(raise) }, protocol, at, ZONE).verdict;
          expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before]);
        },
      ),
      RUNS,
    );
  });

  it('a further negative single sample never takes a release away', () => {
    fc.assert(
      fc.property(facts, anyProtocol, moment, moment, (given, protocol, at, sampledAt) => {
        const before = judge(given, protocol, at, ZONE).verdict;
        const samples = [...given.samples, negative(sampledAt, 'A')];
        const after = judge({ ...given, samples }, protocol, at, ZONE).verdict;
        expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before]);
      }),
      RUNS,
    );
  });

  it('all moments a day later give the same judgement a day later', () => {
    const DAY = 24 * 60;
    const nextDate = (date: LocalDate) =>
      new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10) as LocalDate;
    fc.assert(
      fc.property(facts, anyProtocol, moment, (given, protocol, at) => {
        const moved: ReleaseFacts = {
          ...given,
          arrivedAt: shifted(given.arrivedAt, DAY),
          firstPositiveDate: given.firstPositiveDate && nextDate(given.firstPositiveDate),
          samples: given.samples.map((one) => ({
            ...one,
            sampledAt: shifted(one.sampledAt, DAY),
            reportedAt: one.reportedAt && shifted(one.reportedAt, DAY),
          })),
          temperatures: given.temperatures.map((one) => ({ ...one, at: shifted(one.at, DAY) })),
          lastSymptoms: given.lastSymptoms && {
            ...given.lastSymptoms,
            at: shifted(given.lastSymptoms.at, DAY),
          },
          severeSince: given.severeSince && shifted(given.severeSince, DAY),
        };
        const before = judge(given, protocol, at, ZONE);
        const after = judge(moved, protocol, shifted(at, DAY), ZONE);
        expect(after.verdict).toBe(before.verdict);
        expect(after.earliest).toBe(before.earliest && shifted(before.earliest, DAY));
        expect(after.next.at).toBe(before.next.at && shifted(before.next.at, DAY));
      }),
      RUNS,
    );
  });

  it('tests alone know no calendar: any number of minutes later is any number of minutes later', () => {
    fc.assert(
      fc.property(samples, moment, fc.integer({ min: -5000, max: 5000 }), (given, at, minutes) => {
        const plain: ReleaseFacts = {
          arrivedAt: at,
          classification: 'mild',
          firstPositiveDate: null,
          samples: given,
          temperatures: [],
          lastSymptoms: null,
          severeSince: null,
          referred: false,
        };
        const moved = given.map((one) => ({
          ...one,
          sampledAt: shifted(one.sampledAt, minutes),
          reportedAt: one.reportedAt && shifted(one.reportedAt, minutes),
        }));
        const before = judge(plain, defaultProtocol(), at, ZONE);
        const after = judge({ ...plain, samples: moved }, defaultProtocol(), shifted(at, minutes), ZONE);
        expect(after.verdict).toBe(before.verdict);
        expect(after.earliest).toBe(before.earliest && shifted(before.earliest, minutes));
      }),
      RUNS,
    );
  });

  it('who does what is due, and has luck, is eligible at the moment that was promised, and not before', () => {
    fc.assert(
      fc.property(samples, moment, anyProtocol, (given, at, protocol) => {
        fc.pre(protocol.release.tests !== null && protocol.release.feverFreeHours === null);
        fc.pre(!given.some(({ outcome, reportedAt }) => outcome === null || (reportedAt ?? '') > at));
        let all = given.filter(({ sampledAt }) => sampledAt <= at);
        const stay = (now: Instant) =>
          judge(
            {
              arrivedAt: '2022-04-04T04:00:00.000Z' as Instant,
              classification: 'mild',
              firstPositiveDate: '2022-04-03' as LocalDate,
              samples: all,
              temperatures: [],
              lastSymptoms: null,
              severeSince: null,
              referred: false,
            },
            protocol,
            now,
            ZONE,
          );
        const promised = stay(at).earliest;
        let now = at;
        for (let turn = 0; turn < 8; turn++) {
          const { verdict, next } = stay(now);
          if (verdict === 'eligible') break;
          expect(now <= (promised ?? '')).toBe(true);
          now = next.at ?? now;
          if (next.what === 'take-sample') all = [...all, negative(now, `due ${turn}`)];
        }
        expect(stay(now).verdict).toBe('eligible');
        expect(now).toBe(promised);
      }),
      RUNS,
    );
  });

  it('eligible is every rule met, and what was promised is never in the past', () => {
    fc.assert(
      fc.property(facts, anyProtocol, moment, (given, protocol, at) => {
        const { verdict, earliest, rules, next } = judge(given, protocol, at, ZONE);
        expect(verdict === 'eligible').toBe(rules.every(({ met }) => met));
        expect(verdict === 'excluded').toBe(earliest === null);
        if (earliest !== null) expect(earliest >= at).toBe(true);
        expect(verdict === 'eligible').toBe(next.what === 'release');
      }),
      RUNS,
    );
  });
});
