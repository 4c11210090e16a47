import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import { type Admitted, whereNow } from './just-admitted.ts';

/** The last ten of this desk, each with where they are now. */
export function AdmittedList({ latest }: { latest: readonly Admitted[] }) {
  const { t } = useTranslation();
  const board = useWard('beds.board', {});
  const plan = useWard('beds.plan', {});
  const waiting = useWard('stays.list', { scope: 'waiting' });
  const where = useMemo(
    () =>
      board.data && plan.data && waiting.data
        ? whereNow(
            latest.map(({ stayId }) => stayId),
            board.data,
            plan.data,
            waiting.data,
          )
        : null,
    [latest, board.data, plan.data, waiting.data],
  );
  if (latest.length === 0) return <p className="desk-quiet">{t('admit.latest.none')}</p>;
  return (
    <ol className="desk-admitted-list">
      {latest.map(({ stayId, name, number, bed }) => {
        const now =
          where?.get(stayId) ?? (bed === null ? { at: 'waiting' as const } : { at: 'bed' as const, bed });
        return (
          <li key={stayId} data-gone={now.at === 'gone'}>
            <a href={hrefOf('patients', stayId)}>
              <bdi className="desk-admitted-name">{name}</bdi>
              <span className="desk-quiet">{number}</span>
              <strong>
                {now.at === 'bed'
                  ? now.bed
                  : t(now.at === 'gone' ? 'admit.latest.gone' : 'admit.bed.waiting')}
              </strong>
            </a>
          </li>
        );
      })}
    </ol>
  );
}
