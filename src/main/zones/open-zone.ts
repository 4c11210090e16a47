import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { listNumberOf, readItems, readTicks } from './readiness-repository.ts';
import { requireStep, takeStep } from './take-zone-step.ts';

/** Opens a zone by its own list; refused while anything on it is not confirmed, naming what. */
export const openZone: CommandHandler<'zones.open'> = async (tx, { zoneId, note }, act, { zone }) => {
  const step = await requireStep(tx, zoneId, 'open', act.happenedAt, zone);
  const list = await listNumberOf(tx, zoneId);
  const ticks = (await readTicks(tx)).filter((tick) => tick.zone_id === zoneId && tick.list === list);
  const confirmed = new Set(ticks.map(({ item }) => item));
  const missing = (await readItems(tx)).filter(({ key }) => !confirmed.has(key));
  if (missing.length > 0) {
    throw new Refusal('zone-not-ready', {
      zone: step.zone.code,
      count: String(missing.length),
      'items.zh': missing.map(({ zh }) => zh).join('、'),
      'items.en': missing.map(({ en }) => en).join('; '),
    });
  }
  await takeStep(tx, step, 'open', act, { note, list });
  return { actId: act.id };
};

/** Takes people into a stopped zone again; that it had been stopped for good needs a reason. */
export const resumeZone: CommandHandler<'zones.resume'> = async (tx, { zoneId, note }, act, { zone }) => {
  refuseUnless(act.reason !== '', 'reason-needed');
  const step = await requireStep(tx, zoneId, 'resume', act.happenedAt, zone);
  await takeStep(tx, step, 'resume', act, { note });
  return { actId: act.id };
};
