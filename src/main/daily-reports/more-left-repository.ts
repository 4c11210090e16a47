import { sql } from 'kysely';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { known } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';
import { dayBefore } from './cut-off-rules.ts';

/** A year: longer than any makeshift hospital stood. */
const LONGEST = 366;

/** For how many periods in a row, the one that ends at `cutOff` included, more people left than came. */
export async function countDaysMoreLeft(
  db: Reads,
  cutOff: Instant,
  knownBy: number | null,
  zone: TimeZone,
): Promise<number> {
  let [days, to] = [0, cutOff];
  while (days < LONGEST) {
    const from = dayBefore(to, zone);
    const { rows } = await sql<{ came: number; went: number }>`
      select (select count(*) from stay_period p
          where ${known('p', knownBy)} and p.from_at > ${from} and p.from_at <= ${to}) as came,
        (select count(*) from stay_period p
          where ${known('p', knownBy)} and p.to_at > ${from} and p.to_at <= ${to}) as went`.execute(db);
    const [day] = rows;
    if (!day || day.went <= day.came) return days;
    days += 1;
    to = from;
  }
  return days;
}
