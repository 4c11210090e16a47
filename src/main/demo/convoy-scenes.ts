import type { StayId } from '#shared/contract/values.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import type { MovingDesk } from './moving-desk.ts';
import { minutesAtTheDoor, type PlannedConvoy, type PlannedStay } from './planned-stays.ts';
import type { Random } from './random.ts';
import type { Scene } from './story.ts';

/** From the announcement of a bus to a bed for each who came with it, and a name for those who had none. */
export function convoyScenes(random: Random, convoy: PlannedConvoy): Scene[] {
  const { arrivesAt, typedInLater, stays } = convoy;
  const doorClosed = addMinutes(arrivesAt, typedInLater + minutesAtTheDoor(stays.length));
  const scenes: Scene[] = [
    { at: convoy.announcedAt, play: (desk) => announce(desk, convoy) },
    { at: arrivesAt, play: (desk) => arrive(desk, convoy) },
    ...stays.map((stay) => ({
      at: addMinutes(stay.arrivesAt, typedInLater),
      play: (desk: MovingDesk) => admit(desk, convoy, stay),
    })),
    ...stays.flatMap((stay) => identityScenes(random, stay, doorClosed)),
  ];
  if (convoy.getsBeds) {
    scenes.push({ at: addMinutes(doorClosed, random.int(2, 7)), play: giveBeds });
  }
  return scenes;
}

/** Most unknown people have a name by the next day; for some it takes longer, and a few leave without one. */
function identityScenes(random: Random, stay: PlannedStay, doorClosed: Instant): Scene[] {
  if (stay.person.turnsOutToBe === null) return [];
  const hours = random.chance(0.65) ? random.int(2, 20) : random.int(30, 90);
  const at = addMinutes(doorClosed, hours * 60 + random.int(0, 59));
  return stay.leaves !== null && stay.leaves.at <= at ? [] : [{ at, play: (desk) => establish(desk, stay) }];
}

async function announce(desk: MovingDesk, convoy: PlannedConvoy): Promise<void> {
  const { plate, origin, expectedAt, stays } = convoy;
  const announced = await desk.act('door', 'convoys.expect', {
    plate,
    origin,
    expectedAt,
    people: stays.length,
    note: stays.some(({ person }) => person.details.mobility === 'wheelchair') ? '有轮椅' : '',
  });
  convoy.convoyId = announced.convoyId;
}

async function arrive(desk: MovingDesk, { convoyId }: PlannedConvoy): Promise<void> {
  if (convoyId !== null) await desk.act('door', 'convoys.arrive', { convoyId });
}

async function admit(desk: MovingDesk, convoy: PlannedConvoy, stay: PlannedStay): Promise<void> {
  const { person, arrivesAt } = stay;
  const admitted = await desk.act(
    'door',
    'stays.admit',
    {
      details: person.details,
      bedId: null,
      familyOf: relativeOf(convoy, stay),
      convoyId: convoy.convoyId,
    },
    convoy.typedInLater > 0 ? { happenedAt: arrivesAt, reason: '先记纸质登记表，后补录' } : {},
  );
  stay.stayId = admitted.stayId;
}

/** One of the same household who stood further ahead at the door. */
function relativeOf({ stays }: PlannedConvoy, { person }: PlannedStay): StayId | null {
  return (
    stays.find((other) => other.person.household === person.household && other.stayId !== null)?.stayId ??
    null
  );
}

async function giveBeds(desk: MovingDesk): Promise<void> {
  await desk.act('floor', 'allocation.run', {});
}

/** The nurse at the bedside finds out who it is. Whoever lay in a family zone for want of a sex moves on. */
async function establish(desk: MovingDesk, { stayId, person }: PlannedStay): Promise<void> {
  const { details, turnsOutToBe } = person;
  if (stayId === null || turnsOutToBe === null) return;
  await desk.act(
    'floor',
    'stays.correct',
    { stayId, details: { ...turnsOutToBe, provisional: false } },
    { reason: '床旁核实身份' },
  );
  if (details.sex !== 'unknown') return;
  const { best } = await desk.ask('allocation.proposeForPerson', {
    sex: turnsOutToBe.sex,
    age: null,
    classification: turnsOutToBe.classification,
    needs: turnsOutToBe.needs,
    mobility: turnsOutToBe.mobility,
    conditions: turnsOutToBe.conditions,
    familyOf: null,
  });
  if (best === null) return;
  await desk.tryAct(
    'floor',
    'stays.move',
    { stayId, bedId: best.bedId, because: 'other' },
    { reason: '身份核实后转入对应区' },
  );
}
