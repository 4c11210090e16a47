import { useTranslation } from 'react-i18next';
import { BANDS, type Forecast } from '#shared/contract/overview.ts';
import { NumberLink } from './number-link.tsx';

interface Props {
  forecast: Forecast | undefined;
  refused: boolean;
}

/** Beds that will free, as a band, with what that supposes. */
export function ForecastCard({ forecast, refused }: Props) {
  const { t } = useTranslation();
  return (
    <section className="desk-overview-card desk-overview-forecast" aria-label={t('overview.forecast.title')}>
      <table className="desk-overview-table">
        <caption>{t('overview.forecast.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('overview.forecast.within')}</th>
            {BANDS.map((band) => (
              <th key={band} scope="col">
                {t(`overview.forecast.bands.${band}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {forecast?.horizons.map(({ hours, free }) => (
            <tr key={hours}>
              <th scope="row">{t('overview.forecast.hours', { hours })}</th>
              {BANDS.map((band) => (
                <td key={band}>
                  <NumberLink
                    says={t('overview.forecast.says', { hours, band: t(`overview.forecast.bands.${band}`) })}
                    value={free[band]}
                    of={{ about: 'free', hours, band }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {forecast ? <Assumptions forecast={forecast} /> : !refused && <p>{t('ui.loading')}</p>}
    </section>
  );
}

export function Assumptions({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const { cleaningMinutes, signedLists, leftOut } = forecast;
  return (
    <ul className="desk-overview-assumptions">
      <li>{t('overview.forecast.assumes.cleaning', { minutes: cleaningMinutes })}</li>
      <li>
        {signedLists.length > 0
          ? t('overview.forecast.assumes.low', { days: signedLists.join(t('ui.listComma')) })
          : t('overview.forecast.assumes.lowNoList')}
      </li>
      <li>{t('overview.forecast.assumes.likely')}</li>
      <li>{t('overview.forecast.assumes.high')}</li>
      <li>{t('overview.forecast.assumes.leftOut', { closed: leftOut.closed, held: leftOut.held })}</li>
    </ul>
  );
}
