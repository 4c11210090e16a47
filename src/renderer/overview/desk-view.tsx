import { Button } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AGE_GROUPS, type Overview } from '#shared/contract/overview.ts';
import { CLASSIFICATIONS, SEXES } from '#shared/contract/vocabulary.ts';
import { minutesBetween } from '#shared/rules/instant.ts';
import { go, hrefOf, narrow } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, Notice, RefusedNotice } from '../ui/notices.tsx';
import { useNow, useSpans } from '../ui/time.ts';
import { DayTable } from './day-table.tsx';
import { ForecastCard } from './forecast-card.tsx';
import { NumberLink } from './number-link.tsx';
import { PartsCard } from './parts-card.tsx';
import { useOverview } from './use-overview.ts';
import { ZoneTable } from './zone-table.tsx';

/** The dashboard of the desk: every number a link to its rows. */
export function DeskView() {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { shown, forecast, alerts } = useOverview();
  const wall = () => narrow({ wall: '1' });
  useKeys(t('frame.pages.overview'), [{ keys: 'W', does: t('overview.keys.wall'), run: wall }]);
  const { data } = shown;
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('frame.pages.overview')}</h1>
        {data && <span className="desk-quiet">{t('overview.asOf', { at: timeOf(data.at) })}</span>}
        <span className="desk-spread" />
        <Button onClick={wall}>
          {t('overview.wall.go')} <kbd>W</kbd>
        </Button>
      </div>
      <div className="desk-page-body desk-overview">
        <RefusedNotice refused={shown.refused ?? forecast.refused} />
        {!data && !shown.refused && <p className="desk-loading">{t('ui.loading')}</p>}
        {data && (
          <>
            <Headline data={data} alerts={alerts} />
            {!data.staffingKept && <Notice tone="warn">{t('overview.noShifts')}</Notice>}
            {data.people.inHouse === 0 && data.today.total.admitted === 0 && (
              <EmptyState title={t('overview.empty')} hint={t('overview.emptyHint')}>
                <Button onClick={() => go('admit')}>{t('frame.pages.admit')}</Button>
              </EmptyState>
            )}
            <ForecastCard forecast={forecast.data} refused={forecast.refused !== null} />
            <ZoneTable zones={data.zones} />
            <DayTable today={data.today} />
            <div className="desk-overview-parts">
              <PartsCard
                title={t('overview.bySex')}
                all={data.people.inHouse}
                parts={SEXES.map((sex) => ({
                  word: t(`vocabulary.sexes.${sex}`),
                  value: data.bySex[sex],
                  of: { about: 'people', figure: 'inHouse', sex },
                }))}
              />
              <PartsCard
                title={t('overview.byClassification')}
                all={data.people.inHouse}
                parts={CLASSIFICATIONS.map((classification) => ({
                  word: t(`vocabulary.classifications.${classification}`),
                  value: data.byClassification[classification],
                  of: { about: 'people', figure: 'inHouse', classification },
                }))}
              />
              <PartsCard
                title={t('overview.byAgeGroup')}
                all={data.people.inHouse}
                parts={AGE_GROUPS.map((ageGroup) => ({
                  word: t(`overview.ageGroups.${ageGroup}`),
                  value: data.byAgeGroup[ageGroup],
                  of: { about: 'people', figure: 'inHouse', ageGroup },
                }))}
              />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

const BED_TILES = ['usable', 'emptyOnly', 'reserved', 'awaitingDisinfection', 'outOfService'] as const;

/** What somebody on the telephone asks for first. */
function Headline({ data, alerts }: { data: Overview; alerts: number | undefined }) {
  const { t } = useTranslation();
  const { span } = useSpans();
  const now = useNow();
  const { people, beds, longestWait } = data;
  return (
    <dl className="desk-overview-tiles">
      <Tile name="inHouse" note={t('overview.ofBeds', { beds: beds.beds })}>
        <NumberLink
          says={t('overview.figures.inHouse')}
          value={people.inHouse}
          of={{ about: 'people', figure: 'inHouse' }}
        />
      </Tile>
      {BED_TILES.map((figure) => (
        <Tile
          key={figure}
          name={figure}
          note={figure === 'emptyOnly' ? whyEmpty(data, t) : t('overview.beds')}
        >
          <NumberLink
            says={t(`overview.figures.${figure}`)}
            value={beds[figure]}
            of={{ about: 'beds', figure }}
          />
        </Tile>
      ))}
      <Tile
        name="waiting"
        note={
          longestWait ? (
            <a href={hrefOf('patients', longestWait.stayId)}>
              {t('overview.longest', {
                name: longestWait.name,
                span: span(minutesBetween(longestWait.since, now) * 60_000),
              })}
            </a>
          ) : (
            t('overview.nobodyWaits')
          )
        }
      >
        <NumberLink
          says={t('overview.figures.waiting')}
          value={people.waiting}
          of={{ about: 'people', figure: 'waiting' }}
        />
      </Tile>
      <Tile name="keyPatients" note={t('overview.inHouseNote')}>
        <NumberLink
          says={t('overview.figures.keyPatients')}
          value={people.keyPatients}
          of={{ about: 'people', figure: 'keyPatients' }}
        />
      </Tile>
      <Tile name="alerts" note={t('overview.notSeen')}>
        <a
          className="desk-overview-number"
          href={hrefOf('alerts')}
          data-some={(alerts ?? 0) > 0}
          aria-label={t('overview.numberLink', { says: t('overview.figures.alerts'), value: alerts ?? '–' })}
        >
          {alerts ?? '–'}
        </a>
      </Tile>
    </dl>
  );
}

function whyEmpty({ beds }: Overview, t: TFunction): ReactNode {
  if (beds.emptyOnly === 0) return t('overview.beds');
  return (
    <>
      {t('overview.figures.unstaffed')}{' '}
      <NumberLink
        says={t('overview.figures.unstaffed')}
        value={beds.unstaffed}
        of={{ about: 'beds', figure: 'unstaffed' }}
      />{' '}
      · {t('overview.figures.notOpen')}{' '}
      <NumberLink
        says={t('overview.figures.notOpen')}
        value={beds.notOpen}
        of={{ about: 'beds', figure: 'notOpen' }}
      />
    </>
  );
}

interface TileProps {
  name: 'inHouse' | (typeof BED_TILES)[number] | 'waiting' | 'keyPatients' | 'alerts';
  note: ReactNode;
  children: ReactNode;
}

function Tile({ name, note, children }: TileProps) {
  const { t } = useTranslation();
  return (
    <div className="desk-overview-tile" data-name={name}>
      <dt>{t(`overview.figures.${name}`)}</dt>
      <dd>{children}</dd>
      <dd className="desk-overview-note">{note}</dd>
    </div>
  );
}
