import type { Team } from '#shared/contract/clinical-vocabulary.ts';
import type { CareUnitId, DutyId, OperatorId, ReliefTeamId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { ShiftHours } from '#shared/rules/shift-rules.ts';
import type { Fact, Fixed, Interval } from '../schema-columns.ts';

/** What the tables of migrations/005-leads/teams.ts and 007 look like to Kysely. */
export interface TeamsSchema {
  relief_team: Fact & {
    team_id: Fixed<ReliefTeamId>;
    name: Fixed<string>;
    province: Fixed<string>;
    arrives_at: Fixed<Instant>;
    takes_over_at: Fixed<Instant | null>;
    leaves_at: Fixed<Instant | null>;
  };
  team_member: Fact &
    Interval & {
      operator_id: Fixed<OperatorId>;
      team_id: Fixed<ReliefTeamId>;
      team_group: Fixed<Team>;
    };
  team_zone: Fact & Interval & { zone_id: Fixed<ZoneId>; team_id: Fixed<ReliefTeamId> };
  team_unit: Fact & Interval & { care_unit_id: Fixed<CareUnitId>; team_id: Fixed<ReliefTeamId> };
  shift_pattern: Fact & {
    from_at: Fixed<Instant>;
    hours: Fixed<ShiftHours>;
    first_start: Fixed<string>;
    rest_hours: Fixed<number>;
  };
  duty: Fact & {
    duty_id: Fixed<DutyId>;
    operator_id: Fixed<OperatorId>;
    from_at: Fixed<Instant>;
    to_at: Fixed<Instant>;
    zone_id: Fixed<ZoneId | null>;
  };
  duty_unit: { duty_id: Fixed<DutyId>; care_unit_id: Fixed<CareUnitId> };
}

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const TEAMS_HELD_ONCE = {
  relief_team: ['team_id'],
  team_member: ['operator_id', 'from_at'],
  team_zone: ['zone_id', 'from_at'],
  team_unit: ['care_unit_id', 'from_at'],
  shift_pattern: ['from_at'],
  duty: ['duty_id'],
} as const satisfies Partial<Record<keyof TeamsSchema, readonly string[]>>;

/** Whose intervals never overlap for one person or one zone. */
export const TEAMS_KEPT_APART = {
  team_member: 'operator_id',
  team_zone: 'zone_id',
  team_unit: 'care_unit_id',
  duty: 'operator_id',
} as const satisfies Partial<Record<keyof TeamsSchema, string>>;
