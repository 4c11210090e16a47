import {
  addMinutes,
  instantFromMillis,
  instantOfLocal,
  localDateOf,
  millisOf,
} from '#shared/rules/instant.ts';
import { DAY } from './calendar.ts';
import { emptyBed, type Floor, movable, readBoard } from './floor.ts';
import type { MovingDesk } from './moving-desk.ts';
import { onDayBeforeEnd, type Scene, type Story } from './story.ts';

/** When the cleaners of a shift report: after the morning's and the afternoon's buses, and at night. */
const ROUNDS = ['08:20', '11:50', '13:40', '16:55', '21:10'] as const;
/** Beds that the rounds of the last day do not get to, for one of so many patients. */
const NOT_YET_CLEANED = 1 / 70;
/** Patients to one move a day. */
const TO_ONE_MOVE = 280;

/** What happens on the floor day by day: beds are cleaned and signed off, patients moved and swapped. */
export function floorScenes(story: Story, floor: Floor): Scene[] {
  const moves = Math.max(1, Math.round(story.patients / TO_ONE_MOVE));
  const scenes: Scene[] = cleaningRounds(story);
  for (let day = 0; day < story.days; day++) {
    for (let n = 0; n < moves; n++) {
      scenes.push({
        at: onDayBeforeEnd(story, day, story.random.int(5, 90) / 100),
        play: (desk) => movePatient(desk, story, floor),
      });
    }
    if (day % 2 === 0)
      scenes.push({
        at: onDayBeforeEnd(story, day, story.random.int(20, 80) / 100),
        play: (desk) => swapPatients(desk, story, floor),
      });
  }
  return scenes;
}

function cleaningRounds({ begins, ends, zone, patients }: Story): Scene[] {
  const rounds: Scene[] = [];
  const lastDay = addMinutes(ends, -24 * 60);
  for (let day = millisOf(begins); day < millisOf(ends) + DAY; day += DAY) {
    for (const hour of ROUNDS) {
      const at = instantOfLocal(`${localDateOf(instantFromMillis(day), zone)}T${hour}`, zone);
      const leave = at !== null && at > lastDay ? Math.round(patients * NOT_YET_CLEANED) : 0;
      if (at !== null) rounds.push({ at, play: (desk) => signOff(desk, leave) });
    }
  }
  return rounds;
}

async function signOff(desk: MovingDesk, leave: number): Promise<void> {
  const ready = (await readBoard(desk)).filter(
    ({ disinfection }) => disinfection !== null && disinfection.readyAt <= desk.now,
  );
  const bedIds = ready.slice(leave).map(({ id }) => id);
  if (bedIds.length > 0) await desk.act('floor', 'beds.signOffDisinfection', { bedIds });
}

const WHY_MOVED = [
  { because: 'request', reason: '患者要求，原床位靠近过道' },
  { because: 'clinical', reason: '血氧波动，移至护士站旁' },
  { because: 'clinical', reason: '夜间如厕不便，移近卫生间' },
  { because: 'bed-fault', reason: '床头插座无电' },
] as const;

async function movePatient(desk: MovingDesk, { random }: Story, floor: Floor): Promise<void> {
  const board = await readBoard(desk);
  const who = random.oneOf(movable(floor, board, desk))?.occupant;
  if (!who) return;
  const bed = emptyBed(random, floor, board, who.sex === 'unknown' ? 'family' : who.sex);
  if (!bed) return;
  const { because, reason } = random.pick(WHY_MOVED);
  await desk.tryAct(
    'floor',
    'stays.move',
    { stayId: who.stayId, bedId: bed.id, because, expectedVersion: who.version },
    { reason },
  );
}

async function swapPatients(desk: MovingDesk, { random }: Story, floor: Floor): Promise<void> {
  const candidates = movable(floor, await readBoard(desk), desk).map(({ occupant }) => occupant);
  const first = random.oneOf(candidates);
  const second = random.oneOf(candidates.filter((one) => one.sex === first?.sex && one !== first));
  if (!first || !second) return;
  const stay = ({ stayId, version }: typeof first) => ({ stayId, expectedVersion: version });
  await desk.tryAct(
    'floor',
    'stays.swap',
    { first: stay(first), second: stay(second), because: 'request' },
    { reason: '两人商量好互换' },
  );
}
