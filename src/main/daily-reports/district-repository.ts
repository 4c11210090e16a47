import { sql } from 'kysely';
import type { DailyBody } from '#shared/contract/daily-body.ts';
import { heldAsOf, known } from '../db/as-of.ts';
import type { Interval } from '../figures/journey-rules.ts';
import type { Reads } from '../ipc/context.ts';

/**
 * By district of origin: who came and left over (from, to], and who is there at `to`. The district itself is taken
 * from the record as it is now: where a correction moved somebody to another one, so do all their figures.
 */
export async function readDistricts(
  db: Reads,
  { from, to }: Interval,
  knownBy: number | null,
): Promise<DailyBody['districts']> {
  const { rows } = await sql<DailyBody['districts'][number]>`
    select district, sum(admitted) as admitted, sum("left") as "left", sum(inHouse) as inHouse from (
      select s.district, count(*) as admitted, 0 as "left", 0 as inHouse
        from stay_period p join stay s on s.id = p.stay_id
        where ${known('p', knownBy)} and p.from_at > ${from} and p.from_at <= ${to} group by s.district
      union all
      select s.district, 0, count(*), 0 from stay_period p join stay s on s.id = p.stay_id
        where ${known('p', knownBy)} and p.to_at > ${from} and p.to_at <= ${to} group by s.district
      union all
      select s.district, 0, 0, count(*) from stay_period p join stay s on s.id = p.stay_id
        where ${heldAsOf('stay_period', 'p', { at: to, knownBy })} group by s.district)
    group by district order by inHouse desc, admitted desc, district`.execute(db);
  return rows;
}
