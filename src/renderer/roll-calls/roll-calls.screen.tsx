import { useTranslation } from 'react-i18next';

export default function RollCallScreen() {
  const { t } = useTranslation();
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('frame.pages.rollCall')}</h1>
      </div>
    </div>
  );
}
