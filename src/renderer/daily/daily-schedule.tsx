import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { call, useWard } from '../client.ts';
import { lastRefusal } from '../desk/last-act.ts';
import { operatorForAct } from '../desk/operator.ts';
import { language } from '../i18n/index.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { CLOCKS, type Clock } from './cut-off.ts';

/** The last ones, and of those before them whatever could not be written. */
const RUNS_SHOWN = 4;

/** At which times the files are written without being asked for, where they go, and what became of the last ones. */
export function DailySchedule() {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { data } = useWard('daily.schedule', {});
  const set = useAct('daily.setSchedule');
  const cutOffs = data?.schedule?.cutOffs ?? [];
  const shown = (data?.runs ?? []).filter(({ problem }, index) => index < RUNS_SHOWN || problem !== null);
  const turn = (clock: Clock) => {
    const next = cutOffs.includes(clock)
      ? cutOffs.filter((one) => one !== clock)
      : [...cutOffs, clock].sort();
    void set.run({ cutOffs: next, language: language(), formats: ['xlsx', 'csv', 'txt'] });
  };
  const choose = async () => {
    const who = await operatorForAct();
    if (!who) return;
    const answer = await call('daily.chooseFolder', { operatorId: who.id });
    if (!answer.ok) lastRefusal.set(answer);
  };
  return (
    <section>
      <h3>{t('daily.schedule')}</h3>
      {cutOffs.length === 0 && <p className="desk-quiet">{t('daily.scheduleOff')}</p>}
      <div className="desk-daily-buttons">
        {CLOCKS.map((clock) => (
          <Checkbox
            key={clock}
            checked={cutOffs.includes(clock)}
            disabled={!data || set.busy}
            onChange={() => turn(clock)}
          >
            {t(clock === '12:00' ? 'daily.at.noon' : 'daily.at.midnight')}
          </Checkbox>
        ))}
      </div>
      <p className="desk-quiet">
        {t('daily.folder', { folder: data?.schedule?.folder ?? t('daily.exports') })}{' '}
        <Button size="small" onClick={() => void choose()}>
          {t('daily.choose')}
        </Button>
      </p>
      <ul className="desk-daily-signed">
        {shown.map(({ cutOff, ranAt, late, problem }) => (
          <li key={cutOff} role={problem ? 'alert' : undefined}>
            {problem
              ? t('daily.runFailed', { cutOff: timeOf(cutOff), problem })
              : late
                ? t('daily.runLate', { cutOff: timeOf(cutOff), ranAt: timeOf(ranAt) })
                : t('daily.run', { cutOff: timeOf(cutOff) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
