import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useWard } from './client.ts';
import { keepFresh } from './desk/freshness.ts';
import { forgetTold } from './desk/last-act.ts';
import { holdDraftKey } from './desk/sealed-drafts.ts';
import { Frame } from './frame/frame.tsx';
import { PageBoundary } from './frame/page-boundary.tsx';
import { Gate } from './people/gate.tsx';
import { useRoute } from './route.ts';
import { HospitalProvider } from './ui/hospital.tsx';
import { Look } from './ui/theme.tsx';

const FirstStart = lazy(() => import('./setup/first-start.tsx'));
const FromDemonstration = lazy(() => import('./setup/from-demonstration.tsx'));
const Fault = lazy(() => import('./setup/fault.tsx'));
const Unlock = lazy(() => import('./protection/unlock.tsx'));

export function App() {
  useEffect(() => (window.desk ? keepFresh(window.desk, queryClient) : undefined), []);
  return (
    <QueryClientProvider client={queryClient}>
      <Look>
        <PageBoundary>
          <Suspense>
            <Entrance />
          </Suspense>
        </PageBoundary>
      </Look>
    </QueryClientProvider>
  );
}

/** The ward if there is one; else what is wrong with it, or the first start. */
function Entrance() {
  const { t } = useTranslation();
  const status = useWard('setup.status', {});
  const { page } = useRoute();
  const wardId = status.data?.hospital?.wardId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done last was done to another ward
  useEffect(forgetTold, [wardId]);
  if (status.refused) return <Fault refused={status.refused} onRetry={status.refetch} />;
  if (!status.data) return <p className="desk-loading">{t('setup.connecting')}</p>;
  const { hospital, fault, protection } = status.data;
  // Before any page of the ward asks for its draft.
  holdDraftKey(protection.draftKey, hospital?.wardId ?? null);
  if (fault?.code === 'ward-locked') return <Unlock status={status.data} />;
  if (fault) return <Fault status={status.data} onRetry={status.refetch} />;
  if (!hospital) return <FirstStart status={status.data} />;
  if (hospital.demo && page === 'setup') return <FromDemonstration />;
  return (
    <HospitalProvider value={hospital}>
      <Gate>
        <Frame />
      </Gate>
    </HospitalProvider>
  );
}
