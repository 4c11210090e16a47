import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverviewRow, RowsOf } from '#shared/contract/overview.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { keyReasonWords } from '../rounds/key-words.ts';
import { WardGrid } from '../ui/grid.tsx';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';
import { useHospital } from '../ui/hospital.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { openBed, openPatient } from '../ways.ts';
import { useNumberTitle } from './number-title.ts';
import { RowsPage } from './rows-page.tsx';

/** The beds or people that a number counts; Enter opens the patient, or the bed where nobody is in it. */
export function NumberRows({ of }: { of: RowsOf }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const title = useNumberTitle(of);
  const { data, refused } = useWard('overview.rows', of, { keep: true });
  const columns = useMemo(
    () => [...(of.about === 'beds' ? bedColumns(t, timeZone) : []), ...personColumns(t, timeZone, of.about)],
    [of.about, t, timeZone],
  );
  return (
    <RowsPage title={title} count={data?.rows.length}>
      <RefusedNotice refused={refused} />
      <WardGrid<OverviewRow>
        name={`overview-${of.about}`}
        label={title}
        rows={refused ? [] : data?.rows}
        columns={columns}
        rowId={({ bed, person }) => bed?.id ?? person?.stayId ?? ''}
        onOpen={({ bed, person }) => {
          if (person) openPatient(person.stayId);
          else if (bed) openBed(bed.id);
        }}
        plain
        empty={<EmptyState title={t('overview.noRows')} />}
      />
    </RowsPage>
  );
}

function bedColumns(t: TFunction, zone: TimeZone): ColDef<OverviewRow>[] {
  const yes = (is: boolean | undefined) => (is === undefined ? null : t(is ? 'ui.yes' : 'ui.no'));
  return [
    textColumn(
      { id: 'code', title: t('ui.bed'), width: 112, pinned: 'left' },
      ({ bed }) => bed?.code ?? null,
    ),
    textColumn(
      { id: 'state', title: t('overview.columns.state'), width: 170 },
      ({ bed }) => bed && t(`vocabulary.bedStates.${bed.state}`),
    ),
    textColumn({ id: 'usable', title: t('overview.figures.usable'), width: 110 }, ({ bed }) =>
      yes(bed?.usable),
    ),
    textColumn({ id: 'staffed', title: t('overview.columns.staffed'), width: 110 }, ({ bed }) =>
      yes(bed?.staffed),
    ),
    textColumn({ id: 'open', title: t('overview.columns.open'), width: 110 }, ({ bed }) => yes(bed?.open)),
    timeColumn({ id: 'since', title: t('overview.columns.since') }, zone, ({ bed }) => bed?.since ?? null),
    textColumn({ id: 'bedZone', title: t('overview.zone'), width: 90 }, ({ bed }) => bed?.zone ?? null),
    textColumn({ id: 'unit', title: t('overview.columns.unit'), width: 110 }, ({ bed }) => bed?.unit ?? null),
  ];
}

function personColumns(t: TFunction, zone: TimeZone, about: RowsOf['about']): ColDef<OverviewRow>[] {
  const left = about === 'movements';
  return [
    textColumn({ id: 'name', title: t('fields.name'), width: 120 }, ({ person }) => person?.name ?? null),
    textColumn(
      { id: 'sex', title: t('fields.sex'), width: 80 },
      ({ person }) => person && t(`vocabulary.sexes.${person.sex}`),
    ),
    numberColumn({ id: 'age', title: t('ui.age'), width: 80 }, ({ person }) => person?.age ?? null),
    textColumn(
      { id: 'classification', title: t('fields.classification'), width: 130 },
      ({ person }) => person && t(`vocabulary.classifications.${person.classification}`),
    ),
    ...(about === 'beds'
      ? []
      : [
          textColumn<OverviewRow>(
            { id: 'bed', title: t('ui.bed'), width: 112 },
            ({ person }) => person?.bed ?? null,
          ),
          textColumn<OverviewRow>(
            { id: 'zone', title: t('overview.zone'), width: 90 },
            ({ person }) => person?.zone ?? null,
          ),
        ]),
    textColumn(
      { id: 'key', title: t('overview.figures.keyPatients'), width: 220 },
      ({ person }) => person && keyReasonWords(person.keyReasons, t),
    ),
    timeColumn(
      { id: 'arrivedAt', title: t('overview.columns.arrivedAt') },
      zone,
      ({ person }) => person?.arrivedAt ?? null,
    ),
    timeColumn(
      { id: 'leftAt', title: t('overview.columns.leftAt'), hide: !left },
      zone,
      ({ person }) => person?.leftAt ?? null,
    ),
    textColumn({ id: 'way', title: t('overview.columns.way'), width: 150, hide: !left }, ({ person }) =>
      person?.way ? t(`vocabulary.waysOfLeaving.${person.way}`) : null,
    ),
    textColumn(
      { id: 'destination', title: t('overview.columns.destination'), width: 180, hide: !left },
      ({ person }) => person?.destination ?? null,
    ),
    numberColumn({ id: 'number', title: t('ui.number'), width: 100 }, ({ person }) => person?.number ?? null),
  ];
}
