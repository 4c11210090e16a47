import { type RawBuilder, sql } from 'kysely';

/** Of facts in order of their begin, two that share a moment have two neighbours that do. */
const overlapping = (table: string, by: string) => sql<{ detail: string }>`
  select ${sql.ref(by)} || ' ' || from_at as detail from (
    select ${sql.ref(by)}, from_at,
      lag(coalesce(to_at, '9999')) over (partition by ${sql.ref(by)} order by from_at, id) as until
    from ${sql.table(table)} where superseded_by is null)
  where until > from_at`;

/** Teams and shifts: what rules and triggers refuse, asked of the file itself. */
export const SHIFT_INVARIANTS = {
  'nobody is on duty in two places at once': overlapping('duty', 'operator_id'),
  'nobody is in two teams at once': overlapping('team_member', 'operator_id'),
  'a zone has one team at a time': overlapping('team_zone', 'zone_id'),
  'a care unit has one team of its own at a time': overlapping('team_unit', 'care_unit_id'),
  'whoever is on duty is of a team that is there': sql<{ detail: string }>`
    select d.operator_id || ' ' || d.from_at as detail from duty d
    where d.superseded_by is null and not exists (
      select 1 from team_member m join relief_team t on t.team_id = m.team_id and t.superseded_by is null
      where m.operator_id = d.operator_id and m.superseded_by is null
        and m.from_at <= d.from_at and (m.to_at is null or m.to_at >= d.to_at)
        and t.arrives_at <= d.from_at and (t.leaves_at is null or t.leaves_at >= d.to_at))`,
  'people and zones are of teams that exist': sql<{ detail: string }>`
    select 'operator ' || m.operator_id || ' ' || m.team_id as detail from team_member m
    where m.superseded_by is null and not exists (
      select 1 from relief_team t where t.team_id = m.team_id and t.superseded_by is null)
    union all select 'zone ' || z.zone_id || ' ' || z.team_id from team_zone z
    where z.superseded_by is null and not exists (
      select 1 from relief_team t where t.team_id = z.team_id and t.superseded_by is null)
    union all select 'care unit ' || u.care_unit_id || ' ' || u.team_id from team_unit u
    where u.superseded_by is null and not exists (
      select 1 from relief_team t where t.team_id = u.team_id and t.superseded_by is null)`,
  'the care units of a duty are of its zone': sql<{ detail: string }>`
    select d.duty_id || ' ' || u.care_unit_id as detail from duty d
    join duty_unit u on u.duty_id = d.duty_id join care_unit c on c.id = u.care_unit_id
    where d.superseded_by is null and c.zone_id is not d.zone_id`,
  'shifts and teams are superseded after they were recorded': sql<{ detail: string }>`
    select 'duty ' || id as detail from duty where superseded_by <= recorded_by
    union all select 'team_member ' || id from team_member where superseded_by <= recorded_by
    union all select 'team_zone ' || id from team_zone where superseded_by <= recorded_by
    union all select 'team_unit ' || id from team_unit where superseded_by <= recorded_by
    union all select 'relief_team ' || id from relief_team where superseded_by <= recorded_by`,
} as const satisfies Record<string, RawBuilder<{ detail: string }>>;
