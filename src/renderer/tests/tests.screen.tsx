import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { narrow, useRoute } from '../route.ts';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { ImportView } from './import-view.tsx';
import { QuarantineView } from './quarantine-view.tsx';
import { SamplingView } from './sampling-view.tsx';
import './tests.css';

const VIEWS = ['sampling', 'import', 'quarantine'] as const;
type View = (typeof VIEWS)[number];

const show = (view: View) => narrow({ view: view === 'sampling' ? undefined : view });

/** Who is to be sampled, what the laboratory found, and what a person has to decide. */
export default function TestsScreen() {
  const { t } = useTranslation();
  const { query } = useRoute();
  const view = VIEWS.find((one) => one === query.get('view')) ?? 'sampling';
  const { data } = useWard('tests.quarantine', {});
  const words: Record<View, string> = {
    sampling: t('tests.views.sampling'),
    import: t('tests.views.import'),
    quarantine: t('tests.views.quarantine', { rows: data?.length ?? '–' }),
  };
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('tests.title')}</h1>
        <ViewSwitch
          page={t('tests.title')}
          label={t('tests.views.label')}
          views={VIEWS}
          words={words}
          shown={view}
          onShow={show}
        />
      </div>
      {view === 'sampling' && <SamplingView />}
      {view === 'import' && <ImportView onQuarantine={() => show('quarantine')} />}
      {view === 'quarantine' && <QuarantineView />}
    </div>
  );
}
