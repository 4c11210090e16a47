import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Notice, RefusedNotice } from '../../ui/notices.tsx';
import { useProgressWord } from '../../ui/progress-word.ts';
import type { ProposalWork } from './use-proposal.ts';

interface Props {
  work: ProposalWork;
  people: number;
  /** Beds of the proposal that somebody has taken meanwhile. */
  gone: number;
  /** People who came since it was worked out. */
  newcomers: number;
  canCommit: boolean;
  onCommit(): void;
  onLeave(): void;
}

/** How the proposal stands, and what can be done with all of it. */
export function ProposalHead({ work, people, gone, newcomers, canCommit, onCommit, onLeave }: Props) {
  const { t } = useTranslation();
  const { draft, asking, committing } = work;
  const minded = [...draft.placed.values()].filter(
    ({ warnings, against }) => warnings.length + against.length > 0,
  );
  return (
    <>
      <div className="desk-beds-head">
        <h1>{t('beds.proposal.title')}</h1>
        {work.ready && <span>{t('beds.proposal.counts', { placed: draft.placed.size, total: people })}</span>}
        {minded.length > 0 && (
          <span className="desk-beds-row-mind">{t('beds.proposal.mind', { count: minded.length })}</span>
        )}
        {draft.unplaced.size > 0 && (
          <strong className="desk-beds-row-bad">
            {t('beds.proposal.without', { count: draft.unplaced.size })}
          </strong>
        )}
        {asking.busy && <Asking asking={asking} />}
        <span className="desk-spread" />
        <Button onClick={work.again} disabled={asking.busy}>
          {t('beds.proposal.again')} <kbd>R</kbd>
        </Button>
        <Button type="primary" disabled={!canCommit} loading={committing.busy} onClick={onCommit}>
          {t('beds.proposal.go', { count: draft.placed.size })} <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button onClick={onLeave}>
          {t('ui.back')} <kbd>Esc</kbd>
        </Button>
      </div>
      <RefusedNotice refused={asking.refused ?? committing.refused} />
      {gone + newcomers > 0 && !asking.busy && !committing.busy && (
        <Notice tone="warn">
          {gone > 0 && <p>{t('beds.proposal.goneHint', { count: gone })}</p>}
          {newcomers > 0 && <p>{t('beds.proposal.newHint', { count: newcomers })}</p>}
        </Notice>
      )}
    </>
  );
}

/** How far it has come, and Cancel. */
function Asking({ asking }: Pick<ProposalWork, 'asking'>) {
  const { t } = useTranslation();
  const word = useProgressWord();
  const { progress } = asking;
  return (
    <span className="desk-beds-asking" role="status">
      {word(progress?.step ?? 'proposing')}…
      {progress?.total ? (
        <Progress percent={Math.round((progress.done / progress.total) * 100)} size="small" />
      ) : null}
      <Button onClick={asking.cancel}>{t('ui.cancel')}</Button>
    </span>
  );
}
