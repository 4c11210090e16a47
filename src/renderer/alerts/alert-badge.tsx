import { BellOutlined } from '@ant-design/icons';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ALERT_LEVELS } from '#shared/contract/alerts.ts';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import './alerts.css';

/** Rounds and samples fall due without anybody's act. */
const ASK_AGAIN_MS = 60_000;

/** How many alerts nobody has acknowledged, by level, on every page. */
export function AlertBadge() {
  const { t } = useTranslation();
  const { data, refetch } = useWard('alerts.count', {}, { seldom: true });
  useEffect(() => {
    const timer = setInterval(refetch, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  const total = data ? data.emergency + data.urgent + data.notice : 0;
  const said = data && {
    emergency: String(data.emergency),
    urgent: String(data.urgent),
    notice: String(data.notice),
    escalated: String(data.escalated),
  };
  const label = !said ? t('alerts.badgeName') : total === 0 ? t('alerts.none') : t('alerts.badge', said);
  return (
    <a className="desk-badge" href={hrefOf('alerts')} title={label}>
      <span className="desk-figure-name">
        <BellOutlined aria-hidden /> {t('alerts.badgeName')}
      </span>
      <span className="desk-badge-counts">
        {data && total === 0 && <strong>0</strong>}
        {data &&
          ALERT_LEVELS.filter((level) => data[level] > 0).map((level) => (
            <strong key={level} data-level={level}>
              {t(`alerts.levels.${level}`)} {data[level] > 999 ? '999+' : data[level]}
            </strong>
          ))}
      </span>
    </a>
  );
}
