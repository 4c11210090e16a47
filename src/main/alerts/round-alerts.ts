import type { Protocol } from '#shared/contract/protocol.ts';
import { CLINICAL_VOCABULARY } from '#shared/messages/clinical-vocabulary.ts';
import { addMinutes, type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Examination } from '../rounds/examination-repository.ts';
import type { RoundState } from '../rounds/round-states.ts';
import type { RaisedAlert } from './alert-types.ts';

const clock = (instant: Instant, zone: TimeZone) => localOf(instant, zone).slice(5, 16).replace('T', ' ');

/** What the last rounds of one patient say, and the round itself where it is overdue. */
export function alertsOfRound(
  { patient, assessment, lastRoundAt, dueAt, missedAt }: RoundState,
  zone: TimeZone,
): RaisedAlert[] {
  const { stayId } = patient;
  const raised: RaisedAlert[] = assessment.standing.map(({ kind, since, sentence }) => ({
    stayId,
    kind,
    since,
    sentence: sentence(),
  }));
  if (missedAt !== null) {
    const due = clock(dueAt, zone);
    raised.push({
      stayId,
      kind: 'round-overdue',
      since: missedAt,
      began: dueAt,
      sentence:
        lastRoundAt === null
          ? { zh: `入舱后尚未查房，应于 ${due} 前`, en: `not seen since arrival, due by ${due}` }
          : {
              zh: `应于 ${due} 查房，上次 ${clock(lastRoundAt, zone)}`,
              en: `round due at ${due}, last ${clock(lastRoundAt, zone)}`,
            },
    });
  }
  return raised;
}

/** Examinations that are past their time, and a key patient for whom none was done or ordered in time. */
export function alertsOfExaminations(
  { patient }: RoundState,
  examinations: readonly Examination[],
  { highRisk }: Protocol,
  at: Instant,
  zone: TimeZone,
): RaisedAlert[] {
  const standing = examinations.filter(({ cancelled }) => cancelled === 0);
  const late = standing.filter(({ done_at, due_at }) => done_at === null && due_at < at);
  const raised: RaisedAlert[] = [];
  const [first] = late;
  if (first) {
    const named = late.map(({ kind, due_at }) => {
      const word = CLINICAL_VOCABULARY.examinationKind[kind];
      return { zh: `${word.zh}（${clock(due_at, zone)}）`, en: `${word.en} (${clock(due_at, zone)})` };
    });
    raised.push({
      stayId: patient.stayId,
      kind: 'examination-overdue',
      // The latest that fell due: with another one overdue it begins anew.
      since: late[late.length - 1]?.due_at ?? first.due_at,
      sentence: {
        zh: `应做未做：${named.map(({ zh }) => zh).join('、')}`,
        en: `due and not done: ${named.map(({ en }) => en).join(', ')}`,
      },
    });
  }
  const key = alertOfKeyPatient(patient, highRisk.examinationWithinHours);
  if (standing.length === 0 && key !== null && key.since < at) raised.push(key);
  return raised;
}

/** Counted from the arrival, or from the mark where nothing else made a key patient of somebody. */
function alertOfKeyPatient(patient: RoundState['patient'], hours: number): RaisedAlert | null {
  const { keyReasons, marks, arrivedAt, stayId } = patient;
  if (keyReasons.length === 0) return null;
  const byHand = marks.filter(({ mark }) => (keyReasons as readonly string[]).includes(mark));
  const onlyByHand = byHand.length === keyReasons.length;
  const marked = byHand.map(({ since }) => since).sort()[0] ?? arrivedAt;
  const from = onlyByHand && marked > arrivedAt ? marked : arrivedAt;
  return {
    stayId,
    kind: 'key-without-examination',
    since: addMinutes(from, hours * 60),
    sentence: {
      zh: `重点病员 ${hours} 小时内未安排检查`,
      en: `key patient without any examination within ${hours} h`,
    },
  };
}
