import type { Team } from '#shared/contract/clinical-vocabulary.ts';
import type { CareUnitId, OperatorId, ReliefTeamId, ZoneId } from '#shared/contract/values.ts';
import {
  addMinutes,
  type Instant,
  instantOfLocal,
  type LocalDate,
  localDateOf,
} from '#shared/rules/instant.ts';
import { addDays, type Shift, shiftsOfDay } from '#shared/rules/shift-rules.ts';
import { DAY, MINUTE } from './calendar.ts';
import { madeUpGivenName, madeUpSurname } from './made-up-names.ts';
import type { MovingDesk } from './moving-desk.ts';
import { randomFrom } from './random.ts';
import type { Scene, Story } from './story.ts';

/** Those at the desks belong to the team of the place, who stay; the others take turns as relief teams. */
const HOME = { name: '本地医疗队', province: '本省' };
const FIRST = { name: '援助医疗队一队', province: '江苏' };
const SECOND = { name: '援助医疗队二队', province: '浙江' };
/** How many are in each group of a relief team. */
const STRENGTH: readonly [Team, number][] = [
  ['nursing', 12],
  ['medical', 3],
  ['infection-control', 1],
  ['logistics', 1],
];
/** Two relief teams, and six who join those at the desks. */
const NAMES = 2 * STRENGTH.reduce((sum, [, n]) => sum + n, 0) + 6;
/** Everybody works every third shift: four hours on, eight off. */
const TURN = 3;
/** The next day is planned as this one at this time. */
const PLANNED_AT = '16:00';
const TAKEOVER = '08:00';
/** The share of the history after which the second team takes over, but not before the third day. */
const ROTATION_SHARE = 0.6;

type Groups = Partial<Record<Team, OperatorId[]>>;
interface Crew {
  teamId: ReliefTeamId;
  groups: Groups;
}

/** Relief teams, their shifts over the whole history and beyond its end, and one team that takes over from another. */
export function shiftScenes(story: Story): Scene[] {
  const { begins, ends, zone, days } = story;
  const names: string[] = [];
  const first = localDateOf(begins, zone);
  const takeover = addDays(first, Math.max(2, Math.floor(days * ROTATION_SHARE)));
  const clock = (day: LocalDate, time: string) => instantOfLocal(`${day}T${time}`, zone) as Instant;
  const rotates = clock(takeover, TAKEOVER) < ends;
  const crews: { leaving?: Crew; next?: Crew } = {};
  const opening: Scene = {
    at: begins,
    async play(desk) {
      const operators = await desk.ask('ward.operators', {});
      const desks = operators.filter(({ kind }) => kind === 'person').map(({ name }) => name);
      names.push(...madeUpNames(new Set(desks)));
      const arrives = addMinutes(begins, -DAY / MINUTE);
      const home = await arrive(desk, HOME, arrives, [
        ['nursing', [...desks, ...names.splice(0, 4)]],
        ['pharmacy', names.splice(0, 2)],
      ]);
      crews.leaving = await arrive(desk, FIRST, arrives, groupsOf(names));
      const { zones } = await desk.ask('beds.plan', {});
      const half = Math.ceil(zones.length / 2);
      const ids = zones.map(({ id }) => id);
      await own(desk, home, ids.slice(0, half), begins);
      await own(desk, crews.leaving, ids.slice(half), begins);
      for (const day of [first, addDays(first, 1)])
        for (const crew of [home, crews.leaving]) await planDay(desk, story, crew, day, begins);
    },
  };
  const copies = Array.from({ length: days + 2 }, (_, i): Scene => {
    const day = addDays(first, i + 1);
    return {
      at: clock(day, PLANNED_AT),
      async play(desk) {
        await desk.tryAct('floor', 'shifts.copyDay', { from: day, to: addDays(day, 1) });
        // The first night after a takeover was worked by those who have gone since.
        if (rotates && day === takeover && crews.next)
          await planDay(desk, story, crews.next, addDays(day, 1), desk.now, clock(addDays(day, 1), TAKEOVER));
      },
    };
  });
  if (!rotates) return [opening, ...copies];
  const rotation: Scene[] = [
    {
      at: clock(addDays(takeover, -1), '10:00'),
      async play(desk) {
        crews.next = await arrive(desk, SECOND, desk.now, groupsOf(names));
      },
    },
    {
      at: clock(addDays(takeover, -1), '18:00'),
      async play(desk) {
        if (!crews.leaving || !crews.next) return;
        await desk.act('floor', 'shifts.rotate', {
          ...{ leavingTeamId: crews.leaving.teamId, nextTeamId: crews.next.teamId },
          ...{ at: clock(takeover, TAKEOVER), leavesAt: clock(takeover, '14:00') },
        });
      },
    },
  ];
  return [opening, ...copies, ...rotation];
}

/** Names that nobody at the desks has, always the same ones; a stream of their own changes no other story. */
function madeUpNames(taken: ReadonlySet<string>): string[] {
  const random = randomFrom(2022);
  const names = new Set<string>();
  while (names.size < NAMES) {
    const sex = random.chance(0.8) ? 'female' : 'male';
    const name = madeUpSurname(random) + madeUpGivenName(random, sex, 1990);
    if (!taken.has(name)) names.add(name);
  }
  return [...names];
}

const groupsOf = (names: string[]): [Team, string[]][] =>
  STRENGTH.map(([group, n]) => [group, names.splice(0, n)]);

async function arrive(
  desk: MovingDesk,
  team: { name: string; province: string },
  arrivesAt: Instant,
  groups: readonly (readonly [Team, string[]])[],
): Promise<Crew> {
  const { teamId } = await desk.act('floor', 'shifts.addTeam', {
    ...{ ...team, arrivesAt, takesOverAt: null, leavesAt: null },
  });
  for (const [group, names] of groups) await desk.act('floor', 'shifts.addMembers', { teamId, group, names });
  const teams = await desk.ask('shifts.teams', {});
  const members = teams.find((one) => one.teamId === teamId)?.members ?? [];
  const people = Object.fromEntries(
    groups.map(([group]) => [
      group,
      members.filter((one) => one.group === group).map((one) => one.operatorId),
    ]),
  );
  return { teamId, groups: people };
}

const own = (desk: MovingDesk, { teamId }: Crew, zoneIds: ZoneId[], from: Instant) =>
  desk.act('floor', 'shifts.setZones', { teamId, zoneIds, from });

/** Puts a team on the shifts of a day that end after `from` and begin before `until`. */
async function planDay(
  desk: MovingDesk,
  { zone }: Story,
  crew: Crew,
  day: LocalDate,
  from: Instant,
  until: Instant | null = null,
): Promise<void> {
  const teams = await desk.ask('shifts.teams', until === null ? {} : { at: until });
  const zoneIds = teams.find(({ teamId }) => teamId === crew.teamId)?.zoneIds ?? [];
  const { careUnits } = await desk.ask('beds.plan', {});
  for (const [turn, shift] of shiftsOfDay(day, [], zone).entries()) {
    if (shift.to <= from || (until !== null && shift.from >= until)) continue;
    const works = (list: OperatorId[] = []) => list.filter((_, i) => i % TURN === turn % TURN);
    await putInZones(desk, shift, works(crew.groups.nursing), zoneIds, (id) =>
      careUnits.filter(({ zoneId }) => zoneId === id).map((unit) => unit.id),
    );
    const { nursing: _, ...others } = crew.groups;
    const operatorIds = Object.values(others).flatMap(works);
    if (operatorIds.length > 0) await put(desk, shift, operatorIds, null, []);
  }
}

/** Nurses are spread over the zones; those who share one share out its care units. */
async function putInZones(
  desk: MovingDesk,
  shift: Shift,
  nurses: readonly OperatorId[],
  zoneIds: readonly ZoneId[],
  unitsOf: (zoneId: ZoneId) => CareUnitId[],
): Promise<void> {
  if (zoneIds.length === 0) return;
  for (const [i, zoneId] of zoneIds.entries()) {
    const here = nurses.filter((_, n) => n % zoneIds.length === i);
    const units = unitsOf(zoneId);
    for (const [n, nurse] of here.entries()) {
      const share = here.length === 1 ? [] : units.filter((_, u) => u % here.length === n);
      await put(desk, shift, [nurse], zoneId, share);
    }
  }
}

const put = (
  desk: MovingDesk,
  shift: Shift,
  operatorIds: OperatorId[],
  zoneId: ZoneId | null,
  careUnitIds: CareUnitId[],
) =>
  desk.act('floor', 'shifts.assign', {
    ...{ operatorIds, shift: shift.from, zoneId, careUnitIds, move: false },
  });
