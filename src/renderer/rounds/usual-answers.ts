import type { FormField, SignsDraft } from './signs-draft.ts';

/** The fields that are typed; the others are chosen. */
export const TEXT_FIELDS = [
  'temperature',
  'pulse',
  'respiratoryRate',
  'spo2',
  'oxygenFlow',
  'pressure',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What Enter takes for the answer where nobody gave one, once anything was measured. */
export function usualOf(field: FormField, draft: SignsDraft): Partial<SignsDraft> {
  const measured = TEXT_FIELDS.some((one) => draft[one].trim() !== '');
  if (!measured) return {};
  switch (field) {
    case 'oxygen':
      return draft.oxygen === '' ? { oxygen: 'air' } : {};
    case 'consciousness':
      return draft.consciousness === '' ? { consciousness: 'alert' } : {};
    case 'symptoms':
      return { asked: true };
    case 'trend':
      return draft.trend === '' ? { trend: 'same' } : {};
    default:
      return {};
  }
}
