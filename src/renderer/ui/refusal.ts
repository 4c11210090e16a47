import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RefusalView } from '#shared/contract/refusal.ts';
import { CLOSURE_REASONS } from '#shared/contract/vocabulary.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import { REFUSALS } from '#shared/messages/refusals.ts';
import { NO_ANSWER, type Refused } from '../client.ts';
import { zhCN } from '../i18n/zh-CN/index.ts';
import { actTitle } from './act-sentence.ts';

const ID_FAULTS = Object.keys(zhCN.ui.idFaults) as (keyof typeof zhCN.ui.idFaults)[];

/** A word that the main process sent as a code, in the reader's language; anything else as it stands. */
function wordOf(name: string, value: string, t: TFunction): string {
  const fault = ID_FAULTS.find((one) => one === value);
  if (name === 'problem' && fault) return t(`ui.idFaults.${fault}`);
  const closure = CLOSURE_REASONS.find((one) => one === value);
  if (name === 'reason' && closure) return t(`vocabulary.closureReasons.${closure}`);
  if (name === 'what') return actTitle(value, t);
  return value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}$/, '$1 $2');
}

/** What is wrong and the way out, for the person in front of the screen. */
export function refusalSentence(refusal: RefusalView, language: Language, t: TFunction): string {
  const sentence = Object.entries(REFUSALS).find(([code]) => code === refusal.code)?.[1];
  if (!sentence) return refusal.code;
  const words = Object.entries(refusal.params).map(([name, value]) => [name, wordOf(name, value, t)]);
  return fill(sentence, language, Object.fromEntries(words));
}

export function refusedSentence(refused: Refused, language: Language, t: TFunction): string {
  if (refused.kind === 'refused') return refusalSentence(refused.refusal, language, t);
  return refused.id === NO_ANSWER ? t('ui.noAnswer') : t('ui.defect', { id: refused.id });
}

/** How to say an answer that is no success, in the language of the screen. */
export function useRefusedSentence(): (refused: Refused) => string {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (refused) => refusedSentence(refused, language, t);
}
