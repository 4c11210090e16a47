import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#shared/contract/stays.ts';
import { changesOf } from '../acts/act-changes.ts';
import { undoAct } from '../desk/undo.ts';
import { language } from '../i18n/index.ts';
import { actDetail, actSentence, fullTitle } from '../ui/act-sentence.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { LateMark } from '../ui/late-entry.tsx';

/** Everything that was done about somebody, newest first; each act can be taken back from here. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const [asked, setAsked] = useState<HistoryEntry | null>(null);
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    if (!asked) return;
    setBusy(true);
    await undoAct(asked.actId);
    setBusy(false);
    setAsked(null);
  };
  const what = asked ? actSentence(asked, t) : '';
  return (
    <section className="desk-card" aria-label={t('patient.history.title')}>
      <h2>{t('patient.history.title')}</h2>
      <ol className="desk-history">
        {entries.map((entry) => (
          <Entry key={entry.actId} entry={entry} onUndo={() => setAsked(entry)} />
        ))}
      </ol>
      <ConfirmConsequences
        open={asked !== null}
        title={t('patient.history.undoTitle', { what })}
        verb={t('patient.history.undo')}
        consequences={[
          ...(asked
            ? [t('patient.history.undoLine', { what, who: asked.who, at: timeOf(asked.happenedAt) })]
            : []),
          ...(asked && asked.stays > 1 ? [t('patient.history.undoMany', { count: asked.stays })] : []),
        ]}
        danger={(asked?.stays ?? 0) > 1}
        busy={busy}
        onGo={() => void undo()}
        onCancel={() => setAsked(null)}
      />
    </section>
  );
}

function Entry({ entry, onUndo }: { entry: HistoryEntry; onUndo(): void }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { happenedAt, recordedAt } = entry;
  return (
    <li className="desk-entry" data-undone={entry.undoneBy !== null}>
      <time className="desk-entry-time" dateTime={happenedAt}>
        {timeOf(happenedAt)}
      </time>
      <div>
        <div className="desk-entry-what">
          <strong>{fullTitle(entry, t)}</strong> <span>{actDetail(entry, t)}</span>
          {entry.late && <LateMark happenedAt={happenedAt} recordedAt={recordedAt} />}
          {entry.undoneBy !== null && (
            <span className="desk-entry-undone">{t('patient.history.undone')}</span>
          )}
        </div>
        <Changes entry={entry} />
        <div className="desk-quiet desk-entry-who">
          {t('patient.history.by', { who: entry.who })}
          {entry.late && ` · ${t('patient.history.recorded', { at: timeOf(recordedAt) })}`}
          {entry.reason && ` · ${t('patient.history.reason', { reason: entry.reason })}`}
        </div>
      </div>
      {entry.undoable && (
        <Button icon={<UndoOutlined />} onClick={onUndo}>
          {t(entry.undoes === null ? 'ui.undo' : 'ui.redo')}
        </Button>
      )}
    </li>
  );
}

function Changes({ entry }: { entry: HistoryEntry }) {
  const { timeZone } = useHospital();
  const lines = changesOf(entry, language(), timeZone);
  if (lines.length === 0) return null;
  return (
    <ul className="desk-entry-changes">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
