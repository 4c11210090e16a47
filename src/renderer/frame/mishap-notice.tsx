import { ExclamationCircleFilled, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { held, useHeld } from '../desk/kept.ts';
import { useTimeOf } from '../ui/hospital.tsx';

/** Of this window, not of a page: whoever signs in next is not told again. */
const mishapSeen = held<string | null>(null);

/** That the last run was cut off, or this window came back after a crash: until somebody has seen it. */
export function MishapNotice() {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const seen = useHeld(mishapSeen);
  const mishap = useWard('setup.status', {}).data?.mishap ?? null;
  const isNew = mishap !== null && mishap.at !== seen;
  return (
    <div className="desk-report-notice" data-mishap={mishap?.what} data-empty={!isNew}>
      <span role="status">
        {isNew && (
          <>
            {mishap.what === 'program' ? (
              <ExclamationCircleFilled aria-hidden />
            ) : (
              <ReloadOutlined aria-hidden />
            )}{' '}
            {t(`frame.mishap.${mishap.what}`, { at: timeOf(mishap.at) })}
          </>
        )}
      </span>
      {isNew && (
        <Button size="small" onClick={() => mishapSeen.set(mishap.at)}>
          {t('frame.status.dismiss')}
        </Button>
      )}
    </div>
  );
}
