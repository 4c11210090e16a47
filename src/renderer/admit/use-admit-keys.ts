import { useTranslation } from 'react-i18next';
import { useKeys } from '../ui/keys.ts';
import { isProvisional } from './admit-draft.ts';
import { toggledBed } from './bed-choice-rules.ts';
import { BED_BOX } from './bed-panel.tsx';
import { DOCUMENT_TYPE_BOX } from './document-part.tsx';
import { focusField } from './field-order.ts';
import type { AdmitPage } from './use-admit-page.ts';

/** The keys of the page. Letters belong to the fields, so all of them are with Alt or Ctrl. */
export function useAdmitKeys(page: AdmitPage): void {
  const { t } = useTranslation();
  const { form, proposed, someone } = page;
  const { draft, change } = form;
  const { last } = page.desk;
  const sameFamily = () => {
    if (last) change({ family: { stayId: last.stayId, name: last.name } });
    else focusField('family');
  };
  const unknownPerson = () => {
    const provisional = !isProvisional(draft);
    change({ provisional, ...(provisional && page.nameMissing ? { name: t('admit.name.unknown') } : {}) });
    // Behind the word that was put there, for the bus and the seat.
    setTimeout(() => {
      focusField('name');
      if (document.activeElement instanceof HTMLInputElement)
        document.activeElement.setSelectionRange(-1, -1);
    });
  };
  const others = proposed.proposal?.best?.alternatives ?? [];
  useKeys(t('admit.title'), [
    { keys: 'Ctrl+Enter', does: t('admit.keys.admit'), run: () => page.admit('here') },
    ...others.map(({ bedId, bed }, index) => ({
      keys: `Alt+${index + 1}`,
      does: t('admit.keys.other', { n: index + 1 }),
      run: () => change(toggledBed(draft, { bedId, bed })),
    })),
    { keys: 'Alt+0', does: t('admit.bed.toWaiting'), run: () => change({ toWaiting: !draft.toWaiting }) },
    { keys: 'Alt+B', does: t('admit.bed.byCode'), run: () => document.getElementById(BED_BOX)?.click() },
    { keys: 'Alt+M', does: t('admit.bed.onBoard'), run: () => page.admit('board'), when: someone },
    {
      keys: 'Alt+D',
      does: t('admit.keys.document'),
      run: () => document.getElementById(DOCUMENT_TYPE_BOX)?.focus(),
    },
    { keys: 'Alt+U', does: t('admit.keys.unknown'), run: unknownPerson },
    { keys: 'Alt+F', does: t('admit.keys.family'), run: sameFamily },
    { keys: 'Alt+N', does: t('admit.keys.anew'), run: page.startAnew },
  ]);
}
