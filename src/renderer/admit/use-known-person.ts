import { useEffect } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { DocumentReading } from '#shared/rules/identity-document.ts';
import { useWard } from '../client.ts';
import { type AdmitDraft, withRecord } from './admit-draft.ts';

export type KnownPerson = NonNullable<OutputOf<'stays.byDocument'>>;

/**
 * Who the document belongs to, said as soon as the number is whole, and true as long as it stands there. What
 * is known of somebody who was here before is filled in once.
 */
export function useKnownPerson(
  draft: AdmitDraft,
  reading: DocumentReading,
  change: (next: AdmitDraft) => void,
): KnownPerson | null {
  const number = reading.ok ? reading.number : null;
  const documentType = reading.ok ? reading.type : draft.documentType;
  const { data, isFormer } = useWard(
    'stays.byDocument',
    { documentType, documentNumber: number ?? '-' },
    { enabled: number !== null },
  );
  const known = number === null || isFormer ? null : (data ?? null);
  useEffect(() => {
    if (number === null || !known || known.inHouse || draft.recalled === number) return;
    change(withRecord(draft, known.details, number));
  }, [known, number, draft, change]);
  return known;
}
