import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readOnAt } from '#main/shifts/duty-repository.ts';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { ActId, OperatorId, ReliefTeamId, ZoneId } from '#shared/contract/values.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import { moment, teamOf, zoneIds } from '../../fixtures/shifts.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

/**
 * Teams, members, zones, shifts and rotations in any order, with undos and undos of undos among them. Each act is
 * done or refused: never a defect, nobody in two places, nobody on duty outside the time of their team. Who was on,
 * as it was known after any of them, comes out again in the end.
 */
const ACTS = [
  'assign',
  'assign',
  'assign',
  'move',
  'unassign',
  'copy',
  'pattern',
  'join',
  'join',
  'end',
  'change',
  'zones',
  'rotate',
  'undo',
  'undo',
  'undo',
  'undo-the-undo',
  'undo-the-undo',
] as const;
const step = fc.record({
  act: fc.constantFrom(...ACTS),
  a: fc.nat(5),
  b: fc.nat(5),
  hours: fc.integer({ min: -30, max: 60 }),
  back: fc.nat(6),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const NAMES = ['甲一', '乙二', '丙三', '丁四'];
const START = moment('2022-04-05 08:00');
const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const DAYS = ['2022-04-04', '2022-04-05', '2022-04-06', '2022-04-07'];

interface Known {
  teams: ReliefTeamId[];
  people: OperatorId[];
  zones: ZoneId[];
  duties: string[];
  done: ActId[];
  undone: ActId[];
}

function callFor(
  { act, a, b, hours, back }: Step,
  known: Known,
): { name: ProcedureName; input: object } | null {
  const at: Instant = addMinutes(START, hours * 60);
  const teamId = pick(known.teams, a);
  const operatorIds = [pick(known.people, b)];
  const last = (list: readonly ActId[]) => list[list.length - 1 - (back % Math.max(1, list.length))];
  switch (act) {
    case 'assign':
    case 'move':
      return {
        name: 'shifts.assign',
        input: {
          ...{ operatorIds, shift: at, careUnitIds: [], move: act === 'move' },
          zoneId: a === 0 ? null : pick(known.zones, a),
        },
      };
    case 'unassign':
      return known.duties.length > 0
        ? {
            name: 'shifts.unassign',
            input: { dutyIds: [known.duties[known.duties.length - 1 - (back % known.duties.length)]] },
          }
        : null;
    case 'copy':
      return { name: 'shifts.copyDay', input: { from: pick(DAYS, a), to: pick(DAYS, b), later: back % 3 } };
    case 'pattern':
      return {
        name: 'shifts.setPattern',
        input: {
          from: pick(DAYS, a),
          hours: b % 2 ? 4 : 6,
          firstStart: pick(['08:00', '07:30'], back),
          restHours: 8,
        },
      };
    case 'join':
      return {
        name: 'shifts.addMembers',
        input: { teamId, group: b % 2 ? 'nursing' : 'medical', names: [pick(NAMES, b)], from: at },
      };
    case 'end':
      return { name: 'shifts.endMembers', input: { operatorIds, at } };
    case 'change':
      return {
        name: 'shifts.changeTeam',
        input: {
          ...{ teamId, name: `队${a % known.teams.length}`, province: '', takesOverAt: null },
          ...{ arrivesAt: addMinutes(START, (back - 40) * 60), leavesAt: b % 2 ? at : null },
        },
      };
    case 'zones':
      return { name: 'shifts.setZones', input: { teamId, zoneIds: known.zones.slice(0, b), from: at } };
    case 'rotate':
      return {
        name: 'shifts.rotate',
        input: { leavingTeamId: teamId, nextTeamId: pick(known.teams, b), at },
      };
    case 'undo': {
      const actId = last(known.done);
      return actId ? { name: 'acts.undo', input: { actId } } : null;
    }
    case 'undo-the-undo': {
      const actId = last(known.undone);
      return actId ? { name: 'acts.undo', input: { actId } } : null;
    }
  }
}

async function play(ward: TestWard, steps: readonly Step[]): Promise<void> {
  const one = await teamOf(ward, '队0', NAMES.slice(0, 2));
  const two = await teamOf(ward, '队1', NAMES.slice(2), { arrives: '2022-04-04 08:00' });
  const known: Known = {
    ...{ teams: [one.teamId, two.teamId], people: [...one.people, ...two.people] },
    ...{ zones: [...(await zoneIds(ward)).values()], duties: [], done: [], undone: [] },
  };
  const { actId } = (await ward.call('acts.recent', { limit: 1 }))[0] ?? {};
  if (actId) known.done.push(actId);
  const then: { seq: number; on: string }[] = [];
  for (const each of steps) {
    const call = callFor(each, known);
    if (!call) continue;
    const act = { key: randomUUID(), operatorId: ward.operatorId };
    const reply = await ward.reply(call.name, { ...call.input, act });
    if (!reply.ok) {
      expect(reply.kind, `${call.name} ${JSON.stringify(call.input)} ${String(ward.defects.at(-1))}`).toBe(
        'refused',
      );
      continue;
    }
    const value = reply.value as { actId: ActId | null; dutyIds?: string[] };
    if (value.actId) known[call.name === 'acts.undo' ? 'undone' : 'done'].push(value.actId);
    known.duties.push(...(value.dutyIds ?? []));
    await requireSound(ward);
    const { seq } = await ward.db.read
      .selectFrom('act')
      .select('seq')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    then.push({ seq, on: await whoIsOn(ward, null) });
  }
  for (const { seq, on } of then) expect(await whoIsOn(ward, seq), `after act ${seq}`).toBe(on);
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
}

/** Who is on where at some moments, with their teams, as known after an act (null: now). */
async function whoIsOn(ward: TestWard, knownBy: number | null): Promise<string> {
  const moments = [-20, -3, 4, 11, 30].map((hours) => addMinutes(START, hours * 60));
  const on = [];
  for (const at of moments) on.push(await readOnAt(ward.db.read, at, knownBy));
  return JSON.stringify(on);
}

async function requireSound(ward: TestWard): Promise<void> {
  const read = ward.db.read;
  const duties = await read.selectFrom('duty').selectAll().where('superseded_by', 'is', null).execute();
  const members = await read
    .selectFrom('team_member')
    .selectAll()
    .where('superseded_by', 'is', null)
    .execute();
  const teams = await read.selectFrom('relief_team').selectAll().where('superseded_by', 'is', null).execute();
  for (const duty of duties) {
    const twice = duties.filter(
      (other) =>
        other.operator_id === duty.operator_id && other.from_at < duty.to_at && other.to_at > duty.from_at,
    );
    expect(twice).toHaveLength(1);
    const within = members.filter((member) => {
      const team = teams.find(({ team_id }) => team_id === member.team_id);
      return (
        member.operator_id === duty.operator_id &&
        member.from_at <= duty.from_at &&
        (member.to_at === null || member.to_at >= duty.to_at) &&
        team !== undefined &&
        team.arrives_at <= duty.from_at &&
        (team.leaves_at === null || team.leaves_at >= duty.to_at)
      );
    });
    expect(within).toHaveLength(1);
  }
}

it('whatever is planned and taken back, nobody is in two places or on duty outside their team', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const ward = await openTestWard('small-20', '2022-04-05 12:00');
      try {
        await play(ward, steps);
      } finally {
        await ward.close();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
