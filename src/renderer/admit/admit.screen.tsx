import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/notices.tsx';

export default function AdmitScreen() {
  const { t } = useTranslation();
  return <EmptyState title={t('frame.pages.admit')} />;
}
