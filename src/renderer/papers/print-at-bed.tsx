import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import { PrintButton, PrintNews } from './print.tsx';
import { usePrint } from './use-print.ts';

const KINDS = ['bed-card', 'wristband'] as const;

/** At a bed: a new card or a new wristband for whoever lies in it. */
export function PrintAtBed({ stayId }: { stayId: StayId }) {
  const { t } = useTranslation();
  const printing = usePrint();
  return (
    <>
      <div className="desk-print-row">
        {KINDS.map((kind) => (
          <PrintButton key={kind} printing={printing} wanted={{ kind, stayIds: [stayId] }}>
            {t(`vocabulary.paperKinds.${kind}`)}
          </PrintButton>
        ))}
      </div>
      <PrintNews printing={printing} />
    </>
  );
}
