import type { DailyBody } from '#shared/contract/daily-body.ts';
import type { SignedReport } from '#shared/contract/daily-reports.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Context, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readDailyBody } from './read-body.ts';
import { findSignedBody, readSigned } from './signed-report-repository.ts';

interface Found {
  body: DailyBody;
  /** Null where the figures are those of now, which nobody signed. */
  signature: SignedReport | null;
  /** Every version of the cut-off, the latest first. */
  versions: SignedReport[];
}

/** The version that was signed, as it was signed; without a version the figures as they are known now. */
export async function findReport(
  db: Reads,
  { cutOff, version }: { cutOff: Instant; version?: number | undefined },
  context: Context,
): Promise<Found> {
  const versions = await readSigned(db, cutOff);
  if (version === undefined)
    return { body: await readDailyBody(db, cutOff, null, context), signature: null, versions };
  const report = await findSignedBody(db, cutOff, version);
  const signature = versions.find((one) => one.version === version);
  refuseUnless(report !== undefined && signature !== undefined && !report.withdrawn, 'no-such-report');
  return { body: report.body, signature, versions };
}
