import { addMinutes, type Instant, millisOf } from '#shared/rules/instant.ts';
import { groupedBy } from './grouped.ts';
import type { MovingDesk } from './moving-desk.ts';
import type { PlannedLeaving, PlannedStay } from './planned-stays.ts';
import type { Random } from './random.ts';
import type { Scene } from './story.ts';

type Leaver = PlannedStay & { leaves: PlannedLeaving };

const isLeaver = (stay: PlannedStay): stay is Leaver => stay.leaves !== null;

/** Share of the buses home whose list was on paper, and typed in hours later. */
const ON_PAPER = 0.08;

/** Everybody's leaving: all of one bus in one act; whoever goes to a hospital is found worse some hours before. */
export function leavingScenes(random: Random, stays: readonly PlannedStay[], end: Instant): Scene[] {
  const leavers = stays.filter(isLeaver);
  const groups = groupedBy(leavers, ({ leaves }) => `${leaves.at} ${leaves.way} ${leaves.destination}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { leaves } = first;
    const typedIn = addMinutes(leaves.at, random.chance(ON_PAPER) ? random.int(100, 200) : 0);
    const scenes: Scene[] = [
      { at: typedIn < end ? typedIn : leaves.at, play: (desk) => leave(desk, group, leaves) },
    ];
    if (leaves.way === 'to-hospital' && random.chance(0.7)) {
      scenes.push({ at: addMinutes(leaves.at, -random.int(60, 300)), play: (desk) => getWorse(desk, group) });
    }
    return scenes;
  });
}

/** All of the bus in one act. Should one of them not be there any more, the others leave one by one. */
async function leave(desk: MovingDesk, group: readonly Leaver[], leaves: PlannedLeaving): Promise<void> {
  const { way, destination } = leaves;
  const toHospital = way === 'to-hospital';
  const leaving = {
    way,
    destination,
    companion: toHospital ? '120随车护士' : '',
    note: toHospital ? '绿色通道' : '',
  };
  const late = millisOf(desk.now) > millisOf(leaves.at);
  const how = late ? { happenedAt: leaves.at, reason: '出舱交接单后补录' } : {};
  const stays = knownOf(group).map((stayId) => ({ stayId }));
  if ((await desk.tryAct('floor', 'discharges.commit', { stays, leaving }, how)) !== null) return;
  for (const stay of stays) {
    await desk.tryAct('floor', 'discharges.commit', { stays: [stay], leaving }, how);
  }
}

async function getWorse(desk: MovingDesk, group: readonly Leaver[]): Promise<void> {
  for (const stayId of knownOf(group)) {
    await desk.act(
      'floor',
      'stays.correct',
      { stayId, details: { classification: 'ordinary' } },
      { reason: '复查CT见肺部病灶' },
    );
  }
}

const knownOf = (group: readonly Leaver[]) =>
  group.flatMap(({ stayId }) => (stayId === null ? [] : [stayId]));
