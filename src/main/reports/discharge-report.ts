import type { OutputOf } from '#shared/contract/index.ts';
import type { ListedSample, ProtocolName } from '#shared/contract/release-list.ts';
import type { DischargeLine } from '#shared/contract/reports.ts';
import type { ProtocolVersionId, StayId } from '#shared/contract/values.ts';
import { WAYS_OF_LEAVING } from '#shared/contract/vocabulary.ts';
import { ageOn } from '#shared/rules/age.ts';
import { daysBetween, type Instant, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { compareTexts } from '#shared/rules/text-order.ts';
import type { Discharge } from './discharge-repository.ts';

export type DischargeReport = OutputOf<'reports.discharges'>;

interface Period {
  hospital: string;
  from: Instant;
  to: Instant;
  /** Until when the desk knew what it says. */
  cutOff: Instant;
}

/** What the clinical record adds to a discharge. */
export interface KnownOfLeavers {
  samples: ReadonlyMap<StayId, ListedSample[]>;
  protocols: ReadonlyMap<ProtocolVersionId, ProtocolName>;
}

/** The report of a period from who left in it. Its order and totals are those of the screen and of both files. */
export function assembleReport(
  rows: readonly Discharge[],
  { hospital, from, to, cutOff }: Period,
  zone: TimeZone,
  known: KnownOfLeavers,
): DischargeReport {
  const lines = rows.map((row) => lineOf(row, zone, known)).sort(byPlace);
  return { hospital, from, to, cutOff, lines, totals: totalsOf(lines) };
}

/**
 * Age is that on the day of leaving. Days in house are midnights between arrival and leaving, as everywhere in
 * the desk: somebody who leaves on the day of arrival has 0.
 */
function lineOf(row: Discharge, zone: TimeZone, { samples, protocols }: KnownOfLeavers): DischargeLine {
  const left = localDateOf(row.left_at, zone);
  return {
    stayId: row.id,
    number: row.number,
    name: row.name,
    sex: row.sex,
    age: row.birth_date === null ? null : Math.max(0, ageOn(row.birth_date, left)),
    documentType: row.document_type,
    documentNumber: row.document_number ?? '',
    phone: row.phone,
    district: row.district,
    street: row.street,
    address: row.address,
    classification: (row.classification ?? 'unknown') as DischargeLine['classification'],
    bed: row.bed_code ?? '',
    arrivedAt: row.arrived_at,
    leftAt: row.left_at,
    daysInHouse: Math.max(0, daysBetween(localDateOf(row.arrived_at, zone), left)),
    way: row.way,
    destination: row.destination ?? '',
    companion: row.companion ?? '',
    remarks: row.note ?? '',
    samples: (samples.get(row.id) ?? []).filter(({ sampledAt }) => sampledAt <= row.left_at),
    protocol: (row.protocol_id && protocols.get(row.protocol_id)) ?? null,
    certificate: row.certificate ?? '',
  };
}

/** District, street, bed, where unknown ones come last; then the order of admission. */
function byPlace(one: DischargeLine, other: DischargeLine): number {
  return (
    compareTexts(one.district, other.district) ||
    compareTexts(one.street, other.street) ||
    compareTexts(one.bed, other.bed) ||
    one.number - other.number
  );
}

/** Every way of leaving has its figure, also 0; districts are those that occur, in the order of the lines. */
function totalsOf(lines: readonly DischargeLine[]): DischargeReport['totals'] {
  const ways = count(lines.map(({ way }) => way));
  const districts = count(lines.map(({ district }) => district));
  return {
    all: lines.length,
    byWay: Object.fromEntries(
      WAYS_OF_LEAVING.map((way) => [way, ways.get(way) ?? 0]),
    ) as DischargeReport['totals']['byWay'],
    byDistrict: [...districts].map(([district, people]) => ({ district, people })),
  };
}

function count<T>(words: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
