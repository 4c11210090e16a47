import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { lastNote } from '../desk/last-act.ts';
import { language } from '../i18n/index.ts';
import { useKeys } from '../ui/keys.ts';
import type { DailyReport } from './daily-figures.tsx';
import { DailyFiles } from './daily-files.tsx';
import { DailySchedule } from './daily-schedule.tsx';
import { DailySignatures } from './daily-signatures.tsx';

const inOurs = ({ zh, en }: DailyReport['readOut']): string => (language() === 'en' ? en : zh);

/** What is done with a report: signed, read out, written to files, written by itself. */
export function DailySide({ report }: { report: DailyReport }) {
  const { t } = useTranslation();
  const { readOut, standingReadOut, restated } = report;
  const text = inOurs(standingReadOut ?? readOut);
  const copy = async (what = text) => {
    await navigator.clipboard.writeText(what);
    lastNote.set((say) => say('daily.copied'));
  };
  useKeys(t('reports.views.daily'), [
    { keys: 'Ctrl+Shift+C', does: t('daily.copy'), run: () => void copy() },
  ]);
  return (
    <aside className="desk-daily-side">
      <DailySignatures report={report} />
      <section>
        <h3>{t('daily.readOut')}</h3>
        <p className="desk-daily-text">{text}</p>
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('daily.copy')} <kbd>Ctrl+Shift+C</kbd>
        </Button>
        {standingReadOut && restated.length > 0 && (
          <details className="desk-daily-now">
            <summary>{t('daily.readOutNow')}</summary>
            <p className="desk-daily-text">{inOurs(readOut)}</p>
            <Button icon={<CopyOutlined />} onClick={() => void copy(inOurs(readOut))}>
              {t('daily.copyNow')}
            </Button>
          </details>
        )}
      </section>
      <DailyFiles report={report} />
      <DailySchedule />
    </aside>
  );
}
