import { WarningFilled } from '@ant-design/icons';
import { type CSSProperties, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { BANDS, MOVEMENTS, type Overview } from '#shared/contract/overview.ts';
import { localOf, minutesBetween } from '#shared/rules/instant.ts';
import { maskName } from '#shared/rules/mask-name.ts';
import { lockDesk } from '../people/lock.ts';
import { isSignInRequired } from '../people/session.ts';
import { narrow } from '../route.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { useNow, useSpans } from '../ui/time.ts';
import { customProperties, PALETTES } from '../ui/tokens.ts';
import { BED_PARTS, daySeries, hourWord } from './chart-series.ts';
import { StackChart } from './stack-chart.tsx';
import { useOverview } from './use-overview.ts';

const DARK = customProperties(PALETTES.dark) as CSSProperties;
const BIG = ['usable', 'emptyOnly', 'awaitingDisinfection'] as const;

/** One letter of the wall in pixels: as large as the window lets it be, on 768 lines as on 2160. */
const letterOf = () => Math.max(10, Math.min(innerHeight / 46, innerWidth / 82));
const onResize = (changed: () => void) => {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
};

/** For the wall: dark, large, names masked. Nothing to press, as nobody signs in at a wall and everybody reads it. */
export function WallView() {
  const { t } = useTranslation();
  const hospital = useHospital();
  const now = useNow(5_000);
  const letter = useSyncExternalStore(onResize, letterOf);
  const { shown, forecast, alerts } = useOverview();
  // Whoever comes to the wall is not whoever hung it up: they sign in before they see more.
  const leave = async () => {
    if (isSignInRequired() && (await lockDesk({ another: false })) !== null) return;
    narrow({ wall: undefined });
  };
  useKeys(t('frame.pages.overview'), [
    { keys: ['W', 'F', 'Escape'], does: t('overview.keys.leaveWall'), run: () => void leave() },
  ]);
  const { data } = shown;
  return (
    <div className="desk-wall" data-appearance="dark" style={{ ...DARK, fontSize: letter }}>
      <header>
        <h1>{hospital.name}</h1>
        {hospital.demo && (
          <strong className="desk-demo">
            <WarningFilled aria-hidden /> {t('frame.demo')}
          </strong>
        )}
        <time>{localOf(now, hospital.timeZone).slice(0, 16).replace('T', ' ')}</time>
        <button type="button" className="desk-wall-leave" onClick={() => void leave()}>
          {t('overview.wall.leave')} <kbd>Esc</kbd>
        </button>
      </header>
      <RefusedNotice refused={shown.refused} />
      {data && <Figures data={data} alerts={alerts} />}
      {data && <Zones data={data} />}
      {data && (
        <div className="desk-wall-low">
          <Day today={data.today} letter={letter} />
          <section aria-label={t('overview.forecast.title')}>
            <h2>{t('overview.forecast.title')}</h2>
            <table>
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
                {forecast.data?.horizons.map(({ hours, free }) => (
                  <tr key={hours}>
                    <th scope="row">{t('overview.forecast.hours', { hours })}</th>
                    {BANDS.map((band) => (
                      <td key={band} data-strong={band === 'likely'}>
                        {free[band]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            <p>{t('overview.wall.assumes', { minutes: forecast.data?.cleaningMinutes ?? '–' })}</p>
          </section>
        </div>
      )}
    </div>
  );
}

function Figures({ data, alerts }: { data: Overview; alerts: number | undefined }) {
  const { t } = useTranslation();
  const { span } = useSpans();
  const now = useNow();
  const { people, beds, longestWait } = data;
  const figures = [
    { name: 'inHouse' as const, value: people.inHouse, note: t('overview.ofBeds', { beds: beds.beds }) },
    ...BIG.map((name) => ({ name, value: beds[name], note: t('overview.beds') })),
    {
      name: 'waiting' as const,
      value: people.waiting,
      note: longestWait
        ? t('overview.longest', {
            name: maskName(longestWait.name),
            span: span(minutesBetween(longestWait.since, now) * 60_000),
          })
        : t('overview.nobodyWaits'),
    },
    { name: 'keyPatients' as const, value: people.keyPatients, note: t('overview.inHouseNote') },
    { name: 'alerts' as const, value: alerts ?? '–', note: t('overview.notSeen') },
  ];
  return (
    <dl className="desk-wall-figures">
      {figures.map(({ name, value, note }) => (
        <div key={name} data-name={name}>
          <dt>{t(`overview.figures.${name}`)}</dt>
          <dd className="desk-wall-big">{value}</dd>
          <dd>{note}</dd>
        </div>
      ))}
    </dl>
  );
}

function Zones({ data }: { data: Overview }) {
  const { t } = useTranslation();
  return (
    <table className="desk-wall-zones">
      <caption>{t('overview.byZone')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('overview.zone')}</th>
          {BED_PARTS.map((part) => (
            <th key={part} scope="col">
              {t(`overview.figures.${part}`)}
            </th>
          ))}
          <th scope="col">{t('overview.figures.keyPatients')}</th>
        </tr>
      </thead>
      <tbody>
        {data.zones.map(({ id, code, sexPolicy, beds, keyPatients }) => (
          <tr key={id}>
            <th scope="row">
              {code} {t(`vocabulary.sexPolicies.${sexPolicy}`)}
            </th>
            {BED_PARTS.map((part) => (
              <td key={part} data-part={part}>
                {beds[part]}
              </td>
            ))}
            <td>{keyPatients}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ today, letter }: { today: Overview['today']; letter: number }) {
  const { t, i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: its words change with the language
  const series = useMemo(() => daySeries(today.hours, t), [today.hours, t, i18n.language]);
  const categories = useMemo(() => today.hours.map(({ hour }) => hourWord(hour)), [today.hours]);
  const totals = MOVEMENTS.map((one) => `${t(`overview.figures.${one}`)} ${today.total[one]}`).join(' · ');
  return (
    <section aria-label={t('overview.today')}>
      <h2>
        {t('overview.today')} <span>{totals}</span>
      </h2>
      <StackChart label={totals} categories={categories} series={series} mode="dark" text={letter * 0.9} />
    </section>
  );
}
