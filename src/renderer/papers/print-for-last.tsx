import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import { useKeys } from '../ui/keys.ts';
import { PrintButton, PrintNews } from './print.tsx';
import { usePrint } from './use-print.ts';

/** Who was just admitted gets a wristband, and the bed a card: one key each, with the next person in the form. */
export function PrintForLast({
  last,
}: {
  last: { stayId: StayId; name: string; bed: string | null } | null;
}) {
  const { t } = useTranslation();
  const printing = usePrint();
  const papers = [
    { kind: 'wristband', keys: 'Alt+P', when: last !== null },
    { kind: 'bed-card', keys: 'Alt+K', when: last?.bed != null },
  ] as const;
  const wordsOf = (kind: (typeof papers)[number]['kind']) =>
    t('papers.print', { paper: t(`vocabulary.paperKinds.${kind}`) });
  useKeys(
    t('admit.title'),
    papers.map(({ kind, keys, when }) => ({
      keys,
      does: wordsOf(kind),
      run: () => void (last && printing.print({ kind, stayIds: [last.stayId] })),
      when,
    })),
  );
  if (!last) return null;
  return (
    <div className="desk-print-last">
      <span className="desk-quiet">{t('papers.forLast', { name: last.name })}</span>
      <div className="desk-print-row">
        {papers.map(({ kind, keys, when }) => (
          <PrintButton
            key={kind}
            printing={printing}
            wanted={{ kind, stayIds: [last.stayId] }}
            keys={keys}
            disabled={!when}
          >
            {t(`vocabulary.paperKinds.${kind}`)}
          </PrintButton>
        ))}
      </div>
      <PrintNews printing={printing} />
    </div>
  );
}
