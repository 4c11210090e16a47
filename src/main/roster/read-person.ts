import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import {
  type Classification,
  MOBILITIES,
  type Mobility,
  NEEDS,
  type Need,
  type Sex,
} from '#shared/contract/vocabulary.ts';
import { splitAddress } from '#shared/rules/address.ts';
import type { Instant, LocalDate } from '#shared/rules/instant.ts';
import { readPhone } from '#shared/rules/phone.ts';
import {
  readClassification,
  readMobility,
  readNeeds,
  readPregnancy,
  readVaccineDoses,
} from '#shared/rules/ward-words.ts';
import { readBirthDate, readGivenDocument, readGivenSex, readName } from './read-identity.ts';
import { type ArrivalReader, readFirstPositive } from './read-times.ts';
import type { DateReferences, RosterContext } from './roster-context.ts';
import type { RowReader } from './row-reader.ts';

/** What one row says about one person; `details` is null where it is refused. */
export interface PersonReading {
  readonly name: string;
  readonly details: AdmissionDetails | null;
  readonly arrivedAt: Instant;
  readonly arrivalDay: LocalDate;
  readonly plate: string;
  /** For finding families, refused rows too. */
  readonly phone: string;
  readonly address: string;
  readonly birthDate: LocalDate | null;
  readonly companions: string;
  readonly remarks: string;
}

export interface Reading {
  readonly context: RosterContext;
  readonly references: DateReferences;
  readonly arrivals: ArrivalReader;
  readonly date1904: boolean;
}

function phoneOf(row: RowReader): string {
  const text = row.text('phone');
  if (text === '') return '';
  const { phone, plausible } = readPhone(text);
  const fits = phone.length <= 40;
  if (!plausible || !fits) row.warn('phone-unreadable', 'phone', {}, !fits);
  return fits ? phone : '';
}

function classificationOf(row: RowReader): Classification {
  const text = row.text('classification');
  const symptoms = /症状|symptom/i.test(row.heading('classification'));
  // Under 症状 the word 无 is a type, not an empty cell.
  const none = symptoms && /^\s*(无|没有|none|no)\s*$/i.test(row.raw('classification').slice(0, 20));
  const read = none ? 'asymptomatic' : text === '' ? 'unknown' : readClassification(text);
  if (read === null) row.warn('classification-unreadable', 'classification', {}, true);
  return read ?? 'unknown';
}

function dosesOf(row: RowReader): number | null {
  const raw = row.raw('vaccineDoses').trim();
  // 无 and 否 say "none received" here, not "nothing known".
  const doses = raw === '' ? null : readVaccineDoses(raw.slice(0, 60));
  if (doses === 'unknown') row.note('vaccineDoses');
  else if (doses === null && row.text('vaccineDoses') !== '')
    row.warn('vaccine-unreadable', 'vaccineDoses', {}, true);
  return typeof doses === 'number' ? doses : null;
}

function mobilityOf(row: RowReader): Mobility {
  const text = row.text('mobility');
  const read = text === '' ? 'walks' : readMobility(text.slice(0, 100));
  if (read === null) row.warn('mobility-unreadable', 'mobility', {}, true);
  return read ?? 'walks';
}

const YES = /^(是|有|需|需要|√|✓|✔|1|y|yes|true|对)$/i;
const NO = /^(否|不|不需要?|×|x|0|n|no|false)$/i;

/** Needs by their own column (also one headed 是否怀孕 with 是), and by words elsewhere that leave no doubt. */
function needsOf(
  row: RowReader,
  sex: Sex,
  mobility: Mobility,
  words: { conditions: string; remarks: string },
): Need[] {
  const text = row.text('needs');
  const own = YES.test(text) ? readNeeds(row.heading('needs')) : readNeeds(text);
  if (text !== '' && own.length === 0 && !NO.test(text)) row.note('needs');
  const found = new Set<Need>([...own, ...readNeeds(words.remarks)]);
  if (readNeeds(words.conditions).includes('dialysis')) found.add('dialysis');
  const pregnancy = readPregnancy(words.conditions);
  if (pregnancy) found.add(pregnancy);
  if (mobility === 'wheelchair') found.add('wheelchair');
  if (found.has('late-pregnancy')) found.delete('pregnancy');
  if (sex === 'male') for (const need of ['pregnancy', 'late-pregnancy'] as const) found.delete(need);
  return NEEDS.filter((need) => found.has(need));
}

/** A wheelchair asked for elsewhere says how somebody moves, too. */
const mobilityWith = (mobility: Mobility, needs: readonly Need[]): Mobility =>
  needs.includes('wheelchair') && MOBILITIES.indexOf(mobility) < MOBILITIES.indexOf('wheelchair')
    ? 'wheelchair'
    : mobility;

/** A plate as 吉B·A1087, however it was typed; other words (3号车) stay. */
export function tidyPlate(text: string): string {
  const compact = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const plate = /^(\p{Script=Han}[A-Z])[·•.-]?([A-Z0-9]{5,6})$/u.exec(compact);
  return (plate ? `${plate[1]}·${plate[2]}` : text.trim()).slice(0, 40);
}

const LONGEST_REMARKS = 1000;

/** What the record has no field for follows the remarks, each with its heading. */
function withNotes(remarks: string, notes: readonly string[]): string {
  const all = [remarks, ...notes].filter((part) => part !== '').join('；');
  return all.length <= LONGEST_REMARKS ? all : remarks;
}

/** Reads a row as a person; everything doubtful is said at the reader. */
export function readPerson(row: RowReader, reading: Reading): PersonReading {
  const { context, references, date1904 } = reading;
  const name = readName(row);
  const { at: arrivedAt, day: arrivalDay } = reading.arrivals.read(row, date1904);
  const document = readGivenDocument(row, context.today);
  const sex = readGivenSex(row, document);
  const ageDay = row.text('arrivedAt') === '' ? references.written : arrivalDay;
  const birthDate = readBirthDate(row, document, { arrivalDay, ageDay, date1904 });
  const address = row.text('address');
  const place = splitAddress(address);
  const conditions = row.text('conditions');
  const remarks = row.text('remarks');
  const companions = row.text('companions');
  const phone = phoneOf(row);
  const mobility = mobilityOf(row);
  const needs = needsOf(row, sex, mobility, { conditions, remarks });
  const rest = {
    phone,
    address,
    district: row.text('district') || place.district,
    street: row.text('street') || place.street,
    classification: classificationOf(row),
    firstPositiveDate: readFirstPositive(row, references, context, date1904),
    conditions,
    vaccineDoses: dosesOf(row),
    mobility: mobilityWith(mobility, needs),
    needs,
    companions,
    emergencyContact: row.text('emergencyContact'),
    emergencyPhone: row.text('emergencyPhone'),
    remarks: withNotes(remarks, row.notes),
    provisional: false,
  };
  const details =
    row.refused || document === null
      ? null
      : { name, sex, birthDate, documentType: document.type, documentNumber: document.number, ...rest };
  const plate = tidyPlate(row.text('plate'));
  return { name, details, arrivedAt, arrivalDay, plate, phone, address, birthDate, companions, remarks };
}
