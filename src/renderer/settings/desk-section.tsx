import { Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/messages/fill.ts';
import { appearance } from '../desk/appearance.ts';
import { useHeld } from '../desk/kept.ts';
import { language, speak } from '../i18n/index.ts';
import type { Appearance } from '../ui/tokens.ts';

/** Each language is called as it calls itself. */
const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { value: Language; label: string }[];

const APPEARANCES = ['light', 'dark'] as const satisfies readonly Appearance[];

/** This desk alone: its language and its colours. They count at once. */
export function DeskSection() {
  const { t } = useTranslation();
  const mode = useHeld(appearance);
  const id = useId();
  return (
    <>
      <p className="desk-quiet">{t('settings.desk.hint')}</p>
      <div className="desk-rule">
        <span id={`${id}-language`}>{t('frame.language')}</span>
        <Radio.Group
          aria-labelledby={`${id}-language`}
          value={language()}
          options={[...LANGUAGES]}
          onChange={(event) => speak(event.target.value)}
        />
      </div>
      <div className="desk-rule">
        <span id={`${id}-colours`}>{t('settings.desk.colours')}</span>
        <Radio.Group
          aria-labelledby={`${id}-colours`}
          value={mode}
          options={APPEARANCES.map((one) => ({ value: one, label: t(`settings.desk.${one}`) }))}
          onChange={(event) => appearance.set(event.target.value)}
        />
      </div>
    </>
  );
}
