import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { BedState } from '#shared/contract/vocabulary.ts';
import { useTimeOf } from '../../ui/hospital.tsx';

const STATES = [
  'occupied',
  'available',
  'reserved',
  'awaitingDisinfection',
  'outOfService',
] as const satisfies readonly BedState[];

/** Says that the plan is one of the past, what it told then, and that nothing can be done in it. */
export function PastBand({ board, isLate }: { board: OutputOf<'beds.board'>; isLate: boolean }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { counts } = board;
  return (
    <div className="desk-past-band" role="status" aria-busy={isLate}>
      <strong>{t('layers.past.asOf', { at: timeOf(board.at) })}</strong>
      <dl>
        {STATES.map((state) => (
          <div key={state} data-state={state}>
            <dt>{t(`vocabulary.bedStates.${state}`)}</dt>
            <dd>{counts[state]}</dd>
          </div>
        ))}
      </dl>
      <span className="desk-quiet">{t('layers.past.noActs')}</span>
    </div>
  );
}
