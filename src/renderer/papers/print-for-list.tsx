import { useTranslation } from 'react-i18next';
import type { Member } from '#shared/contract/release-list.ts';
import type { ReleaseListId } from '#shared/contract/values.ts';
import { useKeys } from '../ui/keys.ts';
import { PrintButton, PrintNews } from './print.tsx';
import { usePrint } from './use-print.ts';

interface Props {
  listId: ReleaseListId;
  members: readonly Member[];
  /** Certificates are printed once doctor and nurse have signed. */
  signed: boolean;
}

/** Papers for a whole list: certificates and summaries of all who leave by it, and the districts' lists. */
export function PrintForList({ listId, members, signed }: Props) {
  const { t } = useTranslation();
  const printing = usePrint();
  const stayIds = members.filter(({ state }) => state !== 'dropped').map(({ stayId }) => stayId);
  const some = stayIds.length > 0;
  const certificate = t('vocabulary.paperKinds.certificate');
  useKeys(t('papers.title'), [
    {
      keys: 'Ctrl+P',
      does: t('papers.print', { paper: certificate }),
      run: () => void printing.print({ kind: 'certificate', stayIds }),
      when: some && signed,
    },
    {
      keys: 'Ctrl+Shift+P',
      does: t('papers.districtLists'),
      run: () => void printing.print({ listId }),
      when: some,
    },
  ]);
  return (
    <>
      <PrintNews printing={printing} />
      <PrintButton printing={printing} wanted={{ listId }} keys="Ctrl+Shift+P" disabled={!some}>
        {t('papers.districtLists')}
      </PrintButton>
      <div className="desk-print-row">
        <PrintButton
          printing={printing}
          wanted={{ kind: 'certificate', stayIds }}
          keys="Ctrl+P"
          disabled={!some || !signed}
        >
          {certificate}
        </PrintButton>
        <PrintButton
          printing={printing}
          wanted={{ kind: 'discharge-summary', stayIds }}
          disabled={!some || !signed}
        >
          {t('vocabulary.paperKinds.discharge-summary')}
        </PrintButton>
      </div>
    </>
  );
}
