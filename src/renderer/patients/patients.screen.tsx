import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../route.ts';
import { PatientsGrid } from './patients-grid.tsx';
import './patients.css';

const PatientPage = lazy(() => import('../patient/patient-page.tsx'));

/** Everybody, or with somebody in the address that patient's page. */
export default function PatientsScreen() {
  const { t } = useTranslation();
  const { open, query } = useRoute();
  const asked = query.get('scope');
  if (open === null)
    return <PatientsGrid scope={asked === 'waiting' || asked === 'left' ? asked : 'present'} />;
  return (
    <Suspense fallback={<p className="desk-loading">{t('ui.loading')}</p>}>
      <PatientPage key={open} stay={open} />
    </Suspense>
  );
}
