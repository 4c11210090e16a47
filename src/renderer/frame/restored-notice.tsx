import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { copyTime } from '../backups/copy-time.ts';
import { useHeld } from '../desk/kept.ts';
import { restored } from '../desk/restored.ts';
import { useHospital } from '../ui/hospital.tsx';

/** To which copy the ward has just gone back, and where what it was until then lies. */
export function RestoredNotice() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const told = useHeld(restored);
  return (
    <div className="desk-report-notice" data-empty={told === null}>
      <span role="status">
        {told && (
          <>
            <HistoryOutlined aria-hidden />{' '}
            {t('backups.restore.told', { takenAt: copyTime(told.takenAt, timeZone) })}
            {told.aside && (
              <>
                {' '}
                {t('backups.restore.aside')} <code>{told.aside}</code>
              </>
            )}
          </>
        )}
      </span>
      {told && (
        <Button size="small" onClick={() => restored.set(null)}>
          {t('frame.status.dismiss')}
        </Button>
      )}
    </div>
  );
}
