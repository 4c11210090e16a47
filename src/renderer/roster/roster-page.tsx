import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterView } from '#shared/contract/rosters.ts';
import type { RosterId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { narrow } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { BedsStep } from './beds-step.tsx';
import { DoneStep } from './done-step.tsx';
import { HeadingsStep } from './headings-step.tsx';
import { countRows, isOpenStep, nextStep, type OpenStep, type Step } from './roster-steps.ts';
import { RowsStep } from './rows-step.tsx';
import { Stepper } from './stepper.tsx';

interface Props {
  rosterId: RosterId;
  /** As the address says; without it, where it was left. */
  step: string | null;
  /** The very same file was read before. */
  known: boolean;
}

const LEFT_AT: { step: string } = { step: '' };

/** One roster, at whichever step: left and taken up again as one likes. */
export function RosterPage({ rosterId, step, known }: Props) {
  const { t } = useTranslation();
  const { data, refused } = useWard('rosters.view', { rosterId }, { keep: true });
  const [left, keep] = useDraft(`roster-${rosterId}`, LEFT_AT);
  const wanted = step ?? left.step;
  const shown = isOpenStep(wanted) ? wanted : data ? nextStep(data) : null;
  useEffect(() => {
    if (shown === null) return;
    if (left.step !== shown) keep({ step: shown });
    if (step !== shown) narrow({ step: shown });
  }, [shown, step, left.step, keep]);

  if (refused && !data) {
    return (
      <div className="desk-page-body">
        <RefusedNotice refused={refused} />
      </div>
    );
  }
  if (!data || shown === null) return <p className="desk-loading">{t('roster.reading')}</p>;
  return (
    <div className="desk-page desk-roster">
      <header className="desk-page-head">
        <h1 title={data.summary.fileName}>{data.summary.fileName}</h1>
        <Stepper rosterId={rosterId} step={shown} closed={closedSteps(data)} />
      </header>
      {known && <Known view={data} />}
      <RefusedNotice refused={refused} />
      <StepBody step={shown} view={data} />
    </div>
  );
}

/** Nobody has come in yet: there is nobody to give a bed to. */
const closedSteps = (view: RosterView): Step[] =>
  countRows(view.rows).admitted === 0 ? ['beds', 'done'] : [];

function StepBody({ step, view }: { step: OpenStep; view: RosterView }) {
  switch (step) {
    case 'headings':
      return <HeadingsStep view={view} />;
    case 'rows':
      return <RowsStep view={view} />;
    case 'beds':
      return <BedsStep view={view} />;
    case 'done':
      return <DoneStep view={view} />;
  }
}

function Known({ view }: { view: RosterView }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { openedAt, openedBy } = view.summary;
  return <Notice tone="warn">{t('roster.known', { at: timeOf(openedAt), who: openedBy })}</Notice>;
}
