import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import type { DrainPerson, ZoneRow } from '#shared/contract/zones.ts';
import { useWard } from '../client.ts';
import { language } from '../i18n/index.ts';
import { WardGrid } from '../ui/grid.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { openPatient } from '../ways.ts';
import { drainColumns } from './drain-columns.ts';
import { MovesPanel } from './moves-panel.tsx';

/** Who is in the zone, bed by bed, and when each may leave; and where they could move. */
export function DrainPanel({ zone }: { zone: ZoneRow }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { data, refused } = useWard('zones.drainList', { zoneId: zone.zoneId }, { keep: true });
  const [ticked, setTicked] = useState<readonly DrainPerson[]>([]);
  const [moving, setMoving] = useState<StayId[] | null>(null);
  const spoken = language();
  const columns = useMemo(() => drainColumns(t, timeZone, spoken), [t, timeZone, spoken]);
  const people = data?.people ?? [];
  const stopped = zone.state === 'stop-admissions' || zone.state === 'draining';
  const here = new Set(people.map(({ stayId }) => stayId));
  const chosen = ticked.filter(({ stayId }) => here.has(stayId));
  const wanted = chosen.length > 0 ? chosen : people;
  const may = stopped && wanted.length > 0 && moving === null;
  const propose = () => setMoving(wanted.map(({ stayId }) => stayId));
  useKeys(t('zones.title'), [{ keys: 'M', does: t('zones.keys.propose'), run: propose, when: may }]);
  const back = () => {
    setMoving(null);
    setTicked([]);
  };
  if (moving !== null) return <MovesPanel zone={zone} stayIds={moving} onDone={back} onLeave={back} />;
  if (data && people.length === 0)
    return (
      <EmptyState
        title={t('zones.drain.nobody.title')}
        hint={stopped ? t('zones.drain.nobody.hint') : undefined}
      />
    );
  return (
    <>
      <div className="desk-zone-panel-head">
        <h3>{t('zones.drain.title')}</h3>
        <span>{t('ui.people', { count: people.length })}</span>
      </div>
      <RefusedNotice refused={refused} />
      <WardGrid<DrainPerson>
        key={String(stopped)}
        name="drain"
        label={t('zones.drain.titleOf', { zone: zone.code })}
        rows={refused ? [] : data?.people}
        columns={columns}
        rowId={({ stayId }) => stayId}
        onOpen={({ stayId }) => openPatient(stayId)}
        onChosen={setTicked}
        plain={!stopped}
        tools={
          stopped && (
            <Button type="primary" ghost disabled={!may} onClick={propose}>
              {t('zones.drain.propose', { count: wanted.length })} <kbd>M</kbd>
            </Button>
          )
        }
      />
    </>
  );
}
