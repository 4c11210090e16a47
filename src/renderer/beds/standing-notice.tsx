import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BedCounts, BedView } from '#shared/contract/beds.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { go } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import type { Floor } from './board/floor.ts';
import { minutesLeft } from './board/minutes-left.ts';

interface Props {
  floor: Floor;
  views: readonly (BedView | undefined)[];
  counts: BedCounts;
  waiting: number;
  now: number;
  onReady(): void;
  onBed(index: number): void;
}

/** Where the next free bed comes from once there is none, and what to do first while there is nobody. */
export function StandingNotice(props: Props) {
  const { counts, waiting } = props;
  if (counts.total === 0) return null;
  if (counts.available === 0) return <Full {...props} />;
  const isEmpty = counts.occupied === 0 && counts.reserved === 0 && counts.awaitingDisinfection === 0;
  return isEmpty && waiting === 0 ? <Empty counts={counts} /> : null;
}

function Full({ floor, views, counts, now, onReady, onBed }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const dirty = views.flatMap((view, index) =>
    view?.state === 'awaitingDisinfection' && view.disinfection
      ? [{ index, readyAt: view.disinfection.readyAt }]
      : [],
  );
  const ready = dirty.filter(({ readyAt }) => minutesLeft(readyAt, now) === 0);
  const [next] = dirty
    .filter(({ readyAt }) => minutesLeft(readyAt, now) > 0)
    .sort((a, b) => millisOf(a.readyAt) - millisOf(b.readyAt));
  return (
    <div className="desk-beds-standing" role="status">
      <strong>{t('beds.full.title', { taken: counts.total - counts.available, total: counts.total })}</strong>
      <span>{t('beds.full.dirty', { count: dirty.length })}</span>
      {ready.length > 0 && (
        <Button type="primary" onClick={onReady}>
          {t('beds.signOff.ready', { count: ready.length })} <kbd>Shift+F</kbd>
        </Button>
      )}
      {next && (
        <span>
          {t('beds.full.next', {
            at: timeOf(next.readyAt).slice(11),
            minutes: minutesLeft(next.readyAt, now),
          })}{' '}
          <button type="button" className="desk-link" onClick={() => onBed(next.index)}>
            {floor.beds[next.index]?.code}
          </button>
        </span>
      )}
      {dirty.length === 0 && <span>{t('beds.full.discharge')}</span>}
      {counts.reserved + counts.outOfService > 0 && (
        <span className="desk-quiet">
          {t('beds.full.others', { reserved: counts.reserved, closed: counts.outOfService })}
        </span>
      )}
    </div>
  );
}

function Empty({ counts }: { counts: BedCounts }) {
  const { t } = useTranslation();
  return (
    <div className="desk-beds-standing" data-tone="plain" role="status">
      <strong>{t('beds.empty.title', { free: counts.available })}</strong>
      <span className="desk-quiet">{t('beds.empty.hint')}</span>
      <Button type="primary" onClick={() => go('admit')}>
        {t('frame.pages.admit')} <kbd>F2</kbd>
      </Button>
      <Button onClick={() => go('roster')}>
        {t('patients.empty.roster')} <kbd>F3</kbd>
      </Button>
    </div>
  );
}
