import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import { AlertMark } from '../ui/state-mark.tsx';

/** What is wrong with this patient now, in the head of the page; a link to the rounds. */
export function AlertFlags({ stayId }: { stayId: StayId }) {
  const { t } = useTranslation();
  const { data } = useWard('alerts.open', { stayId });
  const serious = data?.alerts.filter(({ level }) => level !== 'notice') ?? [];
  if (serious.length === 0) return null;
  const words = serious.map(({ kind }) => t(`vocabulary.alertKinds.${kind}`)).join(t('ui.listComma'));
  return (
    <a className="desk-flag" data-alert href={hrefOf('patients', stayId, { view: 'rounds' })}>
      <AlertMark label={t('alerts.title')} /> {words}
    </a>
  );
}
