import { localOf } from '#shared/rules/instant.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { listsOf, readItems, readTicks } from './readiness-repository.ts';
import { requireStep, takeStep } from './take-zone-step.ts';

/**
 * Opens a zone by its own list; refused while anything on it is not confirmed, naming what, and for a moment
 * before the last of it was. What was on the list goes with the act: the list may be changed later.
 */
export const openZone: CommandHandler<'zones.open'> = async (tx, { zoneId, note }, act, { zone }) => {
  const step = await requireStep(tx, zoneId, 'open', act.happenedAt, zone);
  const { next: list } = await listsOf(tx, zoneId);
  const items = await readItems(tx);
  const ticks = (await readTicks(tx)).filter((tick) => tick.zone_id === zoneId && tick.list === list);
  const confirmed = new Map(ticks.map(({ item, confirmed_at }) => [item, confirmed_at]));
  const missing = items.filter(({ key }) => !confirmed.has(key));
  if (missing.length > 0) {
    throw new Refusal('zone-not-ready', {
      zone: step.zone.code,
      count: String(missing.length),
      'items.zh': missing.map(({ zh }) => zh).join('、'),
      'items.en': missing.map(({ en }) => en).join('; '),
    });
  }
  for (const { key, zh, en } of items) {
    const at = confirmed.get(key);
    if (at === undefined || at <= act.happenedAt) continue;
    const words = { zone: step.zone.code, 'item.zh': zh, 'item.en': en, at: localOf(at, zone) };
    throw new Refusal('zone-confirmed-later', words);
  }
  await takeStep(tx, step, 'open', act, { note, list });
  act.changes('zone', zoneId, 'readiness', null, items.map(({ key }) => key).join(' '));
  return { actId: act.id };
};

/** Takes people into a stopped zone again; that it had been stopped for good needs a reason. */
export const resumeZone: CommandHandler<'zones.resume'> = async (tx, { zoneId, note }, act, { zone }) => {
  refuseUnless(act.reason !== '', 'reason-needed');
  const step = await requireStep(tx, zoneId, 'resume', act.happenedAt, zone);
  await takeStep(tx, step, 'resume', act, { note });
  return { actId: act.id };
};
