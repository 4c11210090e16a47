import { takeKeyboard } from '../ui/keyboard.ts';

/** The fields in the order in which a nurse asks. */
const FIELD_ORDER = [
  'documentNumber',
  'name',
  'sex',
  'birthDate',
  'phone',
  'address',
  'district',
  'street',
  'firstPositiveDate',
  'classification',
  'conditions',
  'mobility',
  'vaccineDoses',
  'needs',
  'family',
  'companions',
  'emergencyContact',
  'emergencyPhone',
  'remarks',
] as const;
export type FieldName = (typeof FIELD_ORDER)[number];

/** Enter stops at these while they are empty; Tab goes through all. */
const MATTERS: ReadonlySet<FieldName> = new Set([
  'name',
  'sex',
  'birthDate',
  'phone',
  'address',
  'classification',
  'conditions',
]);

const LAST_THAT_MATTERS = FIELD_ORDER.indexOf('conditions');

/** Where Enter leads: to the next field that is still to be asked, to the button, or to the admission itself. */
export type AfterEnter = { to: 'field'; field: FieldName } | { to: 'button' } | { to: 'admission' };

/**
 * From the document number the way never leads straight to the admission: a scanner types its Enter by itself,
 * and nobody has looked at the bed yet.
 */
export function afterEnter(from: FieldName, isEmpty: (field: FieldName) => boolean): AfterEnter {
  const at = FIELD_ORDER.indexOf(from);
  const next = FIELD_ORDER.slice(at + 1).find((field) => MATTERS.has(field) && isEmpty(field));
  if (next) return { to: 'field', field: next };
  return at >= LAST_THAT_MATTERS ? { to: 'admission' } : { to: 'button' };
}

export const isFieldName = (text: string | undefined): text is FieldName =>
  FIELD_ORDER.some((field) => field === text);

const STOPS = 'input:not([disabled]), textarea:not([disabled]), button[tabindex="0"]:not([disabled])';

/** Puts the cursor into a field, with its text selected so that a scan replaces it. */
export function focusField(field: FieldName): void {
  const stops = document.querySelectorAll<HTMLElement>(`[data-field="${field}"] :is(${STOPS})`);
  const stop = [...stops].find((one) => !one.closest('.desk-field-label'));
  takeKeyboard(stop);
  if (stop instanceof HTMLInputElement && stop === document.activeElement) stop.select();
}
