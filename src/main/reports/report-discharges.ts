import type { Instant } from '#shared/rules/instant.ts';
import type { Context, QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readLastSamples } from '../releases/last-samples.ts';
import { assembleReport, type DischargeReport } from './discharge-report.ts';
import { readLetterhead, readProtocolNames, selectDischarges } from './discharge-repository.ts';

/** Who left in [from, to). Refuses a period without an instant in it. */
export const reportDischarges: QueryHandler<'reports.discharges'> = (db, input, context) =>
  readDischargeReport(db, input, context);

/** The same report for the screen and for the file. */
export async function readDischargeReport(
  db: Reads,
  { from, to }: { from: Instant; to: Instant },
  { now, zone, progress }: Context,
): Promise<DischargeReport> {
  refuseUnless(from < to, 'period-empty');
  progress({ step: 'working', done: 0, total: 1 });
  const { name } = await readLetterhead(db);
  const rows = await selectDischarges(db, from, to);
  const known = {
    samples: await readLastSamples(
      db,
      rows.map(({ id }) => id),
      to,
    ),
    protocols: await readProtocolNames(db, rows),
  };
  return assembleReport(rows, { hospital: name, from, to, cutOff: now }, zone, known);
}
