import { ExclamationCircleFilled, FileDoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { cutOffText } from '../daily/cut-off.ts';
import { useHeld } from '../desk/kept.ts';
import { reportsSeen } from '../desk/reports-seen.ts';
import { go } from '../route.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { folderOf, type ReportNews, type Run, reportNews } from './report-news.ts';

/** Of many missed reports so many are named. */
const NAMED = 3;

/** What the schedule of daily reports has written, or why it could not: it stays until somebody has seen it. */
export function ReportNotice() {
  const { t } = useTranslation();
  const { wardId, timeZone } = useHospital();
  const seen = useHeld(reportsSeen);
  const { data } = useWard('daily.schedule', {});
  const news = reportNews(data?.runs ?? [], (seen[wardId] ?? null) as Instant | null);
  const see = () => {
    if (news) reportsSeen.set({ ...seen, [wardId]: news.until });
  };
  const open = () => {
    const [run] = [...(news?.failed ?? []), ...(news?.written ?? [])];
    see();
    go('reports', null, { view: 'daily', cutOff: run?.cutOff });
  };
  useKeys(t('ui.keys.everywhere'), [
    { keys: 'Ctrl+Shift+D', does: t('frame.reports.open'), run: open, when: news !== null },
  ]);
  const isBad = (news?.failed.length ?? 0) > 0;
  return (
    <div className="desk-report-notice" data-bad={isBad} data-empty={!news}>
      <span role={isBad ? 'alert' : 'status'}>
        {news && (
          <>
            {isBad ? <ExclamationCircleFilled aria-hidden /> : <FileDoneOutlined aria-hidden />}{' '}
            {sentencesOf(news, t, timeZone).join(' ')}
          </>
        )}
      </span>
      {news && (
        <>
          <Button size="small" onClick={open}>
            {t('frame.reports.open')} <kbd>Ctrl+Shift+D</kbd>
          </Button>
          <Button size="small" onClick={see}>
            {t('frame.status.dismiss')}
          </Button>
        </>
      )}
    </div>
  );
}

function sentencesOf({ failed, written, inTime }: ReportNews, t: TFunction, zone: TimeZone): string[] {
  const [bad] = failed;
  const [good] = written;
  const which = (runs: readonly Run[]) => {
    const named = runs.slice(0, NAMED).map(({ cutOff }) => cutOffText(cutOff, zone));
    const list = named.join(t('frame.reports.and'));
    return runs.length > NAMED ? t('frame.reports.more', { list, count: runs.length }) : list;
  };
  return [
    ...(bad?.problem ? [t('frame.reports.failed', { which: which(failed), problem: bad.problem })] : []),
    ...(good
      ? [
          t(inTime ? 'frame.reports.written' : 'frame.reports.caughtUp', {
            which: which(written),
            folder: folderOf(good),
          }),
        ]
      : []),
  ];
}
