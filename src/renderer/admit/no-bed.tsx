import { useTranslation } from 'react-i18next';
import { isInstant } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { Notice } from '../ui/notices.tsx';
import { type BedDecision, nextFree } from './bed-choice-rules.ts';
import { BedReasons } from './bed-reasons.tsx';

/** No bed: why, and where the next free ones will come from. The patient can be admitted all the same. */
export function NoBed({ decision }: { decision: Extract<BedDecision, { kind: 'gone' | 'none' }> }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const board = useWard('beds.board', {});
  if (decision.kind === 'gone') {
    const { bed, occupant } = decision;
    return (
      <Notice tone="warn">
        {occupant === ''
          ? t('admit.bed.gone', { bed: bed.bed })
          : t('admit.bed.taken', { bed: bed.bed, name: occupant })}
      </Notice>
    );
  }
  const next = board.data ? nextFree(board.data) : null;
  const full = decision.reasons.some(({ code }) => code === 'no-free-bed' || code === 'classification-full');
  return (
    <Notice tone="warn">
      <strong>{t('admit.bed.none')}</strong>
      <BedReasons reasons={[]} warnings={decision.reasons} />
      {full && next && next.count > 0 && (
        <a href={hrefOf('beds', null, { state: 'awaitingDisinfection' })}>
          {t('admit.bed.nextFree', {
            beds: t('ui.beds', { count: next.count }),
            at: next.readyAt && isInstant(next.readyAt) ? timeOf(next.readyAt) : '–',
          })}
        </a>
      )}
      <p>{t('admit.bed.noneHint')}</p>
    </Notice>
  );
}
