import type { HandoverBody, HandoverMover } from '../contract/handover-body.ts';
import type { StayId } from '../contract/values.ts';
import { CLINICAL_VOCABULARY } from '../messages/clinical-vocabulary.ts';
import { fill, type Language, type Params, type Sentence } from '../messages/fill.ts';
import {
  ALERT_COURSE_WORDS,
  type HandoverList,
  TASK_STATE_WORDS,
  HANDOVER_WORDS as WORDS,
} from '../messages/handover-words.ts';
import { VOCABULARY } from '../messages/vocabulary.ts';
import { type Instant, localOf, type TimeZone } from './instant.ts';

/** One row of a list in words: the same on paper and on the screen. */
export interface HandoverLine {
  /** Bed and name, or what it is about. */
  head: string;
  /** Time, reason, what is to be done. */
  rest: string;
  /** Whose record the row opens. */
  stayId: StayId | null;
  /** What stands out: an emergency, something overdue. */
  grave: boolean;
}

interface Telling {
  language: Language;
  zone: TimeZone;
}

/** Every list of a handover as lines, in the order in which they are told. */
export function handoverLines(body: HandoverBody, telling: Telling): Record<HandoverList, HandoverLine[]> {
  const say = (sentence: Sentence, params: Params = {}) => fill(sentence, telling.language, params);
  const clock = (at: Instant) => localOf(at, telling.zone).slice(5, 16).replace('T', ' ');
  const line = (row: { stayId: StayId; bed: string; name: string }, rest: string, grave = false) => ({
    head: `${row.bed || say(WORDS.noBed)} ${row.name}`,
    ...{ rest, grave, stayId: row.stayId },
  });
  const mover =
    (where: 'from' | 'to' | null) =>
    (row: HandoverMover): HandoverLine => {
      const place = where && say(WORDS[where], { place: row.other || say(WORDS.noBed) });
      const way = row.way && say(VOCABULARY.wayOfLeaving[row.way]);
      return line(row, [clock(row.at), place, way].filter(Boolean).join(' '), row.way === 'died');
    };
  const changes = (list: HandoverBody['worse']) =>
    list.map((row) => {
      const { from, to } = row.score;
      const score =
        from === null && to === null
          ? ''
          : say(WORDS.score, { from: String(from ?? '—'), to: String(to ?? '—') });
      const because = row.because.map((one) => say(one)).join(telling.language === 'en' ? '; ' : '；');
      return line(
        row,
        [clock(row.at), score, because].filter(Boolean).join(' '),
        row.state.to === 'emergency',
      );
    });
  return {
    notes: body.notes.map(({ person, text, who, at }) => ({
      head: person ? `${person.bed || say(WORDS.noBed)} ${person.name}` : body.zone.code,
      rest: `${text}（${who} ${clock(at)}）`,
      stayId: person?.stayId ?? null,
      grave: false,
    })),
    worse: changes(body.worse),
    alerts: body.alerts.map((row) => {
      const seen = row.acknowledged
        ? say(WORDS.seenBy, { who: row.acknowledged.who, at: clock(row.acknowledged.at) })
        : say(WORDS.unseen);
      const parts = [say(ALERT_COURSE_WORDS[row.course]), say(CLINICAL_VOCABULARY.alertKind[row.kind])];
      const told = [...parts, say(row.sentence), ...(row.course === 'closed' ? [] : [seen])];
      return line(row, told.join(' · '), row.level === 'emergency' && row.course !== 'closed');
    }),
    better: changes(body.better),
    tasks: body.tasks.map(({ kind, what, note, dueAt, state, people }) => {
      const [first] = people;
      const whom =
        people.length === 1 && first
          ? `${first.bed || say(WORDS.noBed)} ${first.name}`
          : say(WORDS.people, { count: String(people.length) });
      return {
        head: what || say(CLINICAL_VOCABULARY.careKind[kind]),
        rest: [clock(dueAt), say(TASK_STATE_WORDS[state]), whom, note].filter(Boolean).join(' · '),
        stayId: people.length === 1 && first ? first.stayId : null,
        grave: state !== 'due',
      };
    }),
    tests: body.tests.map((row) =>
      line(
        row,
        row.why === 'retest' ? say(WORDS.retest) : row.dueAt === null ? say(WORDS.anytime) : clock(row.dueAt),
        row.why === 'retest',
      ),
    ),
    leaving: body.leaving.map((row) =>
      line(
        row,
        row.now ? say(WORDS.now) : row.earliest ? say(WORDS.earliest, { at: clock(row.earliest) }) : '',
      ),
    ),
    arrived: body.arrived.map(mover(null)),
    movedIn: body.movedIn.map(mover('from')),
    movedOut: body.movedOut.map(mover('to')),
    within: body.within.map(mover('from')),
    left: body.left.map(mover(null)),
    awaiting: body.beds.awaiting.map(({ bed, readyAt }) => ({
      ...{ head: bed, rest: say(WORDS.ready, { at: clock(readyAt) }), stayId: null, grave: false },
    })),
    outOfService: body.beds.outOfService.map(({ bed, reason, note }) => ({
      head: bed,
      rest: [say(VOCABULARY.closureReason[reason]), note].filter(Boolean).join(' '),
      ...{ stayId: null, grave: false },
    })),
    opening: body.opening.map((row) => line(row, '')),
    closing: body.closing.map((row) => line(row, '')),
  };
}

/** `and 12 more on screen`. */
export const moreWords = (count: number, language: Language): string =>
  fill(WORDS.more, language, { count: String(count) });
