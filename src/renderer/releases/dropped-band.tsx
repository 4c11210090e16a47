import { ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListState, Member } from '#shared/contract/release-list.ts';
import type { StayId } from '#shared/contract/values.ts';
import { fill } from '#shared/messages/fill.ts';
import { language } from '../i18n/index.ts';
import { Allowed } from '../people/allowed.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { openPatient } from '../ways.ts';

interface Props {
  members: readonly Member[];
  state: ListState;
  /** Null where they cannot be taken off: a list with a signature stays as it is. */
  onTakeOff: ((stayIds: StayId[]) => void) | null;
}

/**
 * Those who stand on the list and do not leave, with the reason; nothing where there is none. Nobody signs a list
 * with them on it: one button takes them all off.
 */
export function DroppedBand({ members, state, onTakeOff }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const dropped = members.filter(({ state }) => state === 'dropped');
  if (dropped.length === 0) return null;
  const signed = state === 'signed-once' || state === 'signed';
  const title = t(signed ? 'releases.dropped.title' : 'releases.dropped.titleOpen', {
    count: dropped.length,
  });
  return (
    <section className="desk-release-dropped" role="alert" aria-label={title}>
      <strong className="desk-release-dropped-title">
        <ExclamationCircleFilled aria-hidden /> {title}
      </strong>
      {onTakeOff && (
        <p>
          <Allowed to="releases.setMembers">
            <Button onClick={() => onTakeOff(dropped.map(({ stayId }) => stayId))}>
              {t('releases.dropped.takeOff', { count: dropped.length })} <kbd>Shift+Del</kbd>
            </Button>
          </Allowed>{' '}
          {t('releases.dropped.first')}
        </p>
      )}
      {state === 'signed-once' && <p>{t('releases.dropped.withdrawFirst')}</p>}
      <ul>
        {dropped.map((one) => (
          <li key={one.stayId}>
            <button type="button" onClick={() => openPatient(one.stayId)}>
              <strong>{one.name}</strong> {one.bed}
            </button>
            <span>{one.reason && fill(one.reason, language())}</span>
            {one.since && (
              <span className="desk-quiet">
                {t('releases.dropped.since', { at: timeOf(one.since).slice(5) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
