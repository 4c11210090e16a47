import {
  addMinutes,
  type Instant,
  instantOfLocal,
  type LocalDate,
  localDateOf,
} from '#shared/rules/instant.ts';
import { daysBefore } from './calendar.ts';
import { groupedBy } from './grouped.ts';
import { DESIGNATED_HOSPITALS, madeUpPlate } from './made-up-places.ts';
import type { MovingDesk } from './moving-desk.ts';
import type { Scene, Story } from './story.ts';

/** What is under way when the curtain falls: two referrals, and tomorrow's list with one signature of two. */
export function tomorrowScenes(story: Story): Scene[] {
  const { ends } = story;
  return [
    { at: addMinutes(ends, -70), play: (desk) => refer(desk, story) },
    { at: addMinutes(ends, -50), play: (desk) => makeList(desk, story) },
  ];
}

async function refer(desk: MovingDesk, { random }: Story): Promise<void> {
  const { alerts } = await desk.ask('alerts.open', {});
  const worst = [...new Set(alerts.filter(({ level }) => level !== 'notice').map(({ stayId }) => stayId))];
  for (const [index, stayId] of worst.slice(0, 2).entries()) {
    const asked = await desk.tryAct('floor', 'referrals.request', {
      stayId,
      hospital: DESIGNATED_HOSPITALS[index] ?? DESIGNATED_HOSPITALS[0],
      reason: '静息指氧下降、呼吸增快，需进一步救治',
      urgent: index === 0,
      holdBed: false,
      contact: '定点医院总值班',
      note: '',
    });
    if (asked === null || index > 0) continue;
    desk.moveTo(addMinutes(desk.now, 4));
    await desk.tryAct('floor', 'referrals.accept', { referralId: asked.referralId });
    await desk.tryAct('floor', 'referrals.sendVehicle', {
      referralId: asked.referralId,
      plate: madeUpPlate(random),
    });
  }
}

/** A bus holds so many; a district with fewer people has one of its own all the same. */
const SEATS = 40;
const LONGEST_LIST = 160;

async function makeList(desk: MovingDesk, { random, ends, zone }: Story): Promise<void> {
  const day = daysBefore(localDateOf(ends, zone), -1);
  const { eligible } = await desk.ask('releases.propose', { day });
  const chosen = eligible.slice(0, LONGEST_LIST);
  if (chosen.length === 0) return;
  const { listId } = await desk.act('floor', 'releases.open', { day });
  await desk.act('floor', 'releases.setMembers', { listId, add: chosen.map(({ stayId }) => stayId) });
  const districts = groupedBy(chosen, ({ district }) => district);
  for (const [turn, [district, people]] of [...districts].entries()) {
    for (let bus = 0; bus < Math.ceil(people.length / SEATS); bus++) {
      await desk.tryAct('floor', 'releases.addBus', {
        listId,
        plate: madeUpPlate(random),
        seats: SEATS,
        district,
        departsAt: departure(day, turn, zone, ends),
        meetingPoint: turn % 2 === 0 ? '东门 1 号通道' : '西门 3 号通道',
      });
    }
  }
  await desk.tryAct('floor', 'releases.assignBuses', { listId });
  await desk.tryAct('floor', 'releases.sign', { listId, role: 'nurse' });
}

const departure = (day: LocalDate, turn: number, zone: Story['zone'], ends: Instant): Instant =>
  addMinutes(instantOfLocal(`${day}T09:30`, zone) ?? ends, turn * 12);
