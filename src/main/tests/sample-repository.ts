import type { Insertable, Selectable } from 'kysely';
import type { LabFileId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import { supersede } from '../db/facts.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import type { KnownStay, Tube, TubeMember } from './lab-types.ts';
import type { ResultValue } from './read-result.ts';

/** Acts by which a sample came with a file instead of from the bedside. */
const FROM_A_FILE: ReadonlySet<string> = new Set(['tests.importLab', 'tests.solveRow']);

const samplesOf = (db: Reads) =>
  db
    .selectFrom('nat_sample as s')
    .innerJoin('stay', 'stay.id', 's.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .innerJoin('act', 'act.seq', 's.recorded_by')
    .leftJoin('stay_period as p', (join) =>
      join.onRef('p.stay_id', '=', 's.stay_id').on('p.superseded_by', 'is', null),
    )
    .select(['s.id', 's.barcode', 's.stay_id', 's.sampled_at', 's.pooled', 'act.procedure'])
    .select(['person.name', 'person.document_number', 'p.from_at', 'p.to_at'])
    .where('s.superseded_by', 'is', null)
    .orderBy('s.id');

const labelsOf = (db: Reads) =>
  db
    .selectFrom('sample_label as l')
    .innerJoin('stay', 'stay.id', 'l.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .innerJoin('stay_period as p', 'p.stay_id', 'l.stay_id')
    .select(['l.barcode', 'l.stay_id', 'person.name', 'person.document_number', 'p.from_at', 'p.to_at'])
    .where('l.superseded_by', 'is', null)
    .where('p.superseded_by', 'is', null);

/** What the ward knows of each barcode; those that it does not know are not among the answer. */
export async function readTubes(db: Reads, barcodes: readonly string[]): Promise<Map<string, Tube>> {
  const members = new Map<string, TubeMember[]>();
  const pools = new Set<string>();
  const labels = new Map<string, KnownStay>();
  const results = new Map<string, Tube['result']>();
  for (const some of inChunks(barcodes, 1000)) {
    for (const row of await samplesOf(db).where('s.barcode', 'in', some).execute()) {
      if (row.pooled === 1) pools.add(row.barcode);
      members.set(row.barcode, [
        ...(members.get(row.barcode) ?? []),
        {
          stayId: row.stay_id,
          name: row.name,
          document: row.document_number,
          from: row.from_at ?? row.sampled_at,
          to: row.to_at,
          sampleId: row.id,
          sampledAt: row.sampled_at,
          byHand: !FROM_A_FILE.has(row.procedure),
        },
      ]);
    }
    for (const row of await labelsOf(db).where('l.barcode', 'in', some).execute())
      labels.set(row.barcode, {
        stayId: row.stay_id,
        name: row.name,
        document: row.document_number,
        from: row.from_at,
        to: row.to_at,
      });
    for (const row of await currentResults(db).where('barcode', 'in', some).execute())
      results.set(row.barcode, { id: row.id, value: resultOfRow(row), reportedAt: row.reported_at });
  }
  const known = new Set([...members.keys(), ...labels.keys(), ...results.keys()]);
  return new Map(
    [...known].map((barcode) => [
      barcode,
      {
        pooled: pools.has(barcode),
        members: members.get(barcode) ?? [],
        label: labels.get(barcode) ?? null,
        result: results.get(barcode) ?? null,
      },
    ]),
  );
}

const currentResults = (db: Reads) =>
  db.selectFrom('nat_result').selectAll().where('superseded_by', 'is', null);

type ResultRow = Selectable<Schema['nat_result']>;

export const resultOfRow = (
  row: Pick<ResultRow, 'outcome' | 'orf_reading' | 'orf_ct' | 'n_reading' | 'n_ct'>,
): ResultValue => ({
  outcome: row.outcome,
  orf: { reading: row.orf_reading, ct: row.orf_ct },
  n: { reading: row.n_reading, ct: row.n_ct },
});

export interface NewSample {
  readonly barcode: string;
  readonly stayId: StayId;
  readonly at: Instant;
  readonly pooled: boolean;
  /** The sample whose time it corrects. */
  readonly replaces: number | null;
}

export interface NewResult {
  readonly barcode: string;
  readonly value: ResultValue;
  readonly reportedAt: Instant | null;
  readonly from: { readonly labFileId: LabFileId; readonly row: number } | null;
  /** The earlier report; it stays visible. */
  readonly replaces: number | null;
}

/** Writes samples; each of them touches the care of its patient. */
export async function insertSamples(tx: Tx, samples: readonly NewSample[], act: Act): Promise<void> {
  for (const { replaces } of samples)
    if (replaces !== null) await supersede(tx, 'nat_sample', replaces, act.seq);
  for (const some of inChunks(samples, 500)) {
    await tx
      .insertInto('nat_sample')
      .values(
        some.map(({ barcode, stayId, at, pooled }) => ({
          barcode,
          stay_id: stayId,
          sampled_at: at,
          pooled: pooled ? (1 as const) : (0 as const),
          recorded_by: act.seq,
        })),
      )
      .execute();
  }
  for (const { stayId } of samples) act.touches('care', stayId);
}

export async function insertResults(tx: Tx, results: readonly NewResult[], act: Act): Promise<void> {
  for (const { replaces } of results)
    if (replaces !== null) await supersede(tx, 'nat_result', replaces, act.seq);
  const rows = results.map(
    ({ barcode, value, reportedAt, from }): Insertable<Schema['nat_result']> => ({
      barcode,
      reported_at: reportedAt,
      outcome: value.outcome,
      orf_reading: value.orf.reading,
      orf_ct: value.orf.ct,
      n_reading: value.n.reading,
      n_ct: value.n.ct,
      lab_file_id: from?.labFileId ?? null,
      lab_row: from?.row ?? null,
      recorded_by: act.seq,
    }),
  );
  for (const some of inChunks(rows, 500)) await tx.insertInto('nat_result').values(some).execute();
}
