import { WarningFilled } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/messages/fill.ts';
import { AlertBadge } from '../alerts/alert-badge.tsx';
import { language, speak } from '../i18n/index.ts';
import { useHospital } from '../ui/hospital.tsx';
import { CensusStrip } from './census-strip.tsx';
import { OperatorButton } from './operator-picker.tsx';
import { SearchBox } from './search-box.tsx';

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

/** Where one is, how things stand, the way to anybody, and who acts. */
export function TopBar() {
  const { t } = useTranslation();
  const hospital = useHospital();
  return (
    <header className="desk-top" data-demo={hospital.demo}>
      <div className="desk-hospital">
        <strong title={hospital.name}>{hospital.name}</strong>
        {hospital.demo && (
          <span className="desk-demo" title={t('frame.demoHint')}>
            <WarningFilled aria-hidden /> {t('frame.demo')}
          </span>
        )}
      </div>
      <CensusStrip />
      <AlertBadge />
      <SearchBox />
      <LanguageSwitch />
      <OperatorButton />
    </header>
  );
}
