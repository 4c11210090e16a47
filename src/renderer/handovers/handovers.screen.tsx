import { useTranslation } from 'react-i18next';

export default function HandoverScreen() {
  const { t } = useTranslation();
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('frame.pages.handover')}</h1>
      </div>
    </div>
  );
}
