import type { StayId } from '#shared/contract/values.ts';
import { numbersToLookUp } from '#shared/rules/identity-document.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { nameKey } from '#shared/rules/person-name.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import type { KnownStay, LabKnowledge } from './lab-types.ts';
import { readTubes } from './sample-repository.ts';

interface Asked {
  readonly barcode: string;
  readonly document: string;
}

/** Everything that the lines of a laboratory's list can be matched against, read in a few portions. */
export async function readLabKnowledge(
  db: Reads,
  lines: readonly Asked[],
  clock: { now: Instant; zone: TimeZone },
): Promise<LabKnowledge> {
  const numbers = lines.flatMap(({ document }) => numbersToLookUp(document));
  const barcodes = lines.map(({ barcode }) => barcode).filter((barcode) => barcode !== '');
  return {
    now: clock.now,
    byDocument: await staysByDocument(db, [...new Set(numbers)]),
    tubes: await readTubes(db, [...new Set(barcodes)]),
    namesakes: lines.some(({ document }) => document === '') ? await namesInHouse(db) : new Map(),
    show: (at) => localOf(at, clock.zone).slice(0, 16).replace('T', ' '),
  };
}

const selectKnown = (db: Reads) =>
  db
    .selectFrom('stay_period as p')
    .innerJoin('stay', 'stay.id', 'p.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['p.stay_id', 'p.from_at', 'p.to_at', 'person.name', 'person.document_number'])
    .where('p.superseded_by', 'is', null);

type KnownRow = Awaited<ReturnType<ReturnType<typeof selectKnown>['execute']>>[number];

const knownOf = (row: KnownRow): KnownStay => ({
  stayId: row.stay_id,
  name: row.name,
  document: row.document_number,
  from: row.from_at,
  to: row.to_at,
});

async function staysByDocument(db: Reads, numbers: readonly string[]): Promise<Map<string, KnownStay[]>> {
  const found = new Map<string, KnownStay[]>();
  for (const some of inChunks(numbers, 1000)) {
    for (const row of await selectKnown(db).where('person.document_number', 'in', some).execute()) {
      const number = row.document_number ?? '';
      found.set(number, [...(found.get(number) ?? []), knownOf(row)]);
    }
  }
  return found;
}

async function namesInHouse(db: Reads): Promise<Map<string, number>> {
  const names = new Map<string, number>();
  for (const { name } of await selectKnown(db).where('p.to_at', 'is', null).execute()) {
    const key = nameKey(name);
    names.set(key, (names.get(key) ?? 0) + 1);
  }
  return names;
}

/** Stays by id, as the matching knows them. */
export async function readKnownStays(db: Reads, ids: readonly StayId[]): Promise<Map<StayId, KnownStay>> {
  const found = new Map<StayId, KnownStay>();
  for (const some of inChunks([...new Set(ids)], 1000))
    for (const row of await selectKnown(db).where('p.stay_id', 'in', some).execute())
      found.set(row.stay_id, knownOf(row));
  return found;
}
