import type { DailyBody } from '#shared/contract/daily-body.ts';
import { dailyBody } from '#shared/contract/daily-body.ts';
import type { SignedReport } from '#shared/contract/daily-reports.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { headText } from '../audit/chain.ts';
import type { Reads, Tx } from '../ipc/context.ts';

const selectReports = (db: Reads) =>
  db
    .selectFrom('daily_report as r')
    .innerJoin('operator', 'operator.id', 'r.operator_id')
    .leftJoin('audit_anchor as anchor', (join) =>
      join.on('anchor.about', '=', (text) =>
        text.fn<string>('concat', [text.val('daily-report '), 'r.cut_off', text.val(' '), 'r.version']),
      ),
    )
    .select(['r.id', 'r.cut_off', 'r.version', 'r.signed_at', 'r.reason', 'r.hash', 'r.superseded_by'])
    .select(['operator.name', 'anchor.audit_seq', 'anchor.hash as link'])
    .orderBy('r.cut_off', 'desc')
    .orderBy('r.version', 'desc')
    .orderBy('r.id', 'desc');

type Row = Awaited<ReturnType<ReturnType<typeof selectReports>['execute']>>[number];

/** A version that an undo wrote again stands in two rows; the later one tells how it is. */
function onceEach(rows: readonly Row[]): SignedReport[] {
  const seen = new Set<string>();
  return rows
    .filter(({ cut_off, version }) => {
      const key = `${cut_off} ${version}`;
      return !seen.has(key) && seen.add(key);
    })
    .map((row) => ({
      cutOff: row.cut_off,
      version: row.version,
      signedAt: row.signed_at,
      who: row.name,
      reason: row.reason,
      withdrawn: row.superseded_by !== null,
      hash: row.hash,
      auditHead:
        row.audit_seq === null || row.link === null ? null : headText({ seq: row.audit_seq, hash: row.link }),
    }));
}

/** Every version of a cut-off, the latest first, those withdrawn among them. */
export const readSigned = async (db: Reads, cutOff: Instant): Promise<SignedReport[]> =>
  onceEach(await selectReports(db).where('r.cut_off', '=', cutOff).execute());

export const readAllSigned = async (db: Reads): Promise<SignedReport[]> =>
  onceEach(await selectReports(db).execute());

/** The latest version that was not withdrawn; undefined where nothing stands. */
export const findStanding = async (db: Reads, cutOff: Instant): Promise<number | undefined> =>
  (await readSigned(db, cutOff)).find(({ withdrawn }) => !withdrawn)?.version;

/** A version as it was signed, withdrawn or not; undefined where there is none. */
export async function findSignedBody(
  db: Reads,
  cutOff: Instant,
  version: number,
): Promise<{ id: number; body: DailyBody; withdrawn: boolean } | undefined> {
  const row = await db
    .selectFrom('daily_report')
    .select(['id', 'body', 'superseded_by'])
    .where('cut_off', '=', cutOff)
    .where('version', '=', version)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && { id: row.id, body: dailyBody.parse(JSON.parse(row.body)), withdrawn: row.superseded_by !== null }
  );
}

interface Signature {
  cutOff: Instant;
  version: number;
  body: string;
  hash: string;
  operatorId: OperatorId;
  at: Instant;
  reason: string;
  seq: number;
}

export const insertSigned = (tx: Tx, { cutOff, at, seq, operatorId, ...rest }: Signature) =>
  tx
    .insertInto('daily_report')
    .values({ ...rest, cut_off: cutOff, signed_at: at, operator_id: operatorId, recorded_by: seq })
    .execute();
