import { useTranslation } from 'react-i18next';
import { zhCN } from '../i18n/zh-CN/index.ts';

const STEPS = Object.keys(zhCN.progress) as (keyof typeof zhCN.progress)[];

/** The word for a step of long work; a step that has none yet is "working". */
export function useProgressWord(): (step: string) => string {
  const { t } = useTranslation();
  return (step) => t(`progress.${STEPS.find((one) => one === step) ?? 'working'}`);
}
