import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { DischargeLine } from '#shared/contract/reports.ts';
import { DOCUMENT_TYPES } from '#shared/contract/vocabulary.ts';
import { fill } from '#shared/messages/fill.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { language } from '../i18n/index.ts';
import { ctOf } from '../releases/sample-text.ts';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';

/** A line with its place in the report, which stays the same however the grid is sorted. */
export interface ReportRow extends DischargeLine {
  place: number;
}

type Column = ColDef<ReportRow>;

function documentWord(word: string, t: TFunction): string {
  const known = DOCUMENT_TYPES.find((one) => one === word);
  return known ? t(`vocabulary.documentTypes.${known}`) : word;
}

/** The columns of the file with its headings (src/main/reports/discharge-sheet.ts), how and when they left further ahead. */
export function reportColumns(t: TFunction, zone: TimeZone): Column[] {
  const title = (id: keyof typeof WIDTHS) => ({
    id,
    title: t(`reports.columns.${id}`),
    width: WIDTHS[id],
  });
  return [
    numberColumn(title('place'), (row) => row.place),
    textColumn(title('district'), (row) => row.district),
    textColumn(title('street'), (row) => row.street),
    textColumn(title('bed'), (row) => row.bed),
    textColumn(title('name'), (row) => row.name),
    textColumn(title('sex'), (row) => t(`vocabulary.sexes.${row.sex}`)),
    numberColumn(title('age'), (row) => row.age),
    textColumn(title('way'), (row) => t(`vocabulary.waysOfLeaving.${row.way}`)),
    textColumn(title('destination'), (row) => row.destination),
    timeColumn(title('leftAt'), zone, (row) => row.leftAt),
    numberColumn(title('daysInHouse'), (row) => row.daysInHouse),
    textColumn(title('documentType'), (row) => documentWord(row.documentType, t)),
    textColumn(title('documentNumber'), (row) => row.documentNumber),
    textColumn(title('phone'), (row) => row.phone),
    textColumn(title('address'), (row) => row.address),
    textColumn(title('classification'), (row) => t(`vocabulary.classifications.${row.classification}`)),
    timeColumn(title('arrivedAt'), zone, (row) => row.arrivedAt),
    textColumn(title('companion'), (row) => row.companion),
    textColumn(title('remarks'), (row) => row.remarks),
    numberColumn(title('number'), (row) => row.number),
    timeColumn(title('lastSample'), zone, (row) => row.samples[0]?.sampledAt ?? null),
    textColumn(title('lastCt'), (row) => ctOf(row.samples[0], t)),
    timeColumn(title('sampleBefore'), zone, (row) => row.samples[1]?.sampledAt ?? null),
    textColumn(title('ctBefore'), (row) => ctOf(row.samples[1], t)),
    textColumn(title('protocol'), ({ protocol }) =>
      protocol ? `${fill(protocol.name, language())} v${protocol.version}` : '',
    ),
    textColumn(title('certificate'), (row) => row.certificate),
  ];
}

const WIDTHS = {
  place: 78,
  district: 110,
  street: 120,
  bed: 106,
  name: 110,
  sex: 78,
  age: 78,
  way: 170,
  destination: 170,
  leftAt: 160,
  daysInHouse: 110,
  documentType: 130,
  documentNumber: 190,
  phone: 130,
  address: 220,
  classification: 110,
  arrivedAt: 160,
  companion: 110,
  remarks: 180,
  number: 100,
  lastSample: 160,
  lastCt: 190,
  sampleBefore: 160,
  ctBefore: 190,
  protocol: 180,
  certificate: 170,
} as const;
