import { SYMPTOMS } from '#shared/contract/clinical-vocabulary.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { dayNumber, isMonitored, isWithin } from './home-days-rules.ts';
import { findCheck } from './home-repository.ts';

/** One check a day for who was released home; the same day again corrects what stood there. */
export const recordHomeCheck: CommandHandler<'home.record'> = async (tx, input, act, { zone, now }) => {
  const stay = await requireStay(tx, input.stayId);
  const { day } = input;
  refuseUnless(day <= localDateOf(now, zone), 'home-day-ahead', () => ({ day }));
  const { homeMonitoringDays: days } = await protocolInForce(tx, now);
  const { to_at, way } = stay.period;
  if (to_at === null || !isMonitored(way) || !isWithin(dayNumber(to_at, day, zone), days))
    throw new Refusal('not-monitored', { name: stay.name, day, days: String(days) });
  const knows = input.temperature !== null || input.symptoms.length > 0 || input.nat !== 'none';
  refuseUnless(input.reached || !knows, 'home-not-reached', () => ({ name: stay.name }));
  const fact = {
    stay_id: input.stayId,
    day,
    temperature: input.temperature,
    symptoms: SYMPTOMS.filter((symptom) => input.symptoms.includes(symptom)).join(','),
    nat: input.nat,
    reached: input.reached ? (1 as const) : (0 as const),
    note: input.note,
  };
  const before = await findCheck(tx, input.stayId, day);
  if (before) {
    const same = (Object.keys(fact) as (keyof typeof fact)[]).every((key) => before[key] === fact[key]);
    if (same) throw new NothingRecorded({ actId: null });
    await supersede(tx, 'home_check', before.id, act.seq);
  }
  await tx
    .insertInto('home_check')
    .values({ ...fact, recorded_by: act.seq })
    .execute();
  act.touches('care', input.stayId);
  return { actId: act.id };
};
