import type { Protocol } from '#shared/contract/protocol.ts';
import type { Flip, VerdictCounts } from '#shared/contract/protocols.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Judgement } from '../eligibility/eligibility-types.ts';
import { judgeKnown } from '../eligibility/judge-stays.ts';
import { countVerdicts } from '../eligibility/list-eligibility.ts';
import type { KnownOfStay } from '../eligibility/release-facts-repository.ts';

export interface Comparison {
  before: VerdictCounts;
  after: VerdictCounts;
  flips: Flip[];
  counts: { gain: number; lose: number; other: number };
}

/** Judges everybody by both protocols: who changes sides, and why. In the order given. */
export function compareProtocols(
  known: readonly KnownOfStay[],
  protocols: { before: Protocol; after: Protocol },
  at: Instant,
  zone: TimeZone,
  language: Language,
): Comparison {
  const judged = known.map((one) => ({
    one,
    before: judgeKnown(one, protocols.before, at, zone),
    after: judgeKnown(one, protocols.after, at, zone),
  }));
  const flips = judged
    .filter(({ before, after }) => before.verdict !== after.verdict)
    .map(({ one, before, after }) => ({
      ...{ stayId: one.stayId, name: one.name, number: one.number, bed: one.bed },
      ...{ before: before.verdict, after: after.verdict, earliest: after.earliest },
      why: whyFlipped(before, after, language),
    }));
  const gain = flips.filter(({ after }) => after === 'eligible').length;
  const lose = flips.filter(({ before }) => before === 'eligible').length;
  return {
    before: countVerdicts(judged.map(({ before }) => before)),
    after: countVerdicts(judged.map(({ after }) => after)),
    flips,
    counts: { gain, lose, other: flips.length - gain - lose },
  };
}

/** What the new protocol finds wanting; where it finds nothing, what it says of the rules that the old one held against. */
function whyFlipped(before: Judgement, after: Judgement, language: Language): string {
  const unmet = after.rules.filter(({ met }) => !met);
  const held = new Set(before.rules.filter(({ met }) => !met).map(({ rule }) => rule));
  const answered = after.rules.filter(({ rule }) => held.has(rule));
  const dropped = before.rules.filter(
    ({ rule }) => held.has(rule) && !after.rules.some((one) => one.rule === rule),
  );
  const NO_LONGER = { zh: '不再要求：', en: 'No longer asked for: ' };
  const said =
    unmet.length > 0
      ? unmet.map(({ sentence }) => fill(sentence, language))
      : [
          ...answered.map(({ sentence }) => fill(sentence, language)),
          ...dropped.map(({ sentence }) => fill(NO_LONGER, language) + fill(sentence, language)),
        ];
  return said.join(language === 'en' ? ' ' : '');
}
