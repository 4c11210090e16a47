import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/messages/fill.ts';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zhCN };
  }
}

const isLanguage = (text: string | null): text is Language => text === 'zh-CN' || text === 'en';

const REMEMBERED = 'desk:language';

/** What was asked for at start (`?lang=`) comes before what was chosen last time. */
function initialLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const remembered = localStorage.getItem(REMEMBERED);
  return isLanguage(remembered) ? remembered : 'zh-CN';
}

export const language = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');

/** Switches every text at once and remembers it; a reload keeps it even where the start asked for another. */
export function speak(chosen: Language): void {
  localStorage.setItem(REMEMBERED, chosen);
  const url = new URL(location.href);
  if (url.searchParams.has('lang')) {
    url.searchParams.set('lang', chosen);
    history.replaceState(history.state, '', url);
  }
  void i18next.changeLanguage(chosen);
}

/** Marks that turn the direction of writing, which a name may bring along. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** React escapes, so <b> is shown as written; but a name must not turn the sentence around it. */
const kept = (value: unknown): string => {
  const text = String(value);
  return TURNS.test(text) ? `\u2068${text}\u2069` : text;
};

const tellDocument = () => {
  document.documentElement.lang = language();
  document.title = i18next.t('ui.product');
};

export function startLanguage(): void {
  i18next.on('languageChanged', tellDocument);
  void i18next.use(initReactI18next).init({
    lng: initialLanguage(),
    fallbackLng: false,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escape: kept },
    returnNull: false,
    initAsync: false,
  });
}
