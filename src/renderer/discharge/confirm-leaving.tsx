import { useTranslation } from 'react-i18next';
import type { Leaving } from '#shared/contract/discharges.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Act } from '../act.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice } from '../ui/notices.tsx';
import type { BatchRow } from './batch-draft.ts';

/** What was on the screen when somebody said "discharge": it is this that they confirm, not what came after. */
export interface Leavers {
  rows: readonly BatchRow[];
  leaving: Leaving;
  happenedAt: Instant | undefined;
}

interface Props {
  leavers: Leavers | null;
  act: Act<'discharges.commit'>;
  onGo(leavers: Leavers): void;
  onClose(): void;
}

/** Who leaves which bed, how and when, before it is done; then how far it has come. */
export function ConfirmLeaving({ leavers, act, onGo, onClose }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const rows = leavers?.rows ?? [];
  const staying = rows.filter(({ familyStaying }) => familyStaying.length > 0);
  const against = rows.filter(({ verdictWords }) => verdictWords !== null);
  const verb = t('discharge.go', { count: rows.length });
  return (
    <ConfirmConsequences
      open={leavers !== null}
      title={verb}
      verb={verb}
      busy={act.busy}
      consequences={rows.map((row) =>
        row.bed === ''
          ? t('discharge.confirm.noBed', { name: row.name, number: String(row.number) })
          : t('discharge.confirm.leaves', { name: row.name, bed: row.bed, days: String(row.daysInHouse) }),
      )}
      onGo={() => leavers && onGo(leavers)}
      onCancel={act.busy ? act.cancel : onClose}
    >
      {leavers && (
        <dl className="desk-facts">
          <dt>{t('discharge.way')}</dt>
          <dd>{t(`vocabulary.waysOfLeaving.${leavers.leaving.way}`)}</dd>
          {leavers.leaving.destination !== '' && (
            <>
              <dt>{t('discharge.destination')}</dt>
              <dd>{leavers.leaving.destination}</dd>
            </>
          )}
          {leavers.leaving.companion !== '' && (
            <>
              <dt>{t('discharge.companion')}</dt>
              <dd>{leavers.leaving.companion}</dd>
            </>
          )}
          <dt>{t('discharge.when')}</dt>
          <dd>{leavers.happenedAt ? timeOf(leavers.happenedAt) : t('discharge.now')}</dd>
        </dl>
      )}
      {against.length > 0 && (
        <Notice tone="warn">
          {t('discharge.confirm.againstRules', {
            count: against.length,
            names: against
              .slice(0, 5)
              .map(({ name }) => name)
              .join(t('ui.listComma')),
          })}
        </Notice>
      )}
      {staying.length > 0 && (
        <Notice tone="warn">
          {staying
            .slice(0, 5)
            .map((row) =>
              t('discharge.confirm.familyStays', {
                name: row.name,
                family: row.familyStaying.join(t('ui.listComma')),
              }),
            )
            .join(' ')}
          {staying.length > 5 && ` ${t('ui.consequences.more', { count: staying.length - 5 })}`}
        </Notice>
      )}
      {act.busy && <LongProgress progress={act.progress} fallback={t('progress.discharging')} />}
    </ConfirmConsequences>
  );
}
