import { addMinutes, type Instant, millisOf } from '#shared/rules/instant.ts';
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
  const groups = Map.groupBy(leavers, ({ leaves }) => `${leaves.at} ${leaves.way} ${leaves.destination}`);
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

async function leave(desk: MovingDesk, group: readonly Leaver[], leaves: PlannedLeaving): Promise<void> {
  const late = millisOf(desk.now) > millisOf(leaves.at);
  await desk.act(
    'floor',
    'discharges.commit',
    {
      stays: knownOf(group).map((stayId) => ({ stayId })),
      leaving: {
        way: leaves.way,
        destination: leaves.destination,
        companion: leaves.way === 'to-hospital' ? '120随车护士' : '',
        note: leaves.way === 'to-hospital' ? '绿色通道' : '',
      },
    },
    late ? { happenedAt: leaves.at, reason: '出舱交接单后补录' } : {},
  );
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
