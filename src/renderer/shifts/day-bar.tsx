import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ShiftPattern } from '#shared/rules/shift-rules.ts';
import type { ShiftsPage } from './use-shifts-page.ts';

/** Which days the roster shows, and how they are cut into shifts. */
export function DayBar({ page, pattern }: { page: ShiftsPage; pattern: ShiftPattern }) {
  const { t } = useTranslation();
  return (
    <div className="desk-shift-days">
      <Button onClick={page.earlier}>
        {t('shifts.days.earlier')} <kbd aria-hidden>PgUp</kbd>
      </Button>
      <strong>{t('shifts.days.showing', { from: page.from, to: page.until })}</strong>
      <Button onClick={page.later}>
        {t('shifts.days.later')} <kbd aria-hidden>PgDn</kbd>
      </Button>
      {page.from !== page.today && <Button onClick={page.backToToday}>{t('shifts.days.today')}</Button>}
      <span className="desk-quiet">
        {t('shifts.pattern.says', {
          hours: pattern.hours,
          start: pattern.firstStart,
          rest: pattern.restHours,
        })}
        {pattern.from === null && t('shifts.pattern.usual')}
      </span>
    </div>
  );
}
