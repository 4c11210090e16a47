import { ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Member } from '#shared/contract/release-list.ts';
import { fill } from '#shared/messages/fill.ts';
import { language } from '../i18n/index.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { openPatient } from '../ways.ts';

/** Those who stand on the list and do not leave, with the reason; nothing where there is none. */
export function DroppedBand({ members, signed }: { members: readonly Member[]; signed: boolean }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const dropped = members.filter(({ state }) => state === 'dropped');
  if (dropped.length === 0) return null;
  const title = t(signed ? 'releases.dropped.title' : 'releases.dropped.titleOpen', {
    count: dropped.length,
  });
  return (
    <section className="desk-release-dropped" role="alert" aria-label={title}>
      <strong className="desk-release-dropped-title">
        <ExclamationCircleFilled aria-hidden /> {title}
      </strong>
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
