import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MOVEMENTS, type Overview } from '#shared/contract/overview.ts';
import { appearance } from '../desk/appearance.ts';
import { useHeld } from '../desk/kept.ts';
import { SIZES } from '../ui/tokens.ts';
import { daySeries, hourWord } from './chart-series.ts';
import { NumberLink } from './number-link.tsx';
import { StackChart } from './stack-chart.tsx';

/** Who came and left today, hour by hour; the picture, and the table that says the same. */
export function DayTable({ today }: { today: Overview['today'] }) {
  const { t, i18n } = useTranslation();
  const mode = useHeld(appearance);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its words change with the language
  const series = useMemo(() => daySeries(today.hours, t), [today.hours, t, i18n.language]);
  const categories = useMemo(() => today.hours.map(({ hour }) => hourWord(hour)), [today.hours]);
  return (
    <section className="desk-overview-card" aria-label={t('overview.today')}>
      <div className="desk-overview-scroll">
        <table className="desk-overview-table desk-overview-hours">
          <caption>
            {t('overview.today')} <span className="desk-quiet">{today.day}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('overview.hour')}</th>
              <th scope="col">{t('overview.wholeDay')}</th>
              {categories.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MOVEMENTS.map((figure) => (
              <tr key={figure}>
                <th scope="row">{t(`overview.figures.${figure}`)}</th>
                <td>
                  <NumberLink
                    says={`${t('overview.today')} ${t(`overview.figures.${figure}`)}`}
                    value={today.total[figure]}
                    of={{ about: 'movements', figure }}
                  />
                </td>
                {today.hours.map(({ hour, counts }) => (
                  <td key={hour}>
                    {counts[figure] > 0 && (
                      <NumberLink
                        says={t('overview.atHour', { hour, figure: t(`overview.figures.${figure}`) })}
                        value={counts[figure]}
                        of={{ about: 'movements', figure, hour }}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StackChart
        label={t('overview.todaySays')}
        categories={categories}
        series={series}
        mode={mode}
        text={SIZES.small}
      />
    </section>
  );
}
