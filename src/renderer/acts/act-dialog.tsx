import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undoAct } from '../desk/undo.ts';
import { language } from '../i18n/index.ts';
import { actDetail, actSentence, fullTitle } from '../ui/act-sentence.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { Notice } from '../ui/notices.tsx';
import { changesOf } from './act-changes.ts';
import type { ActRow } from './use-acts.ts';

interface Props {
  act: ActRow | null;
  onClose(): void;
}

/** One act, whole, and what taking it back would mean. */
export function ActDialog({ act, onClose }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    if (!act?.undoable) return;
    setBusy(true);
    await undoAct(act.actId);
    setBusy(false);
    // Where a bed was taken meanwhile the undo dialog goes on from here.
    onClose();
  };
  if (act && !act.undoable) {
    return (
      <Dialog open title={t('history.title', { what: fullTitle(act, t) })} width={640} onClose={onClose}>
        <Notice tone="warn">
          {act.undoneBy === null
            ? t('history.cannot')
            : act.undoneIn
              ? t('history.undoneBy', { who: act.undoneIn.who, at: timeOf(act.undoneIn.recordedAt) })
              : t('history.undone')}
        </Notice>
        <Facts act={act} />
      </Dialog>
    );
  }
  return (
    <ConfirmConsequences
      open={act !== null}
      title={act ? t('history.title', { what: fullTitle(act, t) }) : ''}
      verb={t(act?.undoes ? 'history.undoUndo' : 'history.undo')}
      busy={busy}
      consequences={
        act
          ? [
              t('history.willUndo', { what: actSentence(act, t) }),
              ...(act.stays > 0 && act.beds > 0 ? [t('history.bedTaken')] : []),
              t('history.stays'),
            ]
          : []
      }
      onGo={() => void undo()}
      onCancel={onClose}
    >
      {act && <Facts act={act} />}
    </ConfirmConsequences>
  );
}

/** What, when, who, whom it touched, and what it changed. */
function Facts({ act }: { act: ActRow }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const timeOf = useTimeOf();
  const said = (words: readonly string[]) => words.filter((word) => word !== '').join(' · ');
  const touched = said([
    act.stays > 0 ? t('ui.people', { count: act.stays }) : '',
    act.beds > 0 ? t('ui.beds', { count: act.beds }) : '',
  ]);
  const changes = changesOf(act, language(), timeZone);
  return (
    <>
      <dl className="desk-facts">
        <dt>{t('history.columns.what')}</dt>
        <dd>{said([fullTitle(act, t), actDetail(act, t)])}</dd>
        <dt>{t('history.columns.happened')}</dt>
        <dd>{timeOf(act.happenedAt)}</dd>
        <dt>{t('history.columns.recorded')}</dt>
        <dd>
          {timeOf(act.recordedAt)} {act.late && <span className="desk-late-mark">{t('ui.late.mark')}</span>}
        </dd>
        <dt>{t('history.columns.who')}</dt>
        <dd>{act.who}</dd>
        {touched !== '' && (
          <>
            <dt>{t('history.touched')}</dt>
            <dd>{touched}</dd>
          </>
        )}
        {act.reason !== '' && (
          <>
            <dt>{t('history.columns.reason')}</dt>
            <dd>{act.reason}</dd>
          </>
        )}
      </dl>
      {changes.length > 0 && (
        <ul className="desk-act-changes">
          {changes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
