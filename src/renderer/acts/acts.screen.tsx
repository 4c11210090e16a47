import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/notices.tsx';

export default function ActsScreen() {
  const { t } = useTranslation();
  return <EmptyState title={t('frame.pages.acts')} />;
}
