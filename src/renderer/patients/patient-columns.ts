import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import { type Instant, millisOf, type TimeZone } from '#shared/rules/instant.ts';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';
import { spanText } from '../ui/time.ts';
import { daysOf } from './days.ts';
import { BedCell, NameCell } from './patient-cells.tsx';

export type Scope = 'present' | 'waiting' | 'left';

interface Context {
  t: TFunction;
  zone: TimeZone;
  now: Instant;
  familySize: ReadonlyMap<string, number>;
}

type Column = ColDef<StayRow>;

const list = (words: readonly string[], t: TFunction) => words.join(t('ui.listComma'));

function who({ t, familySize }: Context, scope: Scope): Column[] {
  return [
    textColumn(
      {
        id: 'name',
        title: t('fields.name'),
        width: 130,
        pinned: 'left',
        cellRenderer: NameCell,
        tooltipField: 'name',
      },
      (row) => row.name,
    ),
    textColumn({ id: 'sex', title: t('fields.sex'), width: 74 }, (row) => t(`vocabulary.sexes.${row.sex}`)),
    numberColumn({ id: 'age', title: t('ui.age'), width: 76 }, (row) => row.age),
    numberColumn({ id: 'number', title: t('ui.number'), width: 94 }, (row) => row.number),
    textColumn(
      { id: 'family', title: t('patients.columns.family'), width: 110, hide: scope === 'left' },
      (row) => {
        const size = row.familyId ? (familySize.get(row.familyId) ?? 1) : 1;
        return size > 1 ? t('patients.familyOf', { count: size }) : null;
      },
    ),
  ];
}

function clinical({ t }: Context): Column[] {
  return [
    textColumn({ id: 'classification', title: t('fields.classification'), width: 136 }, (row) =>
      t(`vocabulary.classifications.${row.classification}`),
    ),
    textColumn({ id: 'keyGroups', title: t('patients.columns.keyGroups'), width: 150 }, (row) =>
      list(
        row.keyGroups.map((group) => t(`vocabulary.keyGroups.${group}`)),
        t,
      ),
    ),
  ];
}

/** Columns that are there for who wants them; hidden until chosen. */
function further({ t, zone }: Context): Column[] {
  const hide = true;
  return [
    textColumn({ id: 'documentType', title: t('fields.documentType'), hide }, (row) =>
      t(`vocabulary.documentTypes.${row.documentType}`),
    ),
    textColumn({ id: 'street', title: t('fields.street'), width: 120, hide }, (row) => row.street),
    textColumn({ id: 'address', title: t('fields.address'), width: 220, hide }, (row) => row.address),
    textColumn({ id: 'birthDate', title: t('fields.birthDate'), width: 120, hide }, (row) => row.birthDate),
    textColumn(
      { id: 'firstPositiveDate', title: t('fields.firstPositiveDate'), width: 130, hide },
      (row) => row.firstPositiveDate,
    ),
    textColumn({ id: 'mobility', title: t('fields.mobility'), width: 110, hide }, (row) =>
      t(`vocabulary.mobilities.${row.mobility}`),
    ),
    textColumn({ id: 'needs', title: t('fields.needs'), width: 130, hide }, (row) =>
      list(
        row.needs.map((need) => t(`vocabulary.needs.${need}`)),
        t,
      ),
    ),
    textColumn(
      { id: 'conditions', title: t('fields.conditions'), width: 200, hide },
      (row) => row.conditions,
    ),
    numberColumn({ id: 'vaccineDoses', title: t('fields.vaccineDoses'), hide }, (row) => row.vaccineDoses),
    textColumn({ id: 'companions', title: t('fields.companions'), hide }, (row) => row.companions),
    textColumn(
      { id: 'emergencyContact', title: t('fields.emergencyContact'), hide },
      (row) => row.emergencyContact,
    ),
    textColumn(
      { id: 'emergencyPhone', title: t('fields.emergencyPhone'), hide },
      (row) => row.emergencyPhone,
    ),
    textColumn({ id: 'plate', title: t('patients.columns.plate'), width: 110, hide }, (row) => row.plate),
    timeColumn(
      { id: 'bedSince', title: t('patients.columns.bedSince'), hide },
      zone,
      (row) => row.bed?.since ?? null,
    ),
    textColumn({ id: 'late', title: t('patients.columns.late'), width: 90, hide }, (row) =>
      row.late ? t('ui.late.mark') : null,
    ),
  ];
}

function contact({ t }: Context): Column[] {
  return [
    textColumn(
      { id: 'documentNumber', title: t('fields.documentNumber'), width: 190 },
      (row) => row.documentNumber,
    ),
    textColumn({ id: 'phone', title: t('fields.phone'), width: 130 }, (row) => row.phone),
    textColumn({ id: 'district', title: t('fields.district'), width: 110 }, (row) => row.district),
  ];
}

function beds({ t }: Context): Column[] {
  return [
    textColumn(
      { id: 'bed', title: t('ui.bed'), width: 108, cellRenderer: BedCell },
      (row) => row.bed?.code ?? null,
    ),
    textColumn({ id: 'zone', title: t('patients.columns.zone'), width: 84 }, (row) => row.bed?.zone ?? null),
  ];
}

/** The columns of each view, with what matters most there first. */
export function patientColumns(scope: Scope, context: Context): Column[] {
  const { t, zone, now } = context;
  const arrived = timeColumn<StayRow>(
    { id: 'arrivedAt', title: t('patients.columns.arrived') },
    zone,
    (row) => row.arrivedAt,
  );
  const days = numberColumn<StayRow>({ id: 'days', title: t('patients.columns.days'), width: 96 }, (row) =>
    daysOf(row, now, zone),
  );
  const remarks = textColumn<StayRow>(
    { id: 'remarks', title: t('fields.remarks'), width: 180 },
    (row) => row.remarks,
  );
  const person = who(context, scope);
  if (scope === 'waiting') {
    const waited = numberColumn<StayRow>(
      {
        id: 'waited',
        title: t('patients.columns.waited'),
        width: 130,
        valueFormatter: ({ value }) => spanText((Number(value) || 0) * 60_000, t),
      },
      (row) => Math.floor((millisOf(now) - millisOf(row.arrivedAt)) / 60_000),
    );
    return [
      ...person,
      waited,
      ...clinical(context),
      arrived,
      ...contact(context),
      remarks,
      ...further(context),
    ];
  }
  if (scope === 'present') {
    return [
      ...person,
      ...beds(context),
      ...clinical(context),
      days,
      arrived,
      ...contact(context),
      remarks,
      ...further(context),
    ];
  }
  return [
    ...person,
    timeColumn<StayRow>({ id: 'leftAt', title: t('patients.columns.left') }, zone, (row) => row.leftAt),
    textColumn<StayRow>(
      { id: 'way', title: t('patients.columns.way'), width: 130 },
      (row) => row.way && t(`vocabulary.waysOfLeaving.${row.way}`),
    ),
    textColumn<StayRow>(
      { id: 'destination', title: t('patients.columns.destination'), width: 150 },
      (row) => row.destination,
    ),
    ...beds(context),
    days,
    ...clinical(context),
    arrived,
    ...contact(context),
    remarks,
    ...further(context),
  ];
}
