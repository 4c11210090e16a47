import { addMinutes } from '#shared/rules/instant.ts';
import { type Floor, movable, readBoard } from './floor.ts';
import { DESIGNATED_HOSPITALS, madeUpDistrict, madeUpPlate } from './made-up-places.ts';
import type { MovingDesk } from './moving-desk.ts';
import type { Scene, Story } from './story.ts';

/** Minutes until the buses that are on their way. */
const ON_THE_WAY = [50, 165] as const;

/** What is going on when the curtain falls: buses on their way, a bed just left, one kept for somebody who waits. */
export function endingScenes(story: Story, floor: Floor): Scene[] {
  const { ends, random } = story;
  const buses = ON_THE_WAY.map((minutes, i) => ({
    at: addMinutes(ends, -55 + i * 20),
    play: (desk: MovingDesk) => expectBus(desk, story, minutes),
  }));
  return [
    ...buses,
    { at: addMinutes(ends, -300), play: (desk) => expectInVain(desk, story) },
    { at: addMinutes(ends, -37), play: (desk) => sendToHospital(desk, story, floor) },
    { at: addMinutes(ends, -3), play: (desk) => keepBedFor(desk, random.int(0, 2)) },
  ];
}

async function expectBus(
  desk: MovingDesk,
  { random, ends, patients }: Story,
  minutes: number,
): Promise<void> {
  await desk.act('door', 'convoys.expect', {
    plate: madeUpPlate(random),
    origin: madeUpDistrict(random).name,
    people: patients < 100 ? random.int(2, 5) : random.int(22, 44),
    expectedAt: addMinutes(ends, minutes),
    note: minutes > 100 ? '含儿童两名' : '',
  });
}

async function expectInVain(desk: MovingDesk, { random }: Story): Promise<void> {
  const { convoyId } = await desk.act('door', 'convoys.expect', {
    plate: madeUpPlate(random),
    origin: madeUpDistrict(random).name,
    people: 31,
    expectedAt: addMinutes(desk.now, 90),
    note: '',
  });
  desk.moveTo(addMinutes(desk.now, 2));
  await desk.act('door', 'convoys.cancel', { convoyId }, { reason: '改送另一家方舱' });
}

/** At least one bed whose contact time is still running. */
async function sendToHospital(desk: MovingDesk, { random }: Story, floor: Floor): Promise<void> {
  const candidates = movable(floor, await readBoard(desk), desk);
  const who = (random.oneOf(candidates.filter(({ occupant }) => occupant.alert)) ?? random.oneOf(candidates))
    ?.occupant;
  if (!who) return;
  await desk.tryAct('floor', 'discharges.commit', {
    stays: [{ stayId: who.stayId }],
    leaving: {
      way: 'to-hospital',
      destination: DESIGNATED_HOSPITALS[0],
      companion: '120随车护士',
      note: '胸闷、血氧下降，绿色通道',
    },
  });
}

async function keepBedFor(desk: MovingDesk, which: number): Promise<void> {
  const { rows } = await desk.ask('stays.list', { scope: 'waiting' });
  const frail = rows.find(({ mobility, familyId }) => mobility === 'wheelchair' && familyId === null);
  const who = frail ?? rows.filter(({ familyId }) => familyId === null)[which];
  if (!who) return;
  const { placed } = await desk.ask('allocation.propose', { stayIds: [who.stayId] });
  const [best] = placed;
  if (!best) return;
  await desk.tryAct('floor', 'beds.reserve', { bedId: best.bedId, stayId: who.stayId, note: '' });
}
