import { useTranslation } from 'react-i18next';
import type { ConvoyView } from '#shared/contract/convoys.ts';
import { useAct } from '../act.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { convoyName } from './convoy-order.ts';

/** Takes an announced bus off the list, with the reason. */
export function CancelConvoy({ convoy, onClose }: { convoy: ConvoyView | null; onClose(): void }) {
  const { t } = useTranslation();
  const cancel = useAct('convoys.cancel');
  const what = (bus: ConvoyView) =>
    t('convoys.cancel.what', { bus: convoyName(bus), people: t('ui.people', { count: bus.people }) });
  const go = async (reason: string) =>
    convoy !== null && (await cancel.run({ convoyId: convoy.convoyId }, { reason, quiet: true })).ok;
  return (
    <ReasonDialog
      open={convoy !== null}
      title={t('convoys.cancel.title')}
      verb={t('convoys.cancel.verb')}
      consequences={convoy ? [what(convoy)] : []}
      example={t('convoys.cancel.reasonExample')}
      act={cancel}
      onGo={go}
      onClose={onClose}
    />
  );
}
