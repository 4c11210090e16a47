import { useTranslation } from 'react-i18next';
import type { RowsOf } from '#shared/contract/overview.ts';
import { useWard } from '../client.ts';

/** What a number counts, in words: 可用空床 · A 区. */
export function useNumberTitle(of: RowsOf): string {
  const { t } = useTranslation();
  const plan = useWard('beds.plan', {});
  const parts: string[] = [t(`overview.figures.${of.figure}`)];
  if (of.about === 'movements') {
    parts.unshift(t('overview.today'));
    if (of.hour !== undefined) parts.push(t('overview.hourSpan', { from: of.hour, to: of.hour + 1 }));
    return parts.join(' · ');
  }
  const zone = plan.data?.zones.find(({ id }) => id === of.zoneId)?.code;
  const unit = plan.data?.careUnits.find(({ id }) => id === of.careUnitId)?.code;
  if (of.about === 'people') {
    if (of.sex) parts.push(t(`vocabulary.sexes.${of.sex}`));
    if (of.classification) parts.push(t(`vocabulary.classifications.${of.classification}`));
    if (of.ageGroup) parts.push(t(`overview.ageGroups.${of.ageGroup}`));
  }
  if (zone) parts.push(`${t('overview.zone')} ${zone}`);
  if (unit) parts.push(`${t('overview.columns.unit')} ${unit}`);
  return parts.join(' · ');
}
