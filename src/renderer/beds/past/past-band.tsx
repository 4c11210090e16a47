import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { useTimeOf } from '../../ui/hospital.tsx';

/** Says that the plan is one of the past, what it told then, and that nothing can be done in it. */
export function PastBand({ board, isLate }: { board: OutputOf<'beds.board'>; isLate: boolean }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { counts } = board;
  return (
    <div className="desk-past-band" role="status" aria-busy={isLate}>
      <strong>{t('layers.past.asOf', { at: timeOf(board.at) })}</strong>
      <span>
        {t('layers.past.figures', {
          inBeds: counts.occupied,
          free: counts.available,
          cleaning: counts.awaitingDisinfection,
        })}
      </span>
      <span className="desk-quiet">{t('layers.past.noActs')}</span>
    </div>
  );
}
