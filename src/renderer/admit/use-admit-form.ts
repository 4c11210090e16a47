import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentReading } from '#shared/rules/identity-document.ts';
import { type LocalDate, localDateOf } from '#shared/rules/instant.ts';
import { useDraft } from '../desk/draft.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useNow } from '../ui/time.ts';
import {
  type AdmitDraft,
  ageOf,
  BLANK_DRAFT,
  hasAnything,
  readingOf,
  withAddress,
  withDocument,
} from './admit-draft.ts';
import { focusField } from './field-order.ts';

export interface AdmitForm {
  /** Counts the patients: fields forget what they held back for the former one. */
  round: number;
  draft: AdmitDraft;
  reading: DocumentReading;
  today: LocalDate;
  age: number | null;
  /** The document itself tells it, so that nobody types over it. */
  told: { sex: boolean; birthDate: boolean };
  /** Somebody's number came while the form still holds what was typed for another one. */
  mixed: boolean;
  change(change: Partial<AdmitDraft>): void;
  setDocument(change: Partial<Pick<AdmitDraft, 'documentType' | 'documentNumber'>>): void;
  setAddress(address: string): void;
  /** The number cannot be read now: it goes into the remarks, and the identity is completed later. */
  putNumberAside(): void;
  /** Empties the form; of a mixed one the number stays. */
  startAnew(): void;
  /** The form as it was before it was emptied by hand. */
  bringBack: (() => void) | null;
  /** The draft as it is now, also within one event. */
  latest(): AdmitDraft;
  clear(): void;
}

/** The form of the page: what was typed survives everything but the admission. */
export function useAdmitForm(): AdmitForm {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const today = localDateOf(useNow(), timeZone);
  const [draft, keep, clearDraft] = useDraft('admit', BLANK_DRAFT);
  const [round, setRound] = useState(0);
  const [lastNumber, setLastNumber] = useState('');
  const [emptied, setEmptied] = useState<AdmitDraft | null>(null);
  const held = useRef(draft);
  useLayoutEffect(() => {
    held.current = draft;
  });
  /** Two changes within one event: the second one stands on the first. */
  const change = useCallback(
    (some: Partial<AdmitDraft>) => {
      held.current = { ...held.current, ...some };
      keep(some);
    },
    [keep],
  );
  const reading = useMemo(() => readingOf(draft, today), [draft, today]);
  // Kinds that tell a birth date have one length: while others are typed, each further sign is a whole number.
  const number = reading.ok && reading.birthDate !== null ? reading.number : null;

  const clear = useCallback(() => {
    clearDraft();
    setRound((n) => n + 1);
    setLastNumber('');
    setEmptied(null);
  }, [clearDraft]);
  const isMixed =
    number !== null && lastNumber !== '' && number !== lastNumber && draft.name !== '' && !draft.filled.name;

  return {
    round,
    draft,
    reading,
    today,
    age: ageOf({ birthDate: (reading.ok && reading.birthDate) || draft.birthDate }, today),
    told: {
      sex: reading.ok && reading.sex !== null,
      birthDate: reading.ok && reading.birthDate !== null,
    },
    mixed: isMixed,
    change,
    setDocument: (typed) => {
      if (number !== null && draft.name !== '') setLastNumber(number);
      change(withDocument(held.current, typed, today));
    },
    setAddress: (address) => change(withAddress(held.current, address)),
    putNumberAside: () => {
      const { documentNumber, remarks } = draft;
      const note = t('admit.document.putAside', { number: documentNumber.trim() });
      const next = withDocument(draft, { documentNumber: '' }, today);
      change({ ...next, provisional: true, remarks: [remarks, note].filter(Boolean).join('\n') });
      focusField('name');
    },
    startAnew: () => {
      setEmptied(hasAnything(draft) ? draft : null);
      setLastNumber('');
      setRound((n) => n + 1);
      const { documentType, documentNumber } = draft;
      if (isMixed) change(withDocument(BLANK_DRAFT, { documentType, documentNumber }, today));
      else clearDraft();
      setTimeout(() => focusField(isMixed ? 'name' : 'documentNumber'));
    },
    bringBack: emptied
      ? () => {
          change(emptied);
          setEmptied(null);
        }
      : null,
    latest: () => held.current,
    clear,
  };
}
