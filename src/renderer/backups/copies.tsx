import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupCopy } from '#shared/contract/backups.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { call, queryClient, type Refused, useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { copyTime, pcZone, sizeOf } from './copy-time.ts';
import './backups.css';

/** So many are shown at once; the newest are what is wanted. */
const FEW = 10;

interface Chosen {
  copy: BackupCopy;
  what: 'restore' | 'drill';
}

interface CopiesProps {
  /** The hospital's; null while the ward is closed and nobody knows it. */
  zone: TimeZone | null;
  withDrill?: boolean;
}

/** The copies there are, newest first, each to be tried or gone back to; and one from elsewhere. */
export function Copies({ zone: known, withDrill = true }: CopiesProps) {
  const { t } = useTranslation();
  const zone = known ?? pcZone();
  const { data, refused } = useWard('backups.list', {});
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [notPicked, setNotPicked] = useState<Refused | null>(null);
  const pick = async () => {
    const answer = await call('backups.pick', {});
    setNotPicked(answer.ok ? null : answer);
    if (!answer.ok || answer.value === null) return;
    await queryClient.invalidateQueries({ queryKey: ['backups.list'] });
    setChosen({ copy: answer.value, what: 'restore' });
  };
  const shown = all ? data : data?.slice(0, FEW);
  return (
    <>
      <RefusedNotice refused={refused} />
      {shown && shown.length === 0 && <p className="desk-quiet">{t('backups.empty')}</p>}
      {known === null && <p className="desk-quiet">{t('backups.pcZone', { zone })}</p>}
      {shown && shown.length > 0 && (
        <table className="desk-copies">
          <thead>
            <tr>
              <th>{t('backups.columns.takenAt')}</th>
              <th>{t('backups.columns.because')}</th>
              <th data-number>{t('backups.columns.inHouse')}</th>
              <th data-number>{t('backups.columns.acts')}</th>
              <th data-number>{t('backups.columns.size')}</th>
              <th>{t('backups.columns.state')}</th>
              <th aria-label={t('backups.columns.what')} />
            </tr>
          </thead>
          <tbody>
            {shown.map((copy) => (
              <Row key={copy.file} copy={copy} zone={zone} withDrill={withDrill} onChoose={setChosen} />
            ))}
          </tbody>
        </table>
      )}
      <div className="desk-backup-acts">
        {!all && data && data.length > FEW && (
          <Button onClick={() => setAll(true)}>{t('backups.all', { number: data.length })}</Button>
        )}
        <Allowed to="backups.pick">
          <Button onClick={() => void pick()}>{t('backups.pick')}</Button>
        </Allowed>
      </div>
      <RefusedNotice refused={notPicked} />
      {chosen && <CopyDialog {...chosen} zone={zone} onClose={() => setChosen(null)} />}
    </>
  );
}

interface RowProps {
  copy: BackupCopy;
  zone: TimeZone;
  withDrill: boolean;
  onChoose(chosen: Chosen): void;
}

function Row({ copy, zone, withDrill, onChoose }: RowProps) {
  const { t } = useTranslation();
  const { info, takenAt, bytes, damaged, encrypted, place } = copy;
  return (
    <tr>
      <td>{copyTime(takenAt, zone)}</td>
      <td>{info ? t(`backups.because.${info.because}`) : '—'}</td>
      <td data-number>{info?.inHouse ?? '—'}</td>
      <td data-number>{info?.acts ?? '—'}</td>
      <td data-number>{sizeOf(bytes)}</td>
      <td>
        {t(damaged ? 'backups.damaged' : info?.checked ? 'backups.whole' : 'backups.unknown')}
        {encrypted && ` · ${t('backups.encrypted')}`}
        {place !== 'first' && ` · ${t(`backups.places.${place}`)}`}
      </td>
      <td>
        <div className="desk-copy-acts">
          {withDrill && (
            <Button size="small" onClick={() => onChoose({ copy, what: 'drill' })}>
              {t('backups.drill.button')}
            </Button>
          )}
          <Button size="small" onClick={() => onChoose({ copy, what: 'restore' })}>
            {t('backups.restore.button')}
          </Button>
        </div>
      </td>
    </tr>
  );
}
