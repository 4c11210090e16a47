import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { DocumentType } from '#shared/contract/vocabulary.ts';
import { nameKey } from '#shared/rules/person-name.ts';
import type { PersonReading } from './read-person.ts';
import type { KnownPerson, RosterContext } from './roster-context.ts';
import type { RowReader } from './row-reader.ts';

/** What makes somebody the same person within a file: the document, else the name with phone or birth date. */
function personKey(details: AdmissionDetails): string | null {
  const { documentType, documentNumber } = details;
  if (documentNumber !== null) {
    // The household register's page and the card carry the same number.
    return /^\d{17}[\dX]$/.test(documentNumber) ? documentNumber : `${documentType}:${documentNumber}`;
  }
  const more = details.birthDate ?? details.phone;
  return more === '' ? null : `${nameKey(details.name)}:${more}`;
}

/** Finds whoever stands in a file twice, or is in the ward already. */
export class SamePerson {
  private readonly seen = new Map<string, { row: number; name: string }>();
  private readonly known: RosterContext['known'];

  constructor(known: RosterContext['known']) {
    this.known = known;
  }

  /**
   * The first row of a person counts, later ones are duplicates of it; the same document under another name
   * is refused, since one of the two is wrong. Says so at the reader; refused rows count as nobody. Gives the
   * stay of somebody of that name who is in house already.
   */
  check(row: RowReader, person: PersonReading): StayId | null {
    const { details } = person;
    if (details === null) return null;
    const key = personKey(details);
    const first = key === null ? undefined : this.seen.get(key);
    if (first) {
      const params = { first: String(first.row), name: first.name };
      if (nameKey(first.name) === nameKey(details.name)) {
        row.say('duplicate', 'same-person-in-file', 'documentNumber', params);
      } else row.say('refused', 'same-document-other-name', 'documentNumber', params);
      return null;
    }
    if (key !== null) this.seen.set(key, { row: row.row, name: details.name });
    return this.checkWard(row, details);
  }

  private checkWard(row: RowReader, details: AdmissionDetails): StayId | null {
    if (details.documentNumber === null) return null;
    const known = this.lookUp(details.documentType, details.documentNumber);
    if (known === null) return null;
    const sameName = nameKey(known.name) === nameKey(details.name);
    if (known.inHouse) {
      const params = { name: known.name, bed: known.bed ?? '' };
      row.say(
        'duplicate',
        known.bed === null ? 'already-waiting' : 'already-in-house',
        'documentNumber',
        params,
      );
      return sameName ? known.stayId : null;
    }
    if (!sameName) row.warn('name-differs-from-record', 'name', { name: known.name });
    return null;
  }

  /** The household register's page and the card carry the same number: a record under either is the person. */
  private lookUp(type: DocumentType, number: string): KnownPerson | null {
    const known = this.known(type, number);
    if (known !== null || !/^\d{17}[\dX]$/.test(number)) return known;
    if (type === 'household-register') return this.known('resident-id', number);
    return type === 'resident-id' ? this.known('household-register', number) : null;
  }
}
