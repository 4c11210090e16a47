import {
  CloudDownloadOutlined,
  ExclamationCircleFilled,
  HddOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '#shared/contract/backups.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import { useHospital } from '../ui/hospital.tsx';
import { agoText, useEveryMinute, useNow } from '../ui/time.ts';
import { copyTime, sizeOf } from './copy-time.ts';
import './backups.css';

type Tone = 'quiet' | 'warn' | 'bad';

/** When the ward was last copied and how much room there is: quiet while all is well, and one link away from what to do. */
export function BackupStatus() {
  const { data, refetch } = useWard('backups.state', {});
  useEveryMinute(refetch);
  if (!data) return null;
  return (
    <>
      <Stopped state={data} />
      <LastCopy state={data} />
      <Target state={data} />
      <StillPlain state={data} />
      <Disk state={data} />
    </>
  );
}

const ICON = { warn: <WarningFilled aria-hidden />, bad: <ExclamationCircleFilled aria-hidden /> };

function Item({
  tone,
  icon,
  title,
  children,
}: {
  tone: Tone;
  icon: ReactNode;
  title?: string;
  children: ReactNode;
}) {
  return (
    <a
      className="desk-backup-status"
      data-tone={tone}
      href={hrefOf('settings', 'data')}
      title={title}
      role={tone === 'bad' ? 'alert' : undefined}
    >
      {tone === 'quiet' ? icon : ICON[tone]} {children}
    </a>
  );
}

function Stopped({ state: { writingStopped, behind } }: { state: BackupState }) {
  const { t } = useTranslation();
  if (writingStopped !== null) {
    return (
      <Item tone="bad" icon={null} title={writingStopped}>
        {t('backups.status.stopped')}
      </Item>
    );
  }
  return behind ? (
    <Item tone="bad" icon={null}>
      {t('backups.status.behind')}
    </Item>
  ) : null;
}

function LastCopy({ state: { last, failed, overdue, running } }: { state: BackupState }) {
  const { t } = useTranslation();
  const now = useNow();
  const { timeZone } = useHospital();
  const icon = <CloudDownloadOutlined aria-hidden />;
  const words = last
    ? t('backups.status.last', { ago: agoText(millisOf(now) - millisOf(last.takenAt), t) })
    : t('backups.status.none');
  const title = last ? copyTime(last.takenAt, timeZone) : '';
  if (failed) {
    return (
      <Item tone="bad" icon={icon} title={title}>
        {t('backups.status.failed')} · {words}
      </Item>
    );
  }
  return (
    <Item tone={overdue ? 'warn' : 'quiet'} icon={icon} title={title}>
      {running ? t('backups.status.running') : words}
    </Item>
  );
}

function Target({ state: { target } }: { state: BackupState }) {
  const { t } = useTranslation();
  if (target.state !== 'missing' && target.state !== 'failed') return null;
  return (
    <Item tone="warn" icon={null} title={target.folder ?? ''}>
      {t(`backups.status.target-${target.state}`)}
    </Item>
  );
}

function StillPlain({ state: { stillPlain } }: { state: BackupState }) {
  const { t } = useTranslation();
  return stillPlain ? (
    <Item tone="warn" icon={null} title={stillPlain.file}>
      {t('backups.status.plain')}
    </Item>
  ) : null;
}

function Disk({ state: { disk } }: { state: BackupState }) {
  const { t } = useTranslation();
  if (!disk) return null;
  const tone = { plenty: 'quiet', low: 'warn', critical: 'bad' } as const;
  return (
    <Item tone={tone[disk.level]} icon={<HddOutlined aria-hidden />}>
      {t(`backups.status.disk-${disk.level}`, { free: sizeOf(disk.free) })}
    </Item>
  );
}
