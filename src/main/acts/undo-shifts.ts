import { type Selectable, sql } from 'kysely';
import type { OperatorId, ReliefTeamId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { FactTable, Schema } from '../db/schema.ts';
import type { Tx } from '../ipc/context.ts';
import type { Fact, Facts } from './undo-facts.ts';
import { refuseLater, type Undoing } from './undo-refusals.ts';

type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;
const rowsOf = <Table extends keyof Schema>(facts: Fact[]) => facts as unknown as Row<Table>[];

/** The condition that the duty `d` lies within a membership of a team that is here then. */
const inTeam = sql<boolean>`exists (
  select 1 from team_member as m
  join relief_team as t on t.team_id = m.team_id and t.superseded_by is null
  where m.operator_id = d.operator_id and m.superseded_by is null
    and m.from_at <= d.from_at and (m.to_at is null or m.to_at >= d.to_at)
    and t.arrives_at <= d.from_at and (t.leaves_at is null or t.leaves_at >= d.to_at))`;

/** The act by which the person of a duty is in no team over its time any more; null where they are. */
export async function dutyObstacle(tx: Tx, table: FactTable, fact: Fact): Promise<number | null> {
  if (table !== 'duty') return null;
  const within = await tx
    .selectFrom('duty as d')
    .select('d.id')
    .where('d.id', '=', fact.id)
    .where(inTeam)
    .executeTakeFirst();
  if (within) return null;
  const { operator_id } = fact as unknown as Row<'duty'>;
  const changed = await tx
    .selectFrom('team_member as m')
    .innerJoin('relief_team as t', 't.team_id', 'm.team_id')
    .select(({ fn }) => [fn.max('m.superseded_by').as('member'), fn.max('t.superseded_by').as('team')])
    .where('m.operator_id', '=', operator_id)
    .executeTakeFirst();
  return Math.max(changed?.member ?? 0, changed?.team ?? 0) || fact.recorded_by;
}

/**
 * What an undo must not leave behind: people, zones or care units of a team that is no more, somebody on duty outside the time
 * of their team, shifts planned since by a pattern that does not hold any more. The later act is named.
 */
export async function requireShiftsInTeams(
  undoing: Undoing,
  recorded: Facts,
  replaced: Facts,
): Promise<void> {
  const changed = <Table extends keyof Schema & FactTable>(table: Table) => [
    ...rowsOf<Table>(recorded[table]),
    ...rowsOf<Table>(replaced[table]),
  ];
  const members = changed('team_member');
  const owned = [...changed('team_zone'), ...changed('team_unit')];
  const teams = [...changed('relief_team'), ...members, ...owned].map(({ team_id }) => team_id);
  for (const teamId of new Set(teams)) await requireTeamOfAll(undoing, teamId);
  const inTeams = await membersOf(
    undoing.tx,
    changed('relief_team').map(({ team_id }) => team_id),
  );
  const people = new Set([...members.map(({ operator_id }) => operator_id), ...inTeams]);
  for (const operatorId of people) await requireInTeam(undoing, operatorId);
  const patterns = changed('shift_pattern').map(({ from_at }) => from_at);
  if (patterns.length > 0) await requireNothingPlanned(undoing, patterns.sort()[0] as Instant);
}

async function requireTeamOfAll(undoing: Undoing, teamId: ReliefTeamId): Promise<void> {
  const { tx, act } = undoing;
  const facts = await tx.selectFrom('relief_team').selectAll().where('team_id', '=', teamId).execute();
  if (facts.some(({ superseded_by }) => superseded_by === null)) return;
  const gone = Math.max(0, ...facts.map(({ superseded_by }) => superseded_by ?? 0));
  for (const table of ['team_member', 'team_zone', 'team_unit'] as const) {
    const left = await tx
      .selectFrom(table as 'team_zone')
      .select('recorded_by')
      .where('team_id', '=', teamId)
      .where('superseded_by', 'is', null)
      .executeTakeFirst();
    if (left) await refuseLater(undoing, left.recorded_by === act.seq ? gone : left.recorded_by);
  }
}

async function membersOf(tx: Tx, teamIds: readonly ReliefTeamId[]): Promise<OperatorId[]> {
  if (teamIds.length === 0) return [];
  const rows = await tx
    .selectFrom('team_member')
    .select('operator_id')
    .where('team_id', 'in', teamIds)
    .execute();
  return rows.map(({ operator_id }) => operator_id);
}

async function requireInTeam(undoing: Undoing, operatorId: OperatorId): Promise<void> {
  const outside = await undoing.tx
    .selectFrom('duty as d')
    .select('d.recorded_by')
    .where('d.operator_id', '=', operatorId)
    .where('d.superseded_by', 'is', null)
    .where((eb) => eb.not(inTeam))
    .orderBy('d.recorded_by', 'desc')
    .executeTakeFirst();
  if (outside) await refuseLater(undoing, outside.recorded_by);
}

/** A shift that was planned since has the bounds of the pattern that is to go. */
async function requireNothingPlanned(undoing: Undoing, from: Instant): Promise<void> {
  const { tx, act, target } = undoing;
  const planned = await tx
    .selectFrom('duty')
    .select('recorded_by')
    .where('superseded_by', 'is', null)
    .where('to_at', '>', from)
    .where('recorded_by', '>', target.seq)
    .where('recorded_by', '<>', act.seq)
    .orderBy('recorded_by', 'desc')
    .executeTakeFirst();
  if (planned) await refuseLater(undoing, planned.recorded_by);
}
