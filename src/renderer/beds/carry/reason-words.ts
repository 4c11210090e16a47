import { useTranslation } from 'react-i18next';
import type { ReasonView } from '#shared/contract/allocation.ts';
import { allocationReasonText } from '#shared/messages/allocation-reasons.ts';
import type { Language } from '#shared/messages/fill.ts';

/** How to say why a bed was chosen, or what speaks against it. */
export function useReasonText(): (reason: ReasonView) => string {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (reason) => allocationReasonText(reason, language);
}
