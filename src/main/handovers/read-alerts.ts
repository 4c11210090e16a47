import type { Alert } from '#shared/contract/alerts.ts';
import type { HandoverAlert, HandoverPerson } from '#shared/contract/handover-body.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { openAlerts } from '../alerts/open-alerts.ts';
import type { Interval } from '../figures/journey-rules.ts';
import type { Reads } from '../ipc/context.ts';

/**
 * Alerts of those in the zone at `to`, worst first: open then, with those that began in the interval marked, and
 * those that were open at `from` and are no more. Alerts are derived, so both ends are asked for.
 */
export async function readAlertsOfShift(
  db: Reads,
  people: readonly HandoverPerson[],
  { from, to }: Interval,
  clocks: TimeZone,
): Promise<HandoverAlert[]> {
  const here = new Map<StayId, HandoverPerson>(people.map((person) => [person.stayId, person]));
  const ids = [...here.keys()];
  const now = await openAlerts(db, to, clocks, ids);
  const then = (await openAlerts(db, from, clocks, ids)).filter(({ began }) => began <= from);
  const [open, earlier] = [new Set(now.map(keyOf)), new Set(then.map(keyOf))];
  const rowOf = (alert: Alert, course: HandoverAlert['course']): HandoverAlert[] => {
    const person = here.get(alert.stayId);
    if (!person) return [];
    const { kind, level, began, sentence, acknowledged } = alert;
    return [
      {
        ...person,
        ...{ kind, level, began, course },
        sentence: { zh: sentence.zh, en: sentence.en },
        acknowledged: acknowledged && { who: acknowledged.who, at: acknowledged.at },
      },
    ];
  };
  return [
    ...now.flatMap((alert) => rowOf(alert, earlier.has(keyOf(alert)) ? 'open' : 'opened')),
    ...then.filter((alert) => !open.has(keyOf(alert))).flatMap((alert) => rowOf(alert, 'closed')),
  ];
}

/** One thing the matter with one person, however often it became worse. */
const keyOf = ({ stayId, kind }: Alert): string => `${stayId} ${kind}`;
