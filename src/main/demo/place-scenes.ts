import type { BedId } from '#shared/contract/values.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import { emptyBed, type Floor, readBoard } from './floor.ts';
import type { MovingDesk } from './moving-desk.ts';
import { onDayBeforeEnd, type Scene, type Story } from './story.ts';

/** A ward of fewer beds cannot do without a whole care unit. */
const BEDS_TO_SPARE_A_UNIT = 400;

/** Beds held for somebody, and places that take nobody. */
export const placeScenes = (story: Story, floor: Floor): Scene[] => [
  ...closedUnits(story, floor),
  ...brokenBeds(story, floor),
  ...heldBeds(story, floor),
];

/** One unit opens two days late; another has nobody to staff it to this day. */
function closedUnits({ beds, begins }: Story, floor: Floor): Scene[] {
  const [late, empty] = floor.units.slice(-2);
  if (beds < BEDS_TO_SPARE_A_UNIT || late === undefined || empty === undefined) return [];
  const place = (id: string) => ({ place: { kind: 'care-unit' as const, id } });
  const at = addMinutes(begins, 20);
  return [
    {
      at,
      play: async (desk) => {
        await desk.tryAct('floor', 'beds.close', {
          ...place(late.id),
          reason: 'not-open',
          note: '通风调试中',
        });
        await desk.tryAct('floor', 'beds.close', {
          ...place(empty.id),
          reason: 'no-staff',
          note: '护理人员未到位',
        });
      },
    },
    {
      at: addMinutes(begins, 2 * 24 * 60 + 130),
      play: async (desk) => {
        await desk.tryAct('floor', 'beds.reopen', place(late.id), { reason: '通风验收合格' });
      },
    },
  ];
}

const BROKEN = ['床板断裂', '床头灯与插座无电', '上方漏水'] as const;

function brokenBeds(story: Story, floor: Floor): Scene[] {
  const count = story.beds < BEDS_TO_SPARE_A_UNIT ? 1 : 3;
  return BROKEN.slice(0, count).map((note, i) => ({
    at: onDayBeforeEnd(story, Math.min(i, story.days - 1), 0.7),
    play: async (desk) => {
      const bed = emptyBed(story.random, floor, await readBoard(desk), undefined);
      if (bed)
        await desk.tryAct('floor', 'beds.close', {
          place: { kind: 'bed', id: bed.id },
          reason: 'broken',
          note,
        });
    },
  }));
}

const HELD_FOR = [
  { note: '丰满区孕妇一名，今晚到', policy: 'female' },
  { note: '昌邑区母婴', policy: 'family' },
  { note: '龙潭区透析患者', policy: 'male' },
] as const;

/** Each day a bed is held and given free again in the evening; those of the last hours still are. */
function heldBeds(story: Story, floor: Floor): Scene[] {
  const { random, days, ends, beds } = story;
  const scenes: Scene[] = [];
  for (let day = 1; day < days; day += 2) {
    let held: BedId | null = null;
    const at = onDayBeforeEnd(story, day, 0.3);
    scenes.push(
      {
        at,
        play: async (desk) => {
          held = await hold(desk, story, floor, random.pick(HELD_FOR));
        },
      },
      {
        at: addMinutes(at, random.int(120, 400)),
        play: async (desk) => {
          if (held !== null) await desk.tryAct('floor', 'beds.release', { bedId: held });
        },
      },
    );
  }
  HELD_FOR.slice(0, beds < BEDS_TO_SPARE_A_UNIT ? 1 : 3).forEach((whom, i) => {
    scenes.push({
      at: addMinutes(ends, -70 + i * 9),
      play: async (desk) => void (await hold(desk, story, floor, whom)),
    });
  });
  return scenes;
}

async function hold(
  desk: MovingDesk,
  { random }: Story,
  floor: Floor,
  { note, policy }: (typeof HELD_FOR)[number],
): Promise<BedId | null> {
  const bed = emptyBed(random, floor, await readBoard(desk), policy);
  if (!bed) return null;
  const done = await desk.tryAct('floor', 'beds.reserve', { bedId: bed.id, stayId: null, note });
  return done && bed.id;
}
