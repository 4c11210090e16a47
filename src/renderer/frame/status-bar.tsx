import { CheckCircleOutlined, ExclamationCircleFilled, SyncOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { BackupStatus } from '../backups/backup-status.tsx';
import { useWard } from '../client.ts';
import { activity } from '../desk/activity.ts';
import { useHeld } from '../desk/kept.ts';
import { type LastAct, lastAct, lastNote, lastRefusal } from '../desk/last-act.ts';
import { undoAct } from '../desk/undo.ts';
import { GlassNews } from '../people/glass-news.tsx';
import { GlassButton } from '../people/not-allowed.tsx';
import { actSentence, actTitle } from '../ui/act-sentence.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { useRefusedSentence } from '../ui/refusal.ts';
import { timeOf } from '../ui/time.ts';
import { MishapNotice } from './mishap-notice.tsx';
import { ReportNotice } from './report-notice.tsx';
import { RestoredNotice } from './restored-notice.tsx';

/** What happened last, with Undo; what was refused; whether all is saved; what this runs on. */
export function StatusBar() {
  const { t } = useTranslation();
  const refused = useHeld(lastRefusal);
  const note = useHeld(lastNote);
  const act = useHeld(lastAct);
  return (
    <footer className="desk-status">
      <MishapNotice />
      <RestoredNotice />
      <ReportNotice />
      <div className="desk-status-line">
        {refused ? (
          <RefusedLine />
        ) : note ? (
          <span role="status">{note(t)}</span>
        ) : act ? (
          <ActLine act={act} />
        ) : (
          t('frame.status.nothing')
        )}
      </div>
      <GlassNews />
      <Saved />
      <BackupStatus />
      <Runtime />
    </footer>
  );
}

function RefusedLine() {
  const { t } = useTranslation();
  const refused = useHeld(lastRefusal);
  const say = useRefusedSentence();
  if (!refused) return null;
  return (
    <>
      <span className="desk-status-refused" role="alert">
        <ExclamationCircleFilled aria-hidden /> {say(refused)}
      </span>
      <GlassButton refused={refused} size="small" />
      <Button size="small" onClick={() => lastRefusal.set(null)}>
        {t('frame.status.dismiss')}
      </Button>
    </>
  );
}

/** Acts of the ward's history are told from there: it knows the names, in both languages. */
function ActLine({ act }: { act: LastAct }) {
  const { t } = useTranslation();
  const { data } = useWard('acts.recent', { limit: 20 }, { keep: true });
  const entry = data?.find(({ actId }) => actId === act.actId);
  const sentence = act.says?.(t) ?? (entry ? actSentence(entry, t) : actTitle(act.name, t));
  const undoable = entry?.undoable ?? false;
  const undo = () => void undoAct(act.actId);
  useKeys(t('ui.keys.everywhere'), [
    { keys: 'Ctrl+Z', does: t('frame.keys.undo'), run: undo, when: undoable, inFields: false },
  ]);
  return (
    <>
      <span className="desk-status-said" role="status">
        {sentence}
      </span>
      {undoable && (
        <Button size="small" icon={<UndoOutlined />} title={t('frame.status.undoHint')} onClick={undo}>
          {t(entry?.undoes ? 'ui.redo' : 'ui.undo')} <kbd>Ctrl+Z</kbd>
        </Button>
      )}
    </>
  );
}

function Saved() {
  const { t } = useTranslation();
  const { writing, lost } = useHeld(activity);
  const { data } = useWard('backups.state', {});
  const { timeZone } = useHospital();
  if (lost) {
    return (
      <span className="desk-status-refused">
        <ExclamationCircleFilled aria-hidden /> {t('frame.status.lost')}
      </span>
    );
  }
  return writing > 0 ? (
    <span>
      <SyncOutlined aria-hidden /> {t('frame.status.saving')}
    </span>
  ) : (
    <span>
      <CheckCircleOutlined aria-hidden />{' '}
      {data?.savedAt
        ? t('frame.status.savedAt', { at: timeOf(data.savedAt, timeZone).slice(11) })
        : t('frame.status.saved')}
    </span>
  );
}

function Runtime() {
  const { data } = useWard('setup.status', {});
  return <span title={data?.folder}>{data && `${data.version} · ${data.runtime}`}</span>;
}
