import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedFigure, ZoneFigures } from '#shared/contract/overview.ts';
import type { ZoneId } from '#shared/contract/values.ts';
import { appearance } from '../desk/appearance.ts';
import { useHeld } from '../desk/kept.ts';
import { SIZES } from '../ui/tokens.ts';
import { BED_PARTS, zoneSeries } from './chart-series.ts';
import { NumberLink } from './number-link.tsx';
import { StackChart } from './stack-chart.tsx';

const COLUMNS = ['beds', ...BED_PARTS] as const satisfies readonly BedFigure[];

type Place = { zoneId: ZoneId } | { careUnitId: ZoneFigures['units'][number]['id'] };

/** Every zone, opened to its care units; the picture says the same at a glance. */
export function ZoneTable({ zones }: { zones: readonly ZoneFigures[] }) {
  const { t, i18n } = useTranslation();
  const mode = useHeld(appearance);
  const [open, setOpen] = useState<ZoneId | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its words change with the language
  const series = useMemo(() => zoneSeries([...zones], t), [zones, t, i18n.language]);
  const categories = useMemo(() => zones.map(({ code }) => code), [zones]);
  const numbers = (
    place: Place,
    code: string,
    { beds, keyPatients }: Pick<ZoneFigures, 'beds' | 'keyPatients'>,
  ) => (
    <>
      {COLUMNS.map((figure) => (
        <td key={figure}>
          <NumberLink
            says={`${code} ${t(`overview.figures.${figure}`)}`}
            value={beds[figure]}
            of={{ about: 'beds', figure, ...place }}
          />
        </td>
      ))}
      <td>
        <NumberLink
          says={`${code} ${t('overview.figures.keyPatients')}`}
          value={keyPatients}
          of={{ about: 'people', figure: 'keyPatients', ...place }}
        />
      </td>
    </>
  );
  return (
    <section className="desk-overview-card desk-overview-split" aria-label={t('overview.byZone')}>
      <div className="desk-overview-scroll">
        <table className="desk-overview-table">
          <caption>{t('overview.byZone')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('overview.zone')}</th>
              {COLUMNS.map((figure) => (
                <th key={figure} scope="col">
                  {t(`overview.figures.${figure}`)}
                </th>
              ))}
              <th scope="col">{t('overview.figures.keyPatients')}</th>
            </tr>
          </thead>
          {zones.map((zone) => (
            <tbody key={zone.id}>
              <tr>
                <th scope="row">
                  <Button
                    type="text"
                    aria-expanded={open === zone.id}
                    onClick={() => setOpen(open === zone.id ? null : zone.id)}
                  >
                    <span aria-hidden>{open === zone.id ? '▾' : '▸'}</span> {zone.code}{' '}
                    {t(`vocabulary.sexPolicies.${zone.sexPolicy}`)}
                  </Button>
                </th>
                {numbers({ zoneId: zone.id }, zone.code, zone)}
              </tr>
              {open === zone.id &&
                zone.units.map((unit) => (
                  <tr key={unit.id} className="desk-overview-unit">
                    <th scope="row">{unit.code}</th>
                    {numbers({ careUnitId: unit.id }, unit.code, unit)}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </div>
      <StackChart
        label={t('overview.byZoneSays')}
        categories={categories}
        series={series}
        mode={mode}
        text={SIZES.small}
        lying
      />
    </section>
  );
}
