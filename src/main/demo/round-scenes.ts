import { MEASURED_SIGNS } from '#shared/contract/rounds.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import {
  addMinutes,
  type Instant,
  instantFromMillis,
  instantOfLocal,
  localDateOf,
  millisOf,
} from '#shared/rules/instant.ts';
import { type Course, madeUpCourse, madeUpSigns } from './bedside.ts';
import { DAY } from './calendar.ts';
import type { MovingDesk } from './moving-desk.ts';
import { randomFrom } from './random.ts';
import type { Scene, Story } from './story.ts';

const ROUNDS = ['08:30', '20:00'] as const;
/** Hours before the end in which every round is told, and people fall ill and get worse from one to the next. */
const TOLD_HOURS = 30;
/** Before that one round a day is told, of people who are well: who looks at a past day finds them seen. */
const EARLIER_ROUND = '08:30';
/** A round of the whole hospital takes so long, and is told in so many portions. */
const ROUND_MINUTES = 96;
const PORTIONS = 16;
/** Key patients are looked at again some time before the end, those who are feverish or worse shortly before. */
const KEY_LOOK_MINUTES = 110;
const LAST_LOOK_MINUTES = 25;

/** The rounds of the last day and night: nearly all well, some with a fever, a few getting worse. */
export function roundScenes(story: Story): Scene[] {
  const { ends, zone, random } = story;
  const courses = new Map<StayId, Course>();
  const courseOf = (stayId: StayId) => {
    const course = courses.get(stayId) ?? madeUpCourse(random);
    courses.set(stayId, course);
    return course;
  };
  const begins = addMinutes(ends, -TOLD_HOURS * 60);
  const scenes: Scene[] = [];
  for (let day = millisOf(begins); day < millisOf(ends) + DAY; day += DAY) {
    for (const hour of ROUNDS) {
      const at = instantOfLocal(`${localDateOf(instantFromMillis(day), zone)}T${hour}`, zone);
      if (at === null || at < begins || addMinutes(at, ROUND_MINUTES) >= ends) continue;
      for (let portion = 0; portion < PORTIONS; portion++) {
        scenes.push({
          at: addMinutes(at, (portion * ROUND_MINUTES) / PORTIONS),
          play: (desk) => round(desk, story, { courseOf, turn: turnOf(at) }, portion),
        });
      }
    }
  }
  const last = addMinutes(ends, -LAST_LOOK_MINUTES);
  const turn = { courseOf, turn: turnOf(last) };
  const ill = ({ stayId }: StayRow) => courseOf(stayId) !== 'well';
  const key = (row: StayRow) => row.keyGroups.length > 0;
  scenes.push({ at: addMinutes(ends, -KEY_LOOK_MINUTES), play: (desk) => lookAgain(desk, story, turn, key) });
  scenes.push({ at: last, play: (desk) => lookAgain(desk, story, turn, ill) });
  return [...earlierRounds(story, begins), ...scenes];

  function turnOf(at: string): number {
    return Math.max(0, Math.floor((Date.parse(at) - millisOf(begins)) / (DAY / 2)));
  }
}

/** By chances of their own, so that whatever else happens in the history does not hang on them. */
function earlierRounds(story: Story, until: Instant): Scene[] {
  const { begins, ends, zone, stays } = story;
  const own = { ...story, random: randomFrom(stays.length) };
  const turn: Turn = { courseOf: () => 'well', turn: 0 };
  const scenes: Scene[] = [];
  for (let day = millisOf(begins); day < millisOf(ends); day += DAY) {
    const at = instantOfLocal(`${localDateOf(instantFromMillis(day), zone)}T${EARLIER_ROUND}`, zone);
    if (at === null || at < begins || addMinutes(at, ROUND_MINUTES) >= until) continue;
    for (let portion = 0; portion < PORTIONS; portion++)
      scenes.push({
        at: addMinutes(at, (portion * ROUND_MINUTES) / PORTIONS),
        play: (desk) => round(desk, own, turn, portion),
      });
  }
  return scenes;
}

interface Turn {
  courseOf(stayId: StayId): Course;
  turn: number;
}

/** From bed to bed; the few who are missed are overdue by the next round. */
async function round(desk: MovingDesk, story: Story, turn: Turn, portion: number): Promise<void> {
  const rows = await inBeds(desk);
  const from = Math.floor((rows.length * portion) / PORTIONS);
  const to = Math.floor((rows.length * (portion + 1)) / PORTIONS);
  for (const row of rows.slice(from, to)) if (!story.random.chance(0.01)) await look(desk, story, row, turn);
}

async function lookAgain(
  desk: MovingDesk,
  story: Story,
  turn: Turn,
  whom: (row: StayRow) => boolean,
): Promise<void> {
  for (const row of await inBeds(desk))
    if (whom(row) && !story.random.chance(0.04)) await look(desk, story, row, turn);
}

async function look(
  desk: MovingDesk,
  { random, stays }: Story,
  row: StayRow,
  { courseOf, turn }: Turn,
): Promise<void> {
  if (hasGone(stays, row.stayId, desk.now)) return;
  const signs = madeUpSigns(random, row, courseOf(row.stayId), turn);
  const { stayId } = row;
  await desk.tryAct('floor', 'rounds.record', { stayId, signs, confirmed: unusual(signs) });
}

/** Whoever's leaving still stands on paper is not in the bed any more, whatever the ward says yet. */
const hasGone = (stays: Story['stays'], id: StayId, now: Instant): boolean =>
  stays.some(({ stayId, leaves }) => stayId === id && leaves !== null && leaves.at <= now);

/** A nurse looks twice at what is out of the ordinary, and it was right. */
const unusual = (signs: ReturnType<typeof madeUpSigns>) =>
  MEASURED_SIGNS.filter((sign) => signs[sign] !== null);

async function inBeds(desk: MovingDesk): Promise<StayRow[]> {
  const { rows } = await desk.ask('stays.list', { scope: 'present' });
  return rows
    .filter(({ bed }) => bed !== null)
    .sort((one, other) => ((one.bed?.code ?? '') < (other.bed?.code ?? '') ? -1 : 1));
}
