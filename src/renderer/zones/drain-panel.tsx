import { TeamOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import type { DrainPerson, ZoneRow } from '#shared/contract/zones.ts';
import { useWard } from '../client.ts';
import { language } from '../i18n/index.ts';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { MovesPanel } from './moves-panel.tsx';

/** Who is in the zone, bed by bed, and when each may leave; and where they could move. */
export function DrainPanel({ zone }: { zone: ZoneRow }) {
  const { t } = useTranslation();
  const { data, refused, isPending } = useWard('zones.drainList', { zoneId: zone.zoneId }, { keep: true });
  const [chosen, setChosen] = useState<ReadonlySet<StayId>>(new Set());
  const [moving, setMoving] = useState<StayId[] | null>(null);
  const people = data?.people ?? [];
  const stopped = zone.state === 'stop-admissions' || zone.state === 'draining';
  const wanted = people.filter(({ stayId }) => chosen.size === 0 || chosen.has(stayId));
  const may = stopped && wanted.length > 0 && moving === null;
  const propose = () => setMoving(wanted.map(({ stayId }) => stayId));
  useKeys(t('zones.title'), [{ keys: 'M', does: t('zones.keys.propose'), run: propose, when: may }]);
  if (moving !== null)
    return (
      <MovesPanel
        zone={zone}
        stayIds={moving}
        onDone={() => setMoving(null)}
        onLeave={() => setMoving(null)}
      />
    );
  if (!isPending && people.length === 0)
    return (
      <EmptyState
        title={t('zones.drain.nobody.title')}
        hint={stopped ? t('zones.drain.nobody.hint') : undefined}
      />
    );
  const toggle = (stayId: StayId) =>
    setChosen(
      (was) => new Set(was.has(stayId) ? [...was].filter((one) => one !== stayId) : [...was, stayId]),
    );
  return (
    <>
      <div className="desk-zone-panel-head">
        <h3>{t('zones.drain.title')}</h3>
        <span>{t('ui.people', { count: people.length })}</span>
        <span className="desk-spread" />
        {stopped && (
          <Button type="primary" ghost disabled={!may} onClick={propose}>
            {t('zones.drain.propose', { count: wanted.length })} <kbd>M</kbd>
          </Button>
        )}
      </div>
      <RefusedNotice refused={refused} />
      <table className="desk-drain">
        <thead>
          <tr>
            {stopped && <td />}
            <th scope="col">{t('zones.drain.bed')}</th>
            <th scope="col">{t('zones.drain.name')}</th>
            <th scope="col">{t('zones.drain.may')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.stayId}>
              {stopped && (
                <td>
                  <Checkbox
                    checked={chosen.has(person.stayId)}
                    aria-label={t('zones.drain.choose', { name: person.name })}
                    onChange={() => toggle(person.stayId)}
                  />
                </td>
              )}
              <PersonCells person={person} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function PersonCells({ person }: { person: DrainPerson }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { verdict, earliest, next } = person;
  const may =
    verdict === 'eligible'
      ? t('zones.drain.now')
      : earliest === null
        ? t('zones.drain.unclear')
        : t('zones.drain.from', { at: timeOf(earliest).slice(5) });
  return (
    <>
      <td>{person.bed}</td>
      <td>
        <a
          href={hrefOf('patients', person.stayId)}
          aria-label={t('zones.drain.openPatient', { name: person.name })}
        >
          <bdi>{person.name}</bdi>
        </a>
        {person.family && (
          <span className="desk-quiet">
            {' '}
            <TeamOutlined aria-hidden /> {t('zones.drain.family')}
          </span>
        )}
      </td>
      <td>
        <strong>{may}</strong>
        {next && verdict !== 'eligible' && (
          <div className="desk-quiet">{language() === 'en' ? next.en : next.zh}</div>
        )}
      </td>
    </>
  );
}
