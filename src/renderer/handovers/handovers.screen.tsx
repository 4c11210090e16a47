import { useTranslation } from 'react-i18next';
import type { HandoverId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { PrintButton, PrintNews, usePrint } from '../papers/print.tsx';
import { go, useRoute } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { DraftView } from './draft-view.tsx';
import { SignedView } from './signed-view.tsx';
import { ZoneRail } from './zone-rail.tsx';
import './handovers.css';

/** Shift handovers: the zones with how far each has come, and what the open one hands over or has handed over. */
export default function HandoversScreen() {
  const { t } = useTranslation();
  const route = useRoute();
  const { data, refused } = useWard('handovers.list', {}, { keep: true });
  const printing = usePrint();
  const zones = data?.zones ?? [];
  const zone = zones.find(({ zoneId }) => zoneId === route.open) ?? zones[0];
  const step = (by: number) => {
    const at = zones.findIndex(({ zoneId }) => zoneId === zone?.zoneId);
    const to = zones[Math.min(Math.max(at + by, 0), zones.length - 1)];
    if (to) go('handovers', to.zoneId);
  };
  useKeys(t('handovers.title'), [
    { keys: 'ArrowUp', does: t('handovers.keys.up'), run: () => step(-1), when: zones.length > 0 },
    { keys: 'ArrowDown', does: t('handovers.keys.down'), run: () => step(1), when: zones.length > 0 },
  ]);
  const isSigned = ({ state }: (typeof zones)[number]) => state === 'given' || state === 'taken';
  const everything = {
    handoverIds: zones.flatMap((one) => (isSigned(one) && one.latest ? [one.latest.handoverId] : [])),
    unsigned: zones
      .filter((one) => !isSigned(one))
      .flatMap(({ zoneId }) => (data ? [{ zoneId, ...data.proposed }] : [])),
  };
  const asked = route.query.get('handover') as HandoverId | null;
  const signed = zone && isSigned(zone) ? zone.latest : null;
  const shown = asked ?? (route.query.get('period') ? null : (signed?.handoverId ?? null));
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('handovers.title')}</h1>
        <span className="desk-spread" />
        <PrintButton printing={printing} wanted={everything} disabled={zones.length === 0}>
          {t('handovers.printAll')}
        </PrintButton>
      </div>
      <div className="desk-page-body desk-handovers">
        <RefusedNotice refused={refused} />
        <PrintNews printing={printing} />
        {!data && !refused && <p className="desk-loading">{t('ui.loading')}</p>}
        {data && zones.length === 0 && (
          <EmptyState title={t('handovers.empty.title')} hint={t('handovers.empty.hint')} />
        )}
        {data && zone && (
          <>
            <ZoneRail zones={zones} open={zone.zoneId} />
            {shown ? (
              <SignedView key={shown} handoverId={shown} zone={zone} past={shown !== signed?.handoverId} />
            ) : (
              <DraftView key={zone.zoneId} list={data} zone={zone} />
            )}
          </>
        )}
      </div>
    </div>
  );
}
