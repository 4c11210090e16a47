import type { AlertKind } from '#shared/contract/clinical-vocabulary.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads, Tx } from '../ipc/context.ts';

export interface Acknowledgement {
  who: string;
  at: Instant;
  note: string;
}

/** Stay, kind and beginning: what tells one alert from another. */
export const alertKey = (alert: { stayId: StayId; kind: AlertKind; since: Instant }): string =>
  `${alert.stayId} ${alert.kind} ${alert.since}`;

const selectAcknowledgements = (db: Reads) =>
  db
    .selectFrom('alert_acknowledgement as k')
    .innerJoin('act', 'act.seq', 'k.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['k.stay_id', 'k.kind', 'k.since', 'k.acknowledged_at', 'k.note', 'operator.name as who'])
    .where('k.superseded_by', 'is', null);

/** Who has acknowledged what of these stays by `at`, by the key of the alert. */
export async function readAcknowledgements(
  db: Reads,
  stayIds: readonly StayId[],
  at: Instant,
): Promise<Map<string, Acknowledgement>> {
  const found = new Map<string, Acknowledgement>();
  for (const ids of inChunks(stayIds, 500)) {
    const rows = await selectAcknowledgements(db)
      .where('k.stay_id', 'in', ids)
      .where('k.acknowledged_at', '<=', at)
      .execute();
    for (const { stay_id: stayId, kind, since, acknowledged_at, who, note } of rows) {
      found.set(alertKey({ stayId, kind, since }), { who, at: acknowledged_at, note });
    }
  }
  return found;
}

/** Acknowledged in [from, to), latest first. */
export const readAcknowledgedIn = (db: Reads, from: Instant, to: Instant) =>
  selectAcknowledgements(db)
    .where('k.acknowledged_at', '>=', from)
    .where('k.acknowledged_at', '<', to)
    .orderBy('k.acknowledged_at', 'desc')
    .orderBy('k.id')
    .execute();

export async function insertAcknowledgements(
  tx: Tx,
  alerts: readonly { stayId: StayId; kind: AlertKind; since: Instant }[],
  given: { at: Instant; note: string; seq: number },
): Promise<void> {
  for (const some of inChunks(alerts, 500)) {
    await tx
      .insertInto('alert_acknowledgement')
      .values(
        some.map(({ stayId, kind, since }) => ({
          stay_id: stayId,
          kind,
          since,
          acknowledged_at: given.at,
          note: given.note,
          recorded_by: given.seq,
        })),
      )
      .execute();
  }
}
