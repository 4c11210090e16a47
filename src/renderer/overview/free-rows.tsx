import type { ColDef } from 'ag-grid-community';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FreeingBed } from '#shared/contract/overview.ts';
import { freeBy } from '#shared/rules/free-by.ts';
import { useWard } from '../client.ts';
import { WardGrid } from '../ui/grid.tsx';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';
import { useHospital } from '../ui/hospital.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { openBed, openPatient } from '../ways.ts';
import { Assumptions } from './forecast-card.tsx';
import type { FreeOf } from './number-address.ts';
import { RowsPage } from './rows-page.tsx';

/** The beds behind one end of the band, when each is free and why. */
export function FreeRows({ of }: { of: FreeOf }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { hours, band } = of;
  const { data, refused } = useWard('overview.forecast', {}, { seldom: true });
  const rows = useMemo(() => {
    const until = data?.horizons.find((one) => one.hours === hours)?.until;
    return until && data.beds.filter((bed) => freeBy(bed, band, until));
  }, [data, hours, band]);
  const columns = useMemo(
    (): ColDef<FreeingBed>[] => [
      textColumn({ id: 'code', title: t('ui.bed'), width: 112, pinned: 'left' }, ({ code }) => code),
      textColumn({ id: 'why', title: t('overview.forecast.why'), width: 240 }, ({ why }) =>
        t(`overview.forecast.whys.${why}`),
      ),
      textColumn({ id: 'name', title: t('fields.name'), width: 120 }, ({ person }) => person?.name ?? null),
      timeColumn({ id: 'low', title: t('overview.forecast.bands.low') }, timeZone, ({ low }) => low),
      timeColumn(
        { id: 'likely', title: t('overview.forecast.bands.likely') },
        timeZone,
        ({ likely }) => likely,
      ),
      timeColumn({ id: 'high', title: t('overview.forecast.bands.high') }, timeZone, ({ high }) => high),
      textColumn({ id: 'zone', title: t('overview.zone'), width: 90 }, ({ zone }) => zone),
      textColumn({ id: 'unit', title: t('overview.columns.unit'), width: 110 }, ({ unit }) => unit),
      numberColumn(
        { id: 'number', title: t('ui.number'), width: 100 },
        ({ person }) => person?.number ?? null,
      ),
    ],
    [t, timeZone],
  );
  const title = t('overview.forecast.says', { hours, band: t(`overview.forecast.bands.${band}`) });
  return (
    <RowsPage title={title} count={rows?.length}>
      <RefusedNotice refused={refused} />
      {data && <Assumptions forecast={data} />}
      <WardGrid<FreeingBed>
        name="overview-free"
        label={title}
        rows={refused ? [] : rows}
        columns={columns}
        rowId={({ id }) => id}
        onOpen={({ id, person }) => (person ? openPatient(person.stayId) : openBed(id))}
        plain
        empty={<EmptyState title={t('overview.noRows')} />}
      />
    </RowsPage>
  );
}
