import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { tidyDocumentNumber } from '#shared/rules/id-card.ts';
import { type AdmitDraft, BLANK_DRAFT } from './admit-draft.ts';
import { afterEnter, type FieldName, focusField, isFieldName } from './field-order.ts';
import { readStrayScan } from './stray-scan.ts';
import type { AdmitForm } from './use-admit-form.ts';

/** A scanner that ends with carriage return and line feed presses Enter twice; the second one is nobody's. */
const SCANNER_BOUNCE_MS = 300;

const isBlank = (draft: AdmitDraft, field: FieldName): boolean =>
  JSON.stringify(draft[field]) === JSON.stringify(BLANK_DRAFT[field]);

interface Ways {
  /** The number was ended with Enter. */
  onNumber(): void;
  /** Whoever has this number is in house: the next scan takes its place. */
  isRefused(): boolean;
  toButton(): void;
  admit(): void;
}

/** What Enter does in the form: the next field that is still to be asked, at the end the admission. */
export function useEnter(form: AdmitForm, ways: Ways) {
  const scannedAt = useRef(0);
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement)) return;
    const field = target.closest<HTMLElement>('[data-field]')?.dataset.field;
    const isOpenList = target.getAttribute('aria-expanded') === 'true';
    if (!isFieldName(field) || isOpenList || target.closest('.desk-field-ways, .desk-provisional')) return;
    event.preventDefault();
    if (event.timeStamp - scannedAt.current < SCANNER_BOUNCE_MS) return event.stopPropagation();
    if (field !== 'birthDate' && field !== 'firstPositiveDate') event.stopPropagation();
    if (takeStrayScan(form, field, target)) {
      scannedAt.current = event.timeStamp;
      return moveOn(form, 'documentNumber', ways);
    }
    if (field === 'documentNumber') {
      scannedAt.current = event.timeStamp;
      ways.onNumber();
      if (!form.reading.ok && tidyDocumentNumber(form.draft.documentNumber) !== '') return;
    }
    // Whatever the field still holds back (a typed date) is settled before the form is looked at.
    setTimeout(() => moveOn(form, field, ways));
  };
}

function moveOn(form: AdmitForm, from: FieldName, ways: Ways): void {
  const draft = form.latest();
  const here = document.querySelector(`[data-field="${from}"] [aria-invalid="true"]`);
  if (here) return;
  const next = afterEnter(from, (field) => field === 'family' || isBlank(draft, field));
  if (from === 'documentNumber' && ways.isRefused()) focusField(from);
  else if (next.to === 'field') focusField(next.field);
  else if (next.to === 'button') ways.toButton();
  else ways.admit();
}

/** A scan into the name or the remarks belongs into the number. */
function takeStrayScan(form: AdmitForm, field: FieldName, target: HTMLElement): boolean {
  if (field === 'documentNumber' || !(target instanceof HTMLInputElement)) return false;
  const scan = readStrayScan(target.value, form.today);
  if (!scan || typeof form.draft[field as keyof AdmitDraft] !== 'string') return false;
  form.change({ [field]: scan.rest });
  form.setDocument({ documentType: 'resident-id', documentNumber: scan.id });
  return true;
}
