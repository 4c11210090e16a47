import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { go, useRoute } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { firstMoment, useAgainAt } from './again-at.ts';
import { ZoneList } from './zone-list.tsx';
import { ZoneSide } from './zone-side.tsx';
import './zones.css';

/** Readiness and closing of zones: all of them with their lives on the left, the open one on the right. */
export default function ZonesScreen() {
  const { t } = useTranslation();
  const route = useRoute();
  const { data, refused, isPending, refetch } = useWard('zones.list', {});
  const zones = data ?? [];
  useAgainAt(firstMoment(zones), refetch);
  const open = zones.find(({ zoneId }) => zoneId === route.open) ?? zones[0];
  // In the list of those inside the arrows walk from row to row.
  const step = (by: number, { target }: KeyboardEvent) => {
    if (target instanceof Element && target.closest('.desk-grid')) return;
    const at = zones.findIndex(({ zoneId }) => zoneId === open?.zoneId);
    const to = zones[Math.min(Math.max(at + by, 0), zones.length - 1)];
    if (to) go('zones', to.zoneId);
  };
  useKeys(t('zones.title'), [
    { keys: 'ArrowUp', does: t('zones.keys.up'), run: (event) => step(-1, event), when: zones.length > 0 },
    { keys: 'ArrowDown', does: t('zones.keys.down'), run: (event) => step(1, event), when: zones.length > 0 },
  ]);
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('zones.title')}</h1>
      </div>
      <div className="desk-page-body desk-zones">
        <RefusedNotice refused={refused} />
        {!isPending && zones.length === 0 ? (
          <EmptyState title={t('zones.empty.title')} hint={t('zones.empty.hint')} />
        ) : (
          <>
            <ZoneList zones={zones} open={open?.zoneId ?? null} />
            {open && <ZoneSide key={open.zoneId} zone={open} />}
          </>
        )}
      </div>
    </div>
  );
}
