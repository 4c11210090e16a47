import { sql } from 'kysely';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { known } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';
import { dayBefore } from './cut-off-rules.ts';

/** A year: longer than any makeshift hospital stood. */
const LONGEST = 366;

/**
 * For how many periods in a row, the one that ends at `cutOff` included, more people were discharged than admitted
 * 出舱连续多于入舱. Discharged are all who left but to another hospital or by death (on the overview: discharged and
 * left otherwise): a day on which many are referred or die is no good news. Equal numbers end the row.
 */
export async function countDaysMoreDischarged(
  db: Reads,
  cutOff: Instant,
  knownBy: number | null,
  zone: TimeZone,
): Promise<number> {
  let [days, to] = [0, cutOff];
  while (days < LONGEST) {
    const from = dayBefore(to, zone);
    const { rows } = await sql<{ admitted: number; discharged: number }>`
      select (select count(*) from stay_period p
          where ${known('p', knownBy)} and p.from_at > ${from} and p.from_at <= ${to}) as admitted,
        (select count(*) from stay_period p
          where ${known('p', knownBy)} and p.to_at > ${from} and p.to_at <= ${to}
            and p.way not in ('to-hospital', 'died')) as discharged`.execute(db);
    const [day] = rows;
    if (!day || day.discharged <= day.admitted) return days;
    days += 1;
    to = from;
  }
  return days;
}
