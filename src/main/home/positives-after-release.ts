import { type Instant, localDateOf, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { AlertSource, RaisedAlert } from '../alerts/alert-types.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { dayAfter, leftBetween, positiveBelow, startOf } from './home-days-rules.ts';
import { findPositives } from './home-repository.ts';
import { findLatePositives, type LatePositive } from './late-results-repository.ts';

/**
 * Whoever tested positive at home within the days of monitoring, from the day of that test for as many days as
 * monitoring lasts; and whoever left within those days and whose positive came after that. Since when: the beginning
 * of the day of the test at home, so that correcting a note makes no new alert; the moment the result came.
 */
export const positivesAfterRelease: AlertSource = async (db, at, zone, which) => {
  const protocol = await protocolInForce(db, at);
  const { homeMonitoringDays: days } = protocol;
  const today = localDateOf(at, zone);
  const positives = await findPositives(db, dayAfter(today, -days));
  const atHome = positives
    .filter(({ day }) => day <= today)
    .map(
      ({ stay_id, day }): RaisedAlert => ({
        stayId: stay_id,
        kind: 'positive-after-release',
        since: startOf(day, zone),
        sentence: {
          zh: `出舱后居家监测，${day} 核酸阳性`,
          en: `Tested positive on ${day}, in the days of monitoring at home after release`,
        },
      }),
    );
  const { from } = leftBetween(today, days, zone);
  const late = await findLatePositives(db, from, at, positiveBelow(protocol));
  return [...atHome, ...late.filter(isFirstOfItsMoment).map((one) => alertOfResult(one, zone))].filter(
    ({ stayId }) => which === 'present' || which.includes(stayId),
  );
};

/** Several that came in one file are one alert: of the first sample. */
const isFirstOfItsMoment = (one: LatePositive, index: number, all: readonly LatePositive[]): boolean =>
  all.findIndex((other) => other.stayId === one.stayId && other.recordedAt === one.recordedAt) === index;

function alertOfResult(
  { stayId, barcode, sampledAt, pooled, orf, n, recordedAt }: LatePositive,
  zone: TimeZone,
): RaisedAlert {
  const sampled = minute(sampledAt, zone);
  const cts = `ORF1ab ${orf ?? '—'}, N ${n ?? '—'}`;
  return {
    stayId,
    kind: 'positive-after-release',
    since: recordedAt,
    sentence: {
      zh: `出舱后才到的阳性结果：${sampled} 采样${pooled === 1 ? '（混采）' : ''}，条码 ${barcode}，${cts}`,
      en: `A positive that came after release: ${pooled === 1 ? 'pool ' : ''}${barcode}, sampled ${sampled}, ${cts}`,
    },
  };
}

const minute = (at: Instant, zone: TimeZone): string => localOf(at, zone).slice(0, 16).replace('T', ' ');
