import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '#shared/contract/backups.ts';
import { call, type Refused, useWard } from '../client.ts';
import { useLongCall } from '../long-call.ts';
import { Allowed } from '../people/allowed.tsx';
import { OnlyWith } from '../people/only-with.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { Copies } from './copies.tsx';
import { copyTime, sizeOf } from './copy-time.ts';
import './backups.css';

/** Copies of the ward: how they are, taking one now, where else they go, trying one, and going back to one. */
export function BackupSection() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { data: state } = useWard('backups.state', {});
  const take = useLongCall('backups.take');
  const now = () => void take.run({});
  const isBusy = take.busy || state?.running === true;
  useKeys(t('settings.title'), [{ keys: 'B', does: t('backups.takeNow'), run: now, when: !isBusy }]);
  return (
    <section aria-labelledby="desk-backups">
      <h3 id="desk-backups">{t('backups.title')}</h3>
      {state && <Wrong state={state} />}
      <p className="desk-quiet">{t('backups.explain')}</p>
      {state && <Facts state={state} />}
      <div className="desk-backup-acts">
        <Allowed to="backups.take">
          <Button type="primary" disabled={isBusy} onClick={now}>
            {t(isBusy ? 'backups.status.running' : 'backups.takeNow')} <kbd>B</kbd>
          </Button>
        </Allowed>
        {state && <TargetButtons hasTarget={state.target.folder !== null} />}
      </div>
      <RefusedNotice refused={take.refused} />
      <OnlyWith to="backups.list">
        <Copies zone={timeZone} />
      </OnlyWith>
    </section>
  );
}

/** With less not even a restore has room (main/backups/restore-backup.ts), so nobody is sent to one. */
const ROOM_FOR_RESTORE = 32 * 2 ** 20;

function Wrong({ state: { writingStopped, disk, behind, failed, stillPlain } }: { state: BackupState }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const say = useRefusedSentence();
  const isFull = disk !== null && disk.free < ROOM_FOR_RESTORE;
  return (
    <>
      {writingStopped !== null && (
        <Notice>{t(isFull ? 'backups.stoppedFull' : 'backups.stopped', { problem: writingStopped })}</Notice>
      )}
      {behind && (
        <Notice>
          {t('backups.behind', {
            acts: behind.acts,
            copyActs: behind.copyActs,
            at: copyTime(behind.takenAt, timeZone),
          })}
        </Notice>
      )}
      {failed && <Notice>{say({ ok: false, kind: 'refused', refusal: failed.refusal })}</Notice>}
      {stillPlain && (
        <Notice>
          {t('backups.stillPlain', {
            number: stillPlain.files,
            file: stillPlain.file,
            problem: stillPlain.problem,
          })}
        </Notice>
      )}
    </>
  );
}

function Facts({ state: { last, target, disk, drill, restored, deepCheck } }: { state: BackupState }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const at = (time: Parameters<typeof copyTime>[0]) => copyTime(time, timeZone);
  return (
    <dl className="desk-setting-facts">
      <dt>{t('backups.facts.last')}</dt>
      <dd>{last ? at(last.takenAt) : t('backups.status.none')}</dd>
      <dt>{t('backups.facts.target')}</dt>
      <dd>
        {target.folder ? <code>{target.folder}</code> : t('backups.targets.none')}
        {target.folder && (
          <>
            <br />
            <span data-tone={target.state === 'ok' || target.state === 'waiting' ? undefined : 'warn'}>
              {t(`backups.targets.${target.state}`, { problem: target.problem ?? '', at: at(target.doneAt) })}
            </span>
          </>
        )}
      </dd>
      <dt>{t('backups.facts.disk')}</dt>
      <dd>{disk ? t('backups.facts.free', { free: sizeOf(disk.free), total: sizeOf(disk.total) }) : '—'}</dd>
      <dt>{t('backups.facts.check')}</dt>
      <dd>{deepCheck ? at(deepCheck) : t('backups.facts.never')}</dd>
      <dt>{t('backups.facts.drill')}</dt>
      <dd>
        {drill
          ? t('backups.facts.drilled', { at: at(drill.at), seconds: drill.seconds.toFixed(1) })
          : t('backups.facts.never')}
      </dd>
      {restored && (
        <>
          <dt>{t('backups.facts.restored')}</dt>
          <dd>
            {t('backups.facts.restoredFrom', { at: at(restored.at), takenAt: at(restored.takenAt) })}
            <br />
            <code>{restored.aside}</code>
          </dd>
        </>
      )}
    </dl>
  );
}

function TargetButtons({ hasTarget }: { hasTarget: boolean }) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<Refused | null>(null);
  const choose = async () => {
    const answer = await call('backups.chooseTarget', {});
    setRefused(answer.ok ? null : answer);
  };
  const giveUp = async () => {
    const answer = await call('backups.setTarget', { folder: null });
    setRefused(answer.ok ? null : answer);
  };
  return (
    <>
      <Allowed to="backups.chooseTarget">
        <Button onClick={() => void choose()}>{t('backups.targets.choose')}</Button>
      </Allowed>
      {hasTarget && (
        <Allowed to="backups.setTarget">
          <Button onClick={() => void giveUp()}>{t('backups.targets.giveUp')}</Button>
        </Allowed>
      )}
      <RefusedNotice refused={refused} />
    </>
  );
}
