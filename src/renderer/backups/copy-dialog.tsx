import { Button, Checkbox, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupCopy } from '#shared/contract/backups.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { refusalOf } from '../client.ts';
import { forgetTold } from '../desk/last-act.ts';
import { restored } from '../desk/restored.ts';
import { useLongCall } from '../long-call.ts';
import { useSession } from '../people/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { copyTime, sizeOf } from './copy-time.ts';

interface Props {
  copy: BackupCopy;
  what: 'restore' | 'drill';
  zone: TimeZone;
  onClose(): void;
}

/**
 * Going back to a copy, or trying whether that could be done: what is in it, the key from the paper where it is
 * encrypted (a scanner types it and ends with Enter), and what became of it.
 */
export function CopyDialog({ copy, what, zone, onClose }: Props) {
  const { t } = useTranslation();
  const restore = useLongCall('backups.restore');
  const drill = useLongCall('backups.drill');
  const { busy, value, refused } = what === 'restore' ? restore : drill;
  const [key, setKey] = useState('');
  const [otherWard, setOtherWard] = useState(false);
  const field = useId();
  // A key of the ward does not wait behind the lock.
  const { inside } = useSession();
  useEffect(() => {
    if (!inside) setKey('');
  }, [inside]);
  const input = { file: copy.file, recoveryKey: copy.encrypted ? key : null };
  const isReady = !busy && (!copy.encrypted || key.trim() !== '');
  const go = () => {
    if (!isReady) return;
    if (what === 'drill') void drill.run(input);
    else void goBack();
  };
  const goBack = async () => {
    const answer = await restore.run({ ...input, otherWard });
    if (!answer.ok) return;
    forgetTold();
    restored.set({ takenAt: copy.takenAt, aside: answer.value.aside });
  };
  return (
    <Dialog open title={t(`backups.${what}.title`)} width={640} onClose={() => !busy && onClose()}>
      <div className="desk-copy-dialog">
        <Facts copy={copy} zone={zone} />
        {value ? (
          <Done what={what} value={value} aside={restore.value?.aside ?? null} />
        ) : (
          <>
            <Notice tone={what === 'restore' ? 'warn' : 'good'}>{t(`backups.${what}.explain`)}</Notice>
            {copy.encrypted && (
              <div>
                <label htmlFor={field}>{t('backups.key')}</label>
                <Input
                  id={field}
                  data-first
                  size="large"
                  autoComplete="off"
                  spellCheck={false}
                  value={key}
                  placeholder={t('backups.keyHint')}
                  onChange={({ target }) => setKey(target.value)}
                  onPressEnter={go}
                />
              </div>
            )}
            {refusalOf(refused)?.code === 'backup-other-ward' && (
              <Checkbox checked={otherWard} onChange={({ target }) => setOtherWard(target.checked)}>
                {t('backups.restore.otherWard')}
              </Checkbox>
            )}
            <RefusedNotice refused={refused} />
            {busy && <LongProgress progress={null} fallback={t(`backups.${what}.busy`)} />}
          </>
        )}
        <div className="desk-dialog-acts">
          <Button
            // Another one when all is done: it takes the keyboard that the button of the deed had.
            key={value ? 'close' : 'cancel'}
            autoFocus={value !== null}
            onClick={onClose}
            disabled={busy}
            {...(what === 'restore' && !copy.encrypted ? { 'data-first': true } : {})}
          >
            {t(value ? 'ui.close' : 'ui.cancel')}
          </Button>
          {!value && (
            <Button
              type="primary"
              danger={what === 'restore'}
              disabled={!isReady}
              {...(what === 'drill' && !copy.encrypted ? { 'data-first': true } : {})}
              onClick={go}
            >
              {t(`backups.${what}.go`)}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Facts({ copy: { info, takenAt, bytes, file }, zone }: Pick<Props, 'copy' | 'zone'>) {
  const { t } = useTranslation();
  return (
    <dl className="desk-copy-facts">
      <dt>{t('backups.columns.takenAt')}</dt>
      <dd>{copyTime(takenAt, zone)}</dd>
      {info && (
        <>
          <dt>{t('backups.columns.inHouse')}</dt>
          <dd>{info.inHouse}</dd>
          <dt>{t('backups.columns.acts')}</dt>
          <dd>{info.acts}</dd>
        </>
      )}
      <dt>{t('backups.file')}</dt>
      <dd>
        <code>{file}</code> · {sizeOf(bytes)}
      </dd>
    </dl>
  );
}

interface DoneProps {
  what: Props['what'];
  value: { seconds: number; checks: number; problems: readonly { check: string }[] };
  aside: string | null;
}

function Done({ what, value: { seconds, checks, problems }, aside }: DoneProps) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone={problems.length === 0 ? 'good' : 'warn'}>
        {t(`backups.${what}.done`, { seconds: seconds.toFixed(1), checks })}
        {problems.length > 0 && ` ${t('backups.problems', { number: problems.length })}`}
      </Notice>
      {aside && (
        <p className="desk-quiet">
          {t('backups.restore.aside')} <code>{aside}</code>
        </p>
      )}
    </>
  );
}
