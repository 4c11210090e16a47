import { useTranslation } from 'react-i18next';
import { TEAMS } from '#shared/contract/clinical-vocabulary.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useNow, useSpans } from '../ui/time.ts';
import { clockOf } from './shift-times.ts';
import type { ShiftsPage } from './use-shifts-page.ts';

interface Props {
  onNow: OutputOf<'shifts.onNow'>;
  codes: ShiftsPage['codes'];
}

/** Who is on duty at this moment, group by group, and until when. */
export function OnNow({ onNow, codes }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const now = useNow();
  const { span } = useSpans();
  const { shift, after, people } = onNow;
  const clocks = ({ from, to }: typeof shift) => ({
    from: clockOf(from, timeZone),
    to: clockOf(to, timeZone),
  });
  return (
    <section className="desk-shift-now" aria-label={t('shifts.now.title')}>
      <h2>
        {t('shifts.now.title')} {t('shifts.now.shift', clocks(shift))}
      </h2>
      <p>
        {t('shifts.now.left', { left: span(millisOf(shift.to) - millisOf(now)) })} ·{' '}
        {t('shifts.now.people', { count: people.length })} ·{' '}
        <span className="desk-quiet">{t('shifts.now.next', clocks(after))}</span>
      </p>
      {people.length === 0 && <p>{t('shifts.now.nobody')}</p>}
      <dl>
        {TEAMS.map((group) => {
          const own = people.filter((one) => one.group === group);
          if (own.length === 0) return null;
          return (
            <div key={group}>
              <dt>
                {t(`vocabulary.teams.${group}`)} {own.length}
              </dt>
              <dd>
                {own.map(({ dutyId, name, zoneId }) => (
                  <span key={dutyId} className="desk-shift-on">
                    {name}{' '}
                    <span className="desk-quiet">
                      {zoneId === null ? t('shifts.everywhere') : codes.zone(zoneId)}
                    </span>
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
