import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { NO_ANSWER, type RefusalView, WORKER_ENDED } from '#shared/contract/refusal.ts';
import type { Language } from '#shared/messages/fill.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import type { Refused } from '../client.ts';
import { actTitle } from './act-sentence.ts';

/** What is wrong and the way out, for the person in front of the screen. */
export const refusalSentence = (refusal: RefusalView, language: Language, t: TFunction): string =>
  sayRefusal(refusal, language, (name, value) => (name === 'what' ? actTitle(value, t) : value));

function refusedSentence(refused: Refused, language: Language, t: TFunction): string {
  if (refused.kind === 'refused') return refusalSentence(refused.refusal, language, t);
  if (refused.id === WORKER_ENDED) return t('ui.workerEnded');
  return refused.id === NO_ANSWER ? t('ui.noAnswer') : t('ui.defect', { id: refused.id });
}

/** How to say an answer that is no success, in the language of the screen. */
export function useRefusedSentence(): (refused: Refused) => string {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (refused) => refusedSentence(refused, language, t);
}
