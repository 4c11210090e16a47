import type { TFunction } from 'i18next';
import type { SettingChange, SettingField } from './setting-fields.ts';

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
