import { useTranslation } from 'react-i18next';
import type { ZoneId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';

/** Handovers of a zone, the latest first, those withdrawn among them. */
export function HandoverHistory({ zoneId }: { zoneId: ZoneId }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { data, refused } = useWard('handovers.history', { zoneId }, { keep: true });
  return (
    <section className="desk-handover-history" aria-label={t('handovers.history')}>
      <h3>{t('handovers.history')}</h3>
      <RefusedNotice refused={refused} />
      {data?.handovers.length === 0 && <p className="desk-quiet">{t('handovers.historyNone')}</p>}
      {data && data.handovers.length > 0 && (
        <table>
          <thead>
            <tr>
              {(['period', 'giver', 'taker', 'people', 'standing'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`handovers.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.handovers.map((one) => (
              <tr key={one.handoverId}>
                <th scope="row">
                  <a href={hrefOf('handovers', zoneId, { handover: one.handoverId })}>
                    {t('handovers.period', { from: timeOf(one.from), to: timeOf(one.to) })}
                  </a>
                </th>
                <td>{one.giver}</td>
                <td>{one.taker ?? t('handovers.nobody')}</td>
                <td>
                  {one.opening} → {one.closing}
                </td>
                <td>
                  {one.withdrawn
                    ? t('handovers.withdrawnShort')
                    : t(`handovers.states.${one.taker === null ? 'given' : 'taken'}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
