import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HomeCheck } from '#shared/contract/home.ts';

/** 36.5 ℃ · 咳嗽 · 核酸阴性 */
export function checkWords(check: HomeCheck, t: TFunction): string {
  if (!check.reached) return [t('home.notReached'), check.note].filter(Boolean).join(' · ');
  const symptoms = check.symptoms
    .map((symptom) => t(`vocabulary.symptoms.${symptom}`))
    .join(t('ui.listComma'));
  return [
    check.temperature === null ? '' : `${check.temperature.toFixed(1)} ℃`,
    symptoms || t('home.fine'),
    check.nat === 'none' ? '' : t(`home.${check.nat}`),
    check.note,
  ]
    .filter(Boolean)
    .join(' · ');
}

export function useCheckWords(): (check: HomeCheck) => string {
  const { t } = useTranslation();
  return (check) => checkWords(check, t);
}
