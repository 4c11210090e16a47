import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneId } from '#shared/contract/values.ts';
import type { ZoneRow } from '#shared/contract/zones.ts';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { takeKeyboard } from '../ui/keyboard.ts';
import { LifeLine } from './life-line.tsx';

interface Props {
  zones: readonly ZoneRow[];
  open: ZoneId | null;
}

/**
 * Every zone with where it stands in its life; the open one is shown beside the list. The keyboard stands on it, unless
 * somebody works elsewhere on the page.
 */
export function ZoneList({ zones, open }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const isFree = activeElement === document.body || list.current?.contains(activeElement);
    if (open !== null && isFree)
      takeKeyboard(list.current?.querySelector<HTMLElement>('[aria-current=true]'));
  }, [open]);
  return (
    <ul className="desk-zones-list" ref={list}>
      {zones.map((zone) => (
        <li key={zone.zoneId}>
          <a
            className="desk-zone-card"
            href={hrefOf('zones', zone.zoneId)}
            aria-current={zone.zoneId === open ? 'true' : undefined}
          >
            <span className="desk-zone-head">
              <strong>{zone.name}</strong>
              <span className="desk-zone-state" data-state={zone.state}>
                {t(`vocabulary.zoneStates.${zone.state}`)}
              </span>
              <span className="desk-quiet">
                {zone.since === null
                  ? t('zones.sinceBeginning')
                  : t('zones.since', { at: timeOf(zone.since).slice(5), by: zone.by })}
              </span>
              <span className="desk-spread" />
              <span>{t('zones.inHouse', { count: zone.inHouse })}</span>
              <span>{t('zones.free', { free: zone.counts.available, total: zone.counts.total })}</span>
            </span>
            <LifeLine state={zone.state} />
          </a>
        </li>
      ))}
    </ul>
  );
}
