import { CheckCircleFilled, ClockCircleOutlined, EditOutlined, MinusOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverState } from '#shared/contract/handovers.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { ZoneId } from '#shared/contract/values.ts';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { PlaceName } from '../ui/place-name.tsx';

export type HandoverZone = OutputOf<'handovers.list'>['zones'][number];

const SIGNS: Readonly<Record<HandoverState, ReactNode>> = {
  'not-begun': <MinusOutlined aria-hidden />,
  notes: <EditOutlined aria-hidden />,
  given: <ClockCircleOutlined aria-hidden />,
  taken: <CheckCircleFilled aria-hidden />,
};

/** Every zone with how far its shift has been handed over, and who did it last. */
export function ZoneRail({ zones, open }: { zones: readonly HandoverZone[]; open: ZoneId }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  return (
    <nav className="desk-handover-zones" aria-label={t('handovers.zones')}>
      {zones.map(({ zoneId, code, name, state, notes, latest }) => (
        <a
          key={zoneId}
          href={hrefOf('handovers', zoneId)}
          className="desk-handover-zone"
          aria-current={zoneId === open}
        >
          <span className="desk-handover-zone-head">
            <PlaceName code={code} name={name} />
          </span>
          <span className="desk-handover-state" data-state={state}>
            {SIGNS[state]} {t(`handovers.states.${state}`)}
          </span>
          {notes > 0 && <span className="desk-quiet">{t('handovers.openNotes', { count: notes })}</span>}
          {latest && (
            <span className="desk-quiet">
              {t('handovers.lastBy', {
                giver: latest.giver,
                taker: latest.taker ?? t('handovers.nobody'),
                at: timeOf(latest.to).slice(5),
              })}
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
