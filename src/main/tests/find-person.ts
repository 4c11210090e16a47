import type { StayId } from '#shared/contract/values.ts';
import { numbersToLookUp } from '#shared/rules/identity-document.ts';
import { readWristband } from '#shared/rules/wristband.ts';
import { holds } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';

/**
 * Whose wristband, bed or document was scanned: the stay number that the wristband carries, a bed code (its
 * occupant), or a document number (the stay that is going on, else the latest). Null: nobody's.
 */
export async function findScanned(db: Reads, scanned: string): Promise<StayId | null> {
  const text = scanned.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const number = readWristband(text);
  if (number !== null) {
    const stay = await db
      .selectFrom('stay')
      .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
      .select('stay.id')
      .where('stay.number', '=', number)
      .where('p.superseded_by', 'is', null)
      .executeTakeFirst();
    if (stay) return stay.id;
  }
  const inBed = await db
    .selectFrom('bed')
    .innerJoin('bed_assignment as a', 'a.bed_id', 'bed.id')
    .select('a.stay_id')
    .where('bed.code', '=', text)
    .where(holds('a', null))
    .executeTakeFirst();
  if (inBed) return inBed.stay_id;
  const numbers = numbersToLookUp(text);
  if (numbers.length === 0) return null;
  const stay = await db
    .selectFrom('person')
    .innerJoin('stay', 'stay.person_id', 'person.id')
    .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
    .select('stay.id')
    .where('person.document_number', 'in', numbers)
    .where('p.superseded_by', 'is', null)
    .orderBy((eb) => eb.case().when('p.to_at', 'is', null).then(0).else(1).end())
    .orderBy('p.from_at', 'desc')
    .executeTakeFirst();
  return stay?.id ?? null;
}
