import type { Gene } from '#shared/contract/clinical-vocabulary.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import { type Instant, millisOf } from '#shared/rules/instant.ts';
import { hours } from './eligibility-sentences.ts';
import type { GeneResult, SampleFacts } from './eligibility-types.ts';

export type TestRule = NonNullable<Protocol['release']['tests']>;

/** What one sample is worth by the protocol, before its neighbours are looked at. */
type Worth =
  | { readonly kind: 'qualifies' | 'positive' | 'invalid' | 'pending' }
  | { readonly kind: 'gene-missing'; readonly gene: Gene };

/** What one sample does to the row of those that came before it. */
export interface Standing {
  readonly sample: SampleFacts;
  /**
   * `pool-passed-over`: a pool that neither counts nor breaks. `pool-cleared`: a positive pool that this member's
   * single test showed to be somebody else's.
   */
  readonly kind: Worth['kind'] | 'pool-passed-over' | 'pool-cleared';
  /** The gene that a `gene-missing` sample lacks. */
  readonly gene: Gene | null;
}

/**
 * Samples taken by `at` in the order in which they were taken, each as it was known
 * then: a result that is dated later had not come yet. A report without a date is taken as known. Of samples of one
 * moment the worst comes last, as if it had been taken last: which swab came first nobody knows, and a barcode must
 * not decide whether a positive counts.
 */
export function knownSamples(
  samples: readonly SampleFacts[],
  rule: TestRule | null,
  at: Instant,
): SampleFacts[] {
  const harm = (sample: SampleFacts): number => (rule === null ? 0 : harmOf(sample, rule));
  return samples
    .filter(({ sampledAt }) => sampledAt <= at)
    .map((sample) =>
      sample.reportedAt !== null && sample.reportedAt > at
        ? { ...sample, outcome: null, orf: NOTHING, n: NOTHING }
        : sample,
    )
    .sort((a, b) => compare(a.sampledAt, b.sampledAt) || harm(a) - harm(b) || compare(a.barcode, b.barcode));
}

/** A single positive is worse than a pool's, which a later single test may clear. */
function harmOf(sample: SampleFacts, rule: TestRule): number {
  const { kind } = worthOf(sample, rule);
  return HARM[kind] + (kind === 'positive' && !sample.pooled ? 1 : 0);
}

const HARM = {
  qualifies: 0,
  pending: 1,
  'gene-missing': 1,
  invalid: 2,
  positive: 3,
} as const satisfies Record<Worth['kind'], number>;

const NOTHING: GeneResult = { reading: 'missing', ct: null };
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * By the Ct values and the protocol, not by the laboratory's word, except where there is nothing but the word:
 *
 * - a gene of the protocol with a Ct below the threshold is positive, whatever else is written;
 * - else a sample that the laboratory calls invalid, or asks to test again, is invalid;
 * - else, if a gene of the protocol has no reading: a positive word is believed; a negative one where the report
 *   has no gene at all; otherwise the sample does not count;
 * - else every gene is at the threshold or above, or was not detected: it qualifies.
 */
function worthOf(sample: SampleFacts, rule: TestRule): Worth {
  const of = (gene: Gene): GeneResult => (gene === 'orf' ? sample.orf : sample.n);
  const wordOnly = sample.orf.reading === 'missing' && sample.n.reading === 'missing';
  if (sample.outcome === null && wordOnly) return { kind: 'pending' };
  if (rule.genes.some((gene) => isBelow(of(gene), rule.ctThreshold))) return { kind: 'positive' };
  if (sample.outcome === 'invalid' || rule.genes.some((gene) => of(gene).reading === 'retest'))
    return { kind: 'invalid' };
  const missing = rule.genes.find((gene) => of(gene).reading === 'missing');
  if (missing === undefined) return { kind: 'qualifies' };
  if (sample.outcome === 'positive') return { kind: 'positive' };
  return wordOnly ? { kind: 'qualifies' } : { kind: 'gene-missing', gene: missing };
}

const isBelow = ({ reading, ct }: GeneResult, threshold: number): boolean =>
  reading === 'ct' && ct !== null && ct < threshold;

/**
 * What each sample does to the row. With `hopeful` set, a sample that has no result yet and was taken after
 * that moment is taken as one that will qualify.
 */
export function standingsOf(
  samples: readonly SampleFacts[],
  rule: TestRule,
  hopeful: Instant | null,
): Standing[] {
  const worths = samples.map((sample): Worth => {
    const worth = worthOf(sample, rule);
    return worth.kind === 'pending' && hopeful !== null && sample.sampledAt > hopeful
      ? { kind: 'qualifies' }
      : worth;
  });
  return samples.map((sample, i): Standing => {
    const worth = worths[i] ?? { kind: 'pending' };
    const gene = worth.kind === 'gene-missing' ? worth.gene : null;
    return { sample, gene, kind: sample.pooled ? poolStanding(i, worth, samples, worths, rule) : worth.kind };
  });
}

function poolStanding(
  index: number,
  worth: Worth,
  samples: readonly SampleFacts[],
  worths: readonly Worth[],
  rule: TestRule,
): Standing['kind'] {
  if (worth.kind === 'qualifies') return rule.pooledNegative === 'counts' ? 'qualifies' : 'pool-passed-over';
  if (worth.kind !== 'positive') return worth.kind;
  if (rule.pooledPositive === 'passed-over') return 'pool-passed-over';
  const pool = samples[index];
  const decisive = worths.findIndex(
    (later, i) =>
      i > index && samples[i]?.pooled === false && (later.kind === 'qualifies' || later.kind === 'positive'),
  );
  const single = samples[decisive];
  if (!pool || !single || worths[decisive]?.kind !== 'qualifies') return 'positive';
  const after = millisOf(single.sampledAt) - millisOf(pool.sampledAt);
  return after <= hours(rule.pooledRetestHours) ? 'pool-cleared' : 'positive';
}
