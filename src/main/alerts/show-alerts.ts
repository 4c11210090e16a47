import type { StayId } from '#shared/contract/values.ts';
import { ALERT_CONCERNS } from '#shared/rules/alert-rules.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readPatients } from '../rounds/patient-repository.ts';
import { readAcknowledgedIn } from './acknowledgement-repository.ts';
import { openAlerts } from './open-alerts.ts';

export const showOpenAlerts: QueryHandler<'alerts.open'> = async (db, { team, stayId }, { now, zone }) => {
  const all = await openAlerts(db, now, zone, stayId === undefined ? 'present' : [stayId]);
  return { at: now, alerts: team === undefined ? all : all.filter(({ teams }) => teams.includes(team)) };
};

/** For the badge that is on every page. */
export const countAlerts: QueryHandler<'alerts.count'> = async (db, _input, { now, zone }) => {
  const count = { emergency: 0, urgent: 0, notice: 0, escalated: 0 };
  for (const { level, acknowledged, escalated } of await openAlerts(db, now, zone)) {
    if (acknowledged === null) count[level] += 1;
    if (escalated) count.escalated += 1;
  }
  return count;
};

/** What was acknowledged in a period, for the handover. */
export const showAlertHistory: QueryHandler<'alerts.history'> = async (db, { from, to }, { now, zone }) => {
  refuseUnless(from < to, 'period-empty');
  const rows = await readAcknowledgedIn(db, from, to);
  const ids: StayId[] = [...new Set(rows.map(({ stay_id }) => stay_id))];
  const patients = await readPatients(db, ids, await protocolInForce(db, now), now, zone);
  const people = new Map(patients.map((patient) => [patient.stayId, patient]));
  return {
    alerts: rows.flatMap((row) => {
      const patient = people.get(row.stay_id);
      if (!patient) return [];
      return {
        stayId: row.stay_id,
        name: patient.name,
        number: patient.number,
        bed: patient.bed,
        kind: row.kind,
        since: row.since,
        level: ALERT_CONCERNS[row.kind].level,
        who: row.who,
        at: row.acknowledged_at,
        note: row.note,
      };
    }),
  };
};
