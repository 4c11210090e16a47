import type { Candidate } from '#shared/contract/release-list.ts';
import type { StayId } from '#shared/contract/values.ts';
import { ageOn } from '#shared/rules/age.ts';
import { daysBetween, type Instant, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { compareTexts } from '#shared/rules/text-order.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import { present, type StaySelection, selectStays } from '../stays/stay-view.ts';
import { readLastSamples } from './last-samples.ts';

/** What a list says of somebody, whoever they are to it. */
type ListedPerson = Omit<Candidate, 'verdict' | 'earliest' | 'next' | 'busId'>;

/** Somebody with the fact that decides whether they are still here. */
export interface Listed {
  person: ListedPerson;
  leftAt: Instant | null;
  way: StaySelection['way'];
}

/** These people, or everybody present, as lists and papers name them; age and days as of `at`. */
export async function readListed(
  db: Reads,
  which: 'present' | readonly StayId[],
  at: Instant,
  zone: TimeZone,
): Promise<Map<StayId, Listed>> {
  const rows: StaySelection[] = [];
  if (which === 'present') rows.push(...(await selectStays(db).where(present).execute()));
  else
    for (const some of inChunks(which, 1000))
      rows.push(...(await selectStays(db).where('stay.id', 'in', some).execute()));
  const samples = await readLastSamples(
    db,
    rows.map(({ id }) => id),
    at,
  );
  const day = localDateOf(at, zone);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        leftAt: row.left_at,
        way: row.way,
        person: {
          stayId: row.id,
          version: row.version,
          number: row.number,
          name: row.name,
          sex: row.sex,
          age: row.birth_date === null ? null : Math.max(0, ageOn(row.birth_date, day)),
          documentType: row.document_type,
          documentNumber: row.document_number ?? '',
          phone: row.phone,
          bed: row.bed_code ?? '',
          district: row.district,
          street: row.street,
          address: row.address,
          familyId: row.family_id,
          arrivedAt: row.arrived_at,
          daysInHouse: Math.max(0, daysBetween(localDateOf(row.arrived_at, zone), day)),
          samples: samples.get(row.id) ?? [],
        },
      },
    ]),
  );
}

type Placed = Pick<ListedPerson, 'district' | 'street' | 'bed' | 'number'>;

/** The order of every list: district, street, bed. */
export const byPlace = (one: Placed, other: Placed): number =>
  compareTexts(one.district, other.district) ||
  compareTexts(one.street, other.street) ||
  compareTexts(one.bed, other.bed) ||
  one.number - other.number;
