import fc from 'fast-check';
import type { GeneResult, ReleaseFacts, SampleFacts } from '#main/eligibility/eligibility-types.ts';
import { shippedProtocols } from '#main/protocols/shipped-protocols.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { Classification } from '#shared/contract/vocabulary.ts';
import { type Instant, instantFromMillis, type LocalDate, millisOf } from '#shared/rules/instant.ts';

const MINUTE = 60_000;
const ARRIVED = '2022-04-04T04:00:00.000Z' as Instant;
/** Facts fall into ten days from here; the judgement is made within them or after. */
const START = millisOf(ARRIVED);
const TEN_DAYS = 10 * 24 * 60;

/** Moments half an hour apart, so that exact days between samples come up often. */
export const moment = fc
  .integer({ min: 0, max: TEN_DAYS / 30 })
  .map((n) => instantFromMillis(START + n * 30 * MINUTE));

const gene: fc.Arbitrary<GeneResult> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(34.99, 35, 20, 30, 36.4, 39).map((ct) => ({ reading: 'ct' as const, ct })),
  },
  { weight: 4, arbitrary: fc.constant({ reading: 'not-detected' as const, ct: null }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('missing' as const, 'retest' as const)
      .map((reading) => ({ reading, ct: null })),
  },
);

const sample = fc.record({
  sampledAt: moment,
  reportedAt: fc.option(moment, { nil: null }),
  pooled: fc.boolean().map((one) => one),
  outcome: fc.constantFrom(
    'positive' as const,
    'negative' as const,
    'negative' as const,
    'invalid' as const,
    null,
  ),
  orf: gene,
  n: gene,
});

const NOTHING: GeneResult = { reading: 'missing', ct: null };

export const samples: fc.Arbitrary<SampleFacts[]> = fc.array(sample, { maxLength: 8 }).map((all) =>
  all.map((one, i) => ({
    ...one,
    barcode: `T${i}`,
    ...(one.outcome === null ? { orf: NOTHING, n: NOTHING, reportedAt: null } : {}),
  })),
);

export const facts: fc.Arbitrary<ReleaseFacts> = fc.record({
  arrivedAt: fc.constant(ARRIVED),
  classification: fc.constantFrom<Classification>('mild', 'mild', 'asymptomatic', 'ordinary', 'unknown'),
  firstPositiveDate: fc.constantFrom('2022-04-03' as LocalDate, null),
  samples,
  temperatures: fc.array(fc.record({ at: moment, celsius: fc.constantFrom(36.5, 37.2, 37.3, 39) }), {
    maxLength: 6,
  }),
  lastSymptoms: fc.option(fc.record({ at: moment, none: fc.boolean(), better: fc.boolean() }), { nil: null }),
  severeSince: fc.option(fc.constant(ARRIVED), { nil: null, freq: 8 }),
  referred: fc.boolean().map((one) => one && false),
});

/** A shipped protocol, or one with the switches of the test rule set otherwise. */
export const anyProtocol: fc.Arbitrary<Protocol> = fc
  .record({
    base: fc.constantFrom(...shippedProtocols()),
    consecutive: fc.integer({ min: 1, max: 3 }),
    intervalHours: fc.constantFrom(0, 12, 24, 36),
    invalid: fc.constantFrom('passed-over' as const, 'breaks' as const),
    pooledNegative: fc.constantFrom('counts' as const, 'passed-over' as const),
    pooledPositive: fc.constantFrom('breaks' as const, 'passed-over' as const),
    genes: fc.constantFrom(['orf', 'n'] as const, ['n'] as const),
  })
  .map(({ base, ...change }) => {
    const { tests } = base.release;
    if (tests === null) return base;
    const changed = {
      ...tests,
      ...change,
      genes: [...change.genes],
      onDays: tests.onDays.slice(0, change.consecutive),
    };
    return { ...base, release: { ...base.release, tests: changed } };
  });

export const shifted = (instant: Instant, minutes: number): Instant =>
  instantFromMillis(millisOf(instant) + minutes * MINUTE);
