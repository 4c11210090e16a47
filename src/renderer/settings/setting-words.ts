import type { TFunction } from 'i18next';
import { DEFAULT_SETTINGS, hospitalSettings } from '#shared/contract/hospital-settings.ts';
import type { HistoryEntry } from '#shared/contract/stays.ts';
import { differences, flatten, type SettingChange, type SettingField } from './setting-fields.ts';

export const settingTitle = (field: SettingField, t: TFunction): string => t(`settings.fields.${field}`);

/** A value as people say it: 60 分钟, 不混住. */
export function settingValue(field: SettingField, value: string, t: TFunction): string {
  switch (field) {
    case 'disinfectionMinutes':
      return t('settings.units.minutes', { n: value });
    case 'childAge':
    case 'adultAge':
    case 'frailAge':
      return t('settings.units.years', { n: value });
    case 'reservePerZone':
      return t('settings.units.beds', { n: value });
    case 'mixClassifications':
      return value === 'allowed' || value === 'not-in-a-unit' ? t(`settings.choices.${value}`) : value;
    case 'unknownSex':
      return value === 'family-zone' || value === 'by-hand' ? t(`settings.choices.${value}`) : value;
    case 'fill':
      return value === 'even' || value === 'one-by-one' ? t(`settings.choices.${value}`) : value;
    default:
      return value;
  }
}

/** `每区预留空床：2 床 → 5 床` */
export const changeSentence = ({ field, before, after }: SettingChange, t: TFunction): string =>
  t('settings.change', {
    what: settingTitle(field, t),
    before: settingValue(field, before, t),
    after: settingValue(field, after, t),
  });

/** What an act of the history changed; it keeps whole settings as JSON, which nobody can read. */
export function historyOfSettings(changes: HistoryEntry['changes'], t: TFunction): string[] {
  return changes.flatMap(({ field, before, after }) => {
    const [was, is] = [readOne(field, before), readOne(field, after)];
    return was && is ? differences(was, is).map((change) => changeSentence(change, t)) : [];
  });
}

function readOne(field: string, json: string | null) {
  if (json === null) return null;
  try {
    const read = hospitalSettings.safeParse({ ...DEFAULT_SETTINGS, [field]: JSON.parse(json) });
    return read.success ? flatten(read.data) : null;
  } catch {
    return null;
  }
}
