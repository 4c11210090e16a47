import type { TFunction } from 'i18next';
import type { HistoryEntry } from '#shared/contract/stays.ts';
import { fieldText, isField } from '../patient/field-text.ts';
import { historyOfSettings } from '../settings/setting-words.ts';

/** What an act changed, field by field, in words. */
export function changesOf({ changes }: HistoryEntry, t: TFunction): string[] {
  const empty = t('history.empty');
  const fields = changes.flatMap(({ field, before, after }) =>
    isField(field)
      ? [
          t('settings.change', {
            what: t(`fields.${field}`),
            before: fieldText(field, before, t) || empty,
            after: fieldText(field, after, t) || empty,
          }),
        ]
      : [],
  );
  const results = changes.flatMap(({ field, before, after }) =>
    field === 'natResult'
      ? [
          t('settings.change', {
            what: t('tests.fields.result'),
            before: before ?? empty,
            after: after ?? empty,
          }),
        ]
      : [],
  );
  return [...fields, ...results, ...historyOfSettings(changes, t)];
}
