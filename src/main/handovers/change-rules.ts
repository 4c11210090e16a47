import type { HandoverChange } from '#shared/contract/handover-body.ts';
import { MEASURED_SIGNS, type News2Score, type Observation } from '#shared/contract/rounds.ts';
import type { Sentence } from '#shared/messages/fill.ts';
import { SIGN_WORDS } from '#shared/messages/sign-words.ts';
import type { Assessment } from '#shared/rules/assess.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { worstOf } from '../rounds/round-states.ts';

type Change = Pick<HandoverChange, 'at' | 'score' | 'state' | 'because'> & { way: 'worse' | 'better' };

type Standing = Assessment['standing'][number];

/** A single point comes and goes with a breath more or less; it is told only where it changes what is to be done. */
const POINTS_THAT_MATTER = 2;

const RANKS = ['none', 'urgent', 'emergency'] as const;

/**
 * Whether somebody was worse or better at the end of a shift than at its beginning: by what is to be done about
 * them, else by NEWS2, else by the nurse's own word in the last round. Null where nobody looked, or nothing changed.
 * `before` has seen the observations up to `from`, `after` all up to the end.
 */
export function changeOf(before: Assessment, after: Assessment, from: Instant): Change | null {
  const { last } = after;
  if (last === null || last.takenAt <= from) return null;
  const state = { from: worstOf(before), to: worstOf(after) };
  const score = { from: totalOf(before.score), to: totalOf(after.score) };
  const points = score.from === null || score.to === null ? 0 : score.to - score.from;
  const way =
    direction(RANKS.indexOf(state.to) - RANKS.indexOf(state.from)) ??
    (Math.abs(points) >= POINTS_THAT_MATTER ? direction(points) : null) ??
    (last.trend === 'worse' || last.trend === 'better' ? last.trend : null);
  if (way === null) return null;
  return { way, at: last.takenAt, score, state, because: reasons(before, after, way) };
}

const direction = (by: number): 'worse' | 'better' | null => (by > 0 ? 'worse' : by < 0 ? 'better' : null);

const totalOf = (score: News2Score | null): number | null =>
  score?.kind === 'complete' ? score.total : null;

const OVER: Sentence = { zh: '已不再：{{what}}', en: 'no longer: {{what}}' };
const SAID: Record<'worse' | 'better', Sentence> = {
  worse: { zh: '查房记录：症状加重', en: 'round: symptoms worse' },
  better: { zh: '查房记录：症状好转', en: 'round: symptoms better' },
};

function reasons(before: Assessment, after: Assessment, way: 'worse' | 'better'): Sentence[] {
  const held = new Map(before.standing.map((one) => [`${one.kind} ${one.since}`, one]));
  const holds = new Set(after.standing.map(({ kind }) => kind));
  // NEWS2 itself is told as a number, and by the signs that changed.
  const told = ({ kind }: Standing) => !kind.startsWith('news2');
  const begun = after.standing.filter((one) => told(one) && !held.has(`${one.kind} ${one.since}`));
  const over = before.standing.filter((one) => told(one) && !holds.has(one.kind));
  const met = way === 'worse' ? begun.map(({ sentence }) => sentence()) : over.map(overSentence);
  const said = after.last?.trend === way ? [SAID[way]] : [];
  return [...met, ...signChanges(before, after), ...said];
}

const overSentence = ({ sentence }: Standing): Sentence => {
  const { zh, en } = sentence();
  return { zh: OVER.zh.replace('{{what}}', zh), en: OVER.en.replace('{{what}}', en) };
};

/** Signs whose points are others now, with their values: `血氧 96→91`. */
function signChanges(before: Assessment, after: Assessment): Sentence[] {
  const [was, is] = [pointsOf(before.score), pointsOf(after.score)];
  return MEASURED_SIGNS.flatMap((sign) => {
    if (!(sign in was) || !(sign in is) || was[sign] === is[sign]) return [];
    const values = [readingOf(before.last, sign), readingOf(after.last, sign)];
    if (values.some((value) => value === null) || values[0] === values[1]) return [];
    const { zh, en } = SIGN_WORDS[sign];
    return [{ zh: `${zh} ${values.join('→')}`, en: `${en} ${values.join('→')}` }];
  });
}

const pointsOf = (score: News2Score | null): Partial<Record<string, number>> =>
  score === null || score.kind === 'not-applicable' ? {} : score.points;

const readingOf = (one: Observation | null, sign: (typeof MEASURED_SIGNS)[number]): number | null =>
  one?.[sign] ?? null;
