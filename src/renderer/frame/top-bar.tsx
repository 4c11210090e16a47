import { WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { AlertBadge } from '../alerts/alert-badge.tsx';
import { hasRight, useSession } from '../people/session.ts';
import { useHospital } from '../ui/hospital.tsx';
import { CensusStrip } from './census-strip.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { OperatorButton } from './operator-picker.tsx';
import { SearchBox } from './search-box.tsx';

/** Where one is, how things stand, the way to anybody, and who acts. */
export function TopBar() {
  const { t } = useTranslation();
  const hospital = useHospital();
  const now = useSession();
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
      {hasRight(now, 'ward.read') && (
        <>
          <CensusStrip />
          <AlertBadge />
        </>
      )}
      {hasRight(now, 'patients.read') ? <SearchBox /> : <span className="desk-spread" />}
      <LanguageSwitch />
      <OperatorButton />
    </header>
  );
}
