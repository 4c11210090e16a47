import { setImmediate as breathe } from 'node:timers/promises';
import type { Progress } from '#shared/contract/bridge.ts';
import {
  addMinutes,
  type Instant,
  instantFromMillis,
  millisOf,
  type TimeZone,
} from '#shared/rules/instant.ts';
import type { WardDb } from '../db/open.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { RouterLog } from '../ipc/router.ts';
import { DAY, MINUTE } from './calendar.ts';
import { careScenes } from './care-scenes.ts';
import { convoyScenes } from './convoy-scenes.ts';
import { endingScenes } from './ending-scenes.ts';
import { readFloor } from './floor.ts';
import { floorScenes } from './floor-scenes.ts';
import { handoverScenes } from './handover-scenes.ts';
import { keyPatientScenes } from './key-patient-scenes.ts';
import { labScenes } from './lab-scenes.ts';
import { leavingScenes } from './leaving-scenes.ts';
import { mistakeScenes } from './mistake-scenes.ts';
import { type MovingDesk, movingDesk } from './moving-desk.ts';
import { placeScenes } from './place-scenes.ts';
import { planHistory } from './plan-history.ts';
import type { PlannedConvoy } from './planned-stays.ts';
import { type Random, randomFrom } from './random.ts';
import { rollCallScenes } from './roll-call-scenes.ts';
import { roundScenes } from './round-scenes.ts';
import { shiftScenes } from './shift-scenes.ts';
import { inOrder, type Scene, type Story } from './story.ts';
import { tomorrowScenes } from './tomorrow-scenes.ts';
import { zoneScenes } from './zone-scenes.ts';

export interface History {
  /** People in house at the end; about so many, and no more than the beds suffice for. */
  patients: number;
  /** Length of the history. */
  days: number;
  /** The same seed, ward and end make the same people and the same history. */
  seed: number;
  /** The end of it. */
  now: Instant;
  log: RouterLog;
  progress?: (progress: Progress) => void;
  cancelled?: () => boolean;
}

/** Nobody writes down seconds. */
const wholeMinute = (at: Instant): Instant => instantFromMillis(Math.floor(millisOf(at) / MINUTE) * MINUTE);

/** When the hospital opens for a history that ends now. */
export const openingOf = ({ now, days }: Pick<History, 'now' | 'days'>): Instant =>
  addMinutes(wholeMinute(now), -(days * (DAY / MINUTE) + 3 * 60));

/** Plays the whole history to an empty ward: every act through the router, at its own time, by whoever is on shift. */
export async function liveThrough(
  ward: WardDb,
  history: History,
): Promise<{ patients: number; inHouse: number }> {
  const random = randomFrom(history.seed);
  const { time_zone: zone } = await ward.read
    .selectFrom('hospital')
    .select('time_zone')
    .executeTakeFirstOrThrow();
  const desk = await openDesk(ward, zone, history);
  const { beds, byZone } = await desk.ask('ward.census', {});
  const bedsFor = (policy: string) =>
    byZone.filter((zone) => zone.sexPolicy === policy).reduce((sum, zone) => sum + zone.beds.total, 0);
  history.progress?.({ step: 'people', done: 0, total: 1 });
  const { days } = history;
  const ends = wholeMinute(history.now);
  const convoys = planHistory(random, {
    // One of them is taken to a hospital in the last scenes.
    patients: history.patients === 0 ? 0 : history.patients + 1,
    days,
    now: ends,
    zone,
    beds: { male: bedsFor('male'), female: bedsFor('female'), family: bedsFor('family') },
  });
  const stays = convoys.flatMap((convoy) => convoy.stays);
  const begins = openingOf(history);
  const story: Story = {
    random,
    begins,
    ends,
    days,
    zone,
    stays,
    patients: history.patients,
    beds: beds.total,
  };
  await play(desk, await scenesOf(desk, story, convoys, random), history);
  desk.moveTo(history.now);
  const { patients } = await desk.ask('ward.census', {});
  return { patients: patients.admittedTotal, inHouse: patients.inHouse };
}

/** Made-up nurses who take turns at the desks. */
export const NURSES = [
  '林晓岚',
  '周亦宁',
  '郭思远',
  '何雨晴',
  '宋佳禾',
  '梁若溪',
  '唐一帆',
  '许嘉木',
] as const;

/** A ward without any names of people gets those of the made-up nurses. */
async function openDesk(ward: WardDb, zone: TimeZone, history: History): Promise<MovingDesk> {
  const begins = openingOf(history);
  const deskOf = (operators: readonly string[]) => movingDesk(ward, { zone, operators, begins }, history.log);
  const known = await ward.read
    .selectFrom('operator')
    .select(['id', 'kind'])
    .where('active', '=', 1)
    .orderBy('name')
    .execute();
  const people = known.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  if (people.length > 0) return deskOf(people);
  const terminal = deskOf(known.map(({ id }) => id));
  const added: string[] = [];
  for (const name of NURSES)
    added.push((await terminal.act('door', 'ward.addOperator', { name })).operatorId);
  return deskOf(added);
}

async function scenesOf(
  desk: MovingDesk,
  story: Story,
  convoys: readonly PlannedConvoy[],
  random: Random,
): Promise<Scene[]> {
  if (story.patients === 0) return [];
  const floor = await readFloor(desk, story.stays);
  const scenes = [
    ...zoneScenes(story),
    ...convoys.flatMap((convoy) => convoyScenes(random, convoy)),
    ...leavingScenes(random, story.stays, story.ends),
    ...floorScenes(story, floor),
    ...placeScenes(story, floor),
    ...mistakeScenes(story, floor),
    ...endingScenes(story, floor),
    ...labScenes(story),
    ...roundScenes(story),
    ...keyPatientScenes(story),
    ...careScenes(story),
    ...rollCallScenes(story),
    ...tomorrowScenes(story),
    ...shiftScenes(story),
    ...handoverScenes(story),
  ];
  return inOrder(scenes, story);
}

/** How many scenes go by between two looks at who wants it to stop. */
const BREATH = 20;

async function play(desk: MovingDesk, scenes: readonly Scene[], history: History): Promise<void> {
  for (const [done, scene] of scenes.entries()) {
    if (done % BREATH === 0) {
      if (history.cancelled?.()) throw new Refusal('cancelled');
      history.progress?.({ step: 'history', done, total: scenes.length });
      await breathe();
    }
    desk.moveTo(scene.at);
    await scene.play(desk);
  }
}
