import type { Protocol } from '#shared/contract/protocol.ts';
import type { Sentence } from '#shared/messages/fill.ts';
import { addMinutes, type Instant, type TimeZone } from '#shared/rules/instant.ts';
import { dayZeroOf } from './day-rules.ts';
import { type Clock, say, spanBetween, together } from './eligibility-sentences.ts';
import type { NextAct, ReleaseFacts, RuleFinding, SampleFacts } from './eligibility-types.ts';
import { knownSamples, type Standing, standingsOf, type TestRule } from './sample-rules.ts';
import { geneName, readingOf, sawOf } from './sample-words.ts';
import { type Days, type NotChosen, type Row, rowOf, samplesDue } from './test-row-rules.ts';

/** A rule's finding, with what somebody does about it; null where it is met. */
export interface Judged {
  readonly finding: RuleFinding;
  readonly next: NextAct | null;
  /** Of the rule of tests, while it is not met: one that counts is known already. */
  readonly rowBegun?: boolean;
}

/** A result that has not come after this many turns of sampling is not waited for any longer. */
const TURNS_WAITED = 2;

export function judgeTests(
  facts: ReleaseFacts,
  protocol: Protocol,
  at: Instant,
  zone: TimeZone,
  clock: Clock,
): Judged {
  const rule = protocol.release.tests;
  const known = knownSamples(facts.samples, rule, at);
  if (rule === null) {
    const sentence = say('tests-none-needed');
    return met({ rule: 'tests', saw: sawOf(known, clock), sentence, at });
  }
  const days = { dayZero: dayZeroOf(facts, protocol, zone).date, zone };
  const row = rowOf(standingsOf(known, rule, null), rule, days);
  const saw = sawOf(known, clock);
  const pending = row.since.findLast(({ kind }) => kind === 'pending');
  if (row.chosen.length === rule.consecutive) {
    const sentences = [sayMet(row, rule, clock)];
    if (pending) sentences.push(say('tests-met-waiting', { at: clock.time(pending.sample.sampledAt) }));
    return met({ rule: 'tests', saw, sentence: together(sentences), at });
  }
  const due = dueWithLuck(known, rule, days, at, protocol.sampleEveryHours);
  const sentence = together([sayUnmet(row, rule, clock), ...notes(row, rule, clock)]);
  return {
    finding: { rule: 'tests', met: false, saw, sentence, earliest: due.at(-1) ?? at },
    next: nextOf(due[0], pending, at, clock),
    rowBegun: row.chosen.length > 0,
  };
}

/**
 * When the samples that are still wanting are due, if all goes well: what is at the laboratory qualifies, and so does
 * a single test that answers a positive pool in time.
 */
function dueWithLuck(
  known: readonly SampleFacts[],
  rule: TestRule,
  days: Days,
  at: Instant,
  sampleEveryHours: number,
): Instant[] {
  const waitedFor = addMinutes(at, -60 * TURNS_WAITED * sampleEveryHours);
  const plan = (samples: readonly SampleFacts[]) => {
    const row = rowOf(standingsOf(samples, rule, waitedFor), rule, days);
    return { row, due: samplesDue(row, rule, days, at, sampleEveryHours) };
  };
  const { row, due } = plan(known);
  if (!row.brokenBy?.sample.pooled || row.brokenBy.kind !== 'positive') return due;
  // Of one moment the pool would come last, so what answers it is taken after it.
  const again = row.brokenBy.sample.sampledAt < at ? at : addMinutes(at, 1);
  const answered = plan([...known, retestAt(again)]);
  const sooner = [again, ...answered.due];
  return (sooner.at(-1) ?? at) < (due.at(-1) ?? at) ? sooner : due;
}

/** The single test that answers a positive pool; put behind all that is known. */
const retestAt = (at: Instant): SampleFacts => ({
  barcode: '\uffff',
  sampledAt: at,
  reportedAt: null,
  pooled: false,
  outcome: 'negative',
  orf: { reading: 'not-detected', ct: null },
  n: { reading: 'not-detected', ct: null },
});

const met = ({
  at,
  ...finding
}: Pick<RuleFinding, 'rule' | 'saw' | 'sentence'> & { at: Instant }): Judged => ({
  finding: { ...finding, met: true, earliest: at },
  next: null,
});

function nextOf(due: Instant | undefined, pending: Standing | undefined, at: Instant, clock: Clock): NextAct {
  if (due === undefined) {
    const sampledAt = pending?.sample.sampledAt ?? at;
    return { what: 'await-result', at: null, sentence: say('next-result', { at: clock.time(sampledAt) }) };
  }
  const sentence = due <= at ? say('next-sample-now') : say('next-sample', { at: clock.time(due) });
  return { what: 'take-sample', at: due, sentence };
}

function sayMet(row: Row, rule: TestRule, clock: Clock): Sentence {
  const [first, last] = [row.chosen[0], row.chosen.at(-1)];
  const time = (one: Standing | undefined) => (one ? clock.time(one.sample.sampledAt) : '');
  return rule.consecutive === 1
    ? say('tests-met-one', { first: time(first), ct: rule.ctThreshold })
    : say('tests-met', {
        first: time(first),
        last: time(last),
        count: rule.consecutive,
        hours: rule.intervalHours,
      });
}

function sayUnmet(row: Row, rule: TestRule, clock: Clock): Sentence {
  const last = row.chosen.at(-1);
  if (last) {
    return say('tests-some', {
      count: row.chosen.length,
      needed: rule.consecutive,
      hours: rule.intervalHours,
      at: clock.time(last.sample.sampledAt),
    });
  }
  const broken = row.brokenBy;
  if (broken) {
    const at = clock.time(broken.sample.sampledAt);
    return broken.kind === 'invalid'
      ? say('tests-broken-invalid', { at })
      : say('tests-broken', { at, what: readingOf(broken.sample) });
  }
  return say(row.since.length === 0 ? 'tests-no-sample' : 'tests-none-counts');
}

/** Why the last samples since the break do not count; more than these would bury what is to be done. */
const NOTES = 2;

function notes(row: Row, rule: TestRule, clock: Clock): Sentence[] {
  return row.since
    .map((standing) => noteOn(standing, row.notChosen.get(standing), rule, clock))
    .filter((note) => note !== null)
    .slice(-NOTES);
}

function noteOn(
  { kind, sample, gene }: Standing,
  notChosen: NotChosen | undefined,
  rule: TestRule,
  clock: Clock,
): Sentence | null {
  const at = clock.time(sample.sampledAt);
  switch (kind) {
    case 'pending':
      return say('tests-pending', { at });
    case 'invalid':
      return say('tests-invalid', { at });
    case 'gene-missing':
      return say('tests-gene-missing', { at, gene: geneName(gene ?? 'n') });
    case 'pool-passed-over':
      return say('tests-pool-passed-over', { at });
    case 'pool-cleared':
      return say('tests-pool-cleared', { at });
    case 'qualifies':
      if (!notChosen) return null;
      return notChosen.why === 'too-close'
        ? say('tests-too-close', {
            at,
            gap: spanBetween(notChosen.after, sample.sampledAt),
            hours: rule.intervalHours,
          })
        : say('tests-too-early-day', { at, day: notChosen.day, from: notChosen.from });
    case 'positive':
      return null;
  }
}
