import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/messages/fill.ts';
import { language, speak } from '../i18n/index.ts';

/** Each language is called as it calls itself. */
const NAMES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'EN' },
] as const satisfies readonly { value: Language; label: string }[];

export function LanguageSwitch() {
  const { t } = useTranslation();
  return (
    <Segmented<Language>
      aria-label={t('frame.language')}
      value={language()}
      options={[...NAMES]}
      onChange={speak}
    />
  );
}
