import { localDateOf } from '#shared/rules/instant.ts';
import type { AlertSource } from '../alerts/alert-types.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { dayAfter, startOf } from './home-days-rules.ts';
import { findPositives } from './home-repository.ts';

/**
 * Whoever tested positive at home within the days of monitoring, from the day of that test for as many days as
 * monitoring lasts. Since when: the beginning of that day, so that correcting a note makes no new alert.
 */
export const positivesAfterRelease: AlertSource = async (db, at, zone) => {
  const { homeMonitoringDays: days } = await protocolInForce(db, at);
  const today = localDateOf(at, zone);
  const positives = await findPositives(db, dayAfter(today, -days));
  return positives
    .filter(({ day }) => day <= today)
    .map(({ stay_id, day }) => ({
      stayId: stay_id,
      kind: 'positive-after-release' as const,
      since: startOf(day, zone),
      sentence: {
        zh: `出舱后居家监测，${day} 核酸阳性`,
        en: `Tested positive on ${day}, in the days of monitoring at home after release`,
      },
    }));
};
