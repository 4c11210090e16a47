import type { SampleReport } from '#shared/contract/tests.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readRetests } from './retest-repository.ts';
import { resultOfRow } from './sample-repository.ts';

/** All samples of a stay, newest first, each with its report and those that a later one replaced. */
export const showSamplesOfStay: QueryHandler<'tests.ofStay'> = async (db, input, { now }) => {
  const stay = await db.selectFrom('stay').select('id').where('id', '=', input.stayId).executeTakeFirst();
  refuseUnless(stay !== undefined, 'no-such-stay');
  const samples = await db
    .selectFrom('nat_sample')
    .select(['barcode', 'sampled_at', 'pooled'])
    .where('stay_id', '=', input.stayId)
    .where('superseded_by', 'is', null)
    .orderBy('sampled_at', 'desc')
    .execute();
  const barcodes = samples.map(({ barcode }) => barcode);
  const others = await partners(db, barcodes);
  const reports = await readReports(db, barcodes);
  const { release } = await protocolInForce(db, now);
  return {
    retest: (await readRetests(db, [input.stayId])).length > 0,
    ctThreshold: release.tests?.ctThreshold ?? null,
    samples: samples.map(({ barcode, sampled_at, pooled }) => {
      const all = reports.filter((report) => report.barcode === barcode);
      return {
        barcode,
        sampledAt: sampled_at,
        pooled: pooled === 1,
        others: Math.max(0, (others.get(barcode) ?? 1) - 1),
        report: all.find(({ current }) => current)?.report ?? null,
        earlier: all.flatMap(({ current, report }) => (current ? [] : [report])),
      };
    }),
  };
};

async function partners(db: Reads, barcodes: readonly string[]): Promise<Map<string, number>> {
  if (barcodes.length === 0) return new Map();
  const rows = await db
    .selectFrom('nat_sample')
    .select(({ fn }) => ['barcode', fn.countAll<number>().as('n')])
    .where('barcode', 'in', [...barcodes])
    .where('superseded_by', 'is', null)
    .groupBy('barcode')
    .execute();
  return new Map(rows.map(({ barcode, n }) => [barcode, n]));
}

interface Report {
  readonly barcode: string;
  readonly current: boolean;
  readonly report: SampleReport;
}

/**
 * Reports of these tubes, latest first. What an undo took away, or wrote again, is no report that was replaced:
 * left out are facts whose superseding act is an undo, or was itself undone.
 */
async function readReports(db: Reads, barcodes: readonly string[]): Promise<Report[]> {
  if (barcodes.length === 0) return [];
  const rows = await db
    .selectFrom('nat_result as r')
    .innerJoin('act', 'act.seq', 'r.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .leftJoin('lab_file as f', 'f.id', 'r.lab_file_id')
    .leftJoin('act as ended', 'ended.seq', 'r.superseded_by')
    .leftJoin('act_undo as undone', 'undone.undoes', 'r.superseded_by')
    .selectAll('r')
    .select(['act.recorded_at', 'operator.name as who', 'f.file_name'])
    .where('r.barcode', 'in', [...barcodes])
    .where((eb) =>
      eb.or([
        eb('r.superseded_by', 'is', null),
        eb.and([eb('ended.procedure', '<>', 'acts.undo'), eb('undone.act_seq', 'is', null)]),
      ]),
    )
    .orderBy('r.id', 'desc')
    .execute();
  return rows.map((row) => ({
    barcode: row.barcode,
    current: row.superseded_by === null,
    report: {
      ...resultOfRow(row),
      reportedAt: row.reported_at,
      recordedAt: row.recorded_at,
      recordedBy: row.who,
      fileName: row.file_name,
    },
  }));
}
