import type { Member } from '#shared/contract/release-list.ts';
import type { StayId } from '#shared/contract/values.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Judgement } from '../eligibility/eligibility-types.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import type { Reads } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { type Fever, readCorrections, readFevers, readOpenFevers } from './evidence-repository.ts';
import type { ListFacts } from './list-repository.ts';
import { byPlace, type Listed, readListed } from './listed-people.ts';
import { readLeftBy } from './member-repository.ts';
import { addOffSince } from './off-since.ts';
import { MEMBER_WORDS, type Said, sayBoth } from './release-words.ts';
import { shownTime } from './sample-words.ts';

type Standing = Pick<Member, 'state' | 'reason' | 'rule' | 'since'>;

const ON: Standing = { state: 'on', reason: null, rule: null, since: null };

/**
 * Everybody on the list with what is true of them at `at`: on, dropped with the reason, or left by it. Nothing of
 * this is stored: a result that comes in late takes somebody off at the next reading, and its correction puts
 * them back on. Whatever the protocol says about fever, nobody is sent home by bus with one: a fever since the first
 * signature takes off, and so does one at the last reading within a day, signed or not.
 */
export async function judgeMembers(
  db: Reads,
  list: ListFacts,
  at: Instant,
  zone: TimeZone,
  only?: ReadonlySet<StayId>,
): Promise<Member[]> {
  const facts = only ? list.members.filter(({ stayId }) => only.has(stayId)) : list.members;
  if (facts.length === 0) return [];
  const ids = facts.map(({ stayId }) => stayId);
  const listed = await readListed(db, ids, at, zone);
  const judgements = await judgeStays(db, at, zone, ids);
  const leftBy = await readLeftBy(db, list.listId);
  const { fevers, open, corrections, limit } = await readSinceSigned(db, list, ids, at);
  const members = facts.flatMap(({ stayId, busId, note }): Member[] => {
    const one = listed.get(stayId);
    if (!one) return [];
    const standing =
      hasLeft(one, leftBy.has(stayId), at, zone) ??
      notEligible(judgements.get(stayId)) ??
      feverish(fevers.get(stayId), limit, zone) ??
      stillFeverish(open.get(stayId), limit, list, zone) ??
      corrected(corrections.get(stayId), zone) ??
      ON;
    return [{ ...one.person, busId, note, ...standing }];
  });
  return (await addOffSince(db, list, members, { at, zone })).sort(byPlace);
}

async function readSinceSigned(db: Reads, { signatures }: ListFacts, ids: StayId[], at: Instant) {
  const first = firstOf(signatures);
  const limit = (await protocolInForce(db, at)).fever.celsius;
  const open = await readOpenFevers(db, ids, { at, limit });
  if (first === null || first > at)
    return { limit, open, fevers: new Map<StayId, Fever>(), corrections: new Map<StayId, Instant>() };
  return {
    ...{ limit, open },
    fevers: await readFevers(db, ids, { since: first, until: at, limit }),
    corrections: await readCorrections(db, ids, first),
  };
}

const firstOf = (signatures: ListFacts['signatures']): Instant | null =>
  signatures.map(({ at }) => at).sort()[0] ?? null;

function hasLeft({ leftAt, way }: Listed, byList: boolean, at: Instant, zone: TimeZone): Standing | null {
  if (leftAt === null || leftAt > at) return null;
  if (byList) return { state: 'left', reason: null, rule: null, since: leftAt };
  const word = way === null ? { zh: '—', en: '—' } : VOCABULARY.wayOfLeaving[way];
  const reason = sayBoth(MEMBER_WORDS.left, { at: shownTime(leftAt, zone), way: word });
  return { state: 'dropped', reason, rule: 'left', since: null };
}

function notEligible(judgement: Judgement | undefined): Standing | null {
  if (judgement?.verdict === 'eligible') return null;
  const reason = judgement ? whyNot(judgement) : { rule: 'gone', ...sayBoth(MEMBER_WORDS.gone) };
  return { state: 'dropped', reason: { zh: reason.zh, en: reason.en }, rule: reason.rule, since: null };
}

/** The first rule that is not met, in words. */
export function whyNot({ rules, next }: Judgement): Said & { rule: string } {
  const unmet = rules.find(({ met }) => !met);
  const { zh, en } = unmet?.sentence ?? next.sentence;
  return { rule: unmet?.rule ?? next.what, zh, en };
}

function feverish(fever: Fever | undefined, limit: number, zone: TimeZone): Standing | null {
  if (!fever) return null;
  const reason = sayBoth(MEMBER_WORDS.fever, {
    at: shownTime(fever.takenAt, zone),
    celsius: fever.celsius.toFixed(1),
    limit: limit.toFixed(1),
  });
  return { state: 'dropped', reason, rule: 'fever-since-signed', since: fever.recordedAt };
}

/** A fever that nobody has seen the end of. What the signers knew counts from the first signature on. */
function stillFeverish(
  fever: Fever | undefined,
  limit: number,
  { signatures }: ListFacts,
  zone: TimeZone,
): Standing | null {
  if (!fever) return null;
  const reason = sayBoth(MEMBER_WORDS.openFever, {
    at: shownTime(fever.takenAt, zone),
    celsius: fever.celsius.toFixed(1),
    limit: limit.toFixed(1),
  });
  const first = firstOf(signatures);
  const since = first !== null && fever.recordedAt < first ? first : fever.recordedAt;
  return { state: 'dropped', reason, rule: 'open-fever', since };
}

function corrected(at: Instant | undefined, zone: TimeZone): Standing | null {
  if (!at) return null;
  return { ...ON, reason: sayBoth(MEMBER_WORDS.corrected, { at: shownTime(at, zone) }), since: at };
}
