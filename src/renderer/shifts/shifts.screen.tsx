import { useTranslation } from 'react-i18next';

export default function ShiftsScreen() {
  const { t } = useTranslation();
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('frame.pages.shifts')}</h1>
      </div>
    </div>
  );
}
