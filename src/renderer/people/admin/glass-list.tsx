import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.ts';
import { useWard } from '../../client.ts';
import { useTimeOf } from '../../ui/hospital.tsx';
import { RefusedNotice } from '../../ui/notices.tsx';
import { useSession } from '../session.ts';
import '../glass.css';

const A_WEEK_MS = 7 * 86_400_000;

/** Break-glass of the last week and all that nobody has looked at: who, when, why, how much was done. */
export function GlassList() {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { person } = useSession();
  const [since] = useState(() => new Date(Date.now() - A_WEEK_MS).toISOString());
  const { data, refused } = useWard('people.breakGlasses', { since });
  const see = useAct('people.seeBreakGlass');
  return (
    <section aria-label={t('people.glass.list')}>
      <h3>{t('people.glass.list')}</h3>
      <RefusedNotice refused={refused} />
      {data?.length === 0 && <p className="desk-quiet">{t('people.glass.none')}</p>}
      <ul className="desk-glass-list">
        {(data ?? []).map(({ id, operatorId, name, from, to, reason, acts, seen }) => (
          <li key={id} data-seen={seen !== null}>
            <div>
              <strong>{name}</strong>{' '}
              <span>{t('people.glass.period', { from: timeOf(from), to: timeOf(to).slice(11) })}</span> ·{' '}
              <span>{t('people.glass.acts', { count: acts })}</span>
              <p>{reason}</p>
            </div>
            {seen ? (
              <span className="desk-quiet">
                {t('people.glass.seenBy', { who: seen.who, at: timeOf(seen.at).slice(5) })}
              </span>
            ) : operatorId === person?.operatorId ? (
              <span className="desk-quiet">{t('people.glass.own')}</span>
            ) : (
              <Button
                aria-label={t('people.glass.seeNamed', { name })}
                disabled={see.busy}
                onClick={() => void see.run({ id })}
              >
                {t('people.glass.see')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusedNotice refused={see.refused} />
    </section>
  );
}
