import type { HospitalSettings } from '#shared/contract/hospital-settings.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { itemsOf } from '../zones/readiness-repository.ts';
import { withdrawFromNewItems } from '../zones/renew-items.ts';
import { readSettings } from './settings-repository.ts';

/** Changes what is named and nothing else; each key keeps its before and after. */
export const changeSettings: CommandHandler<'ward.changeSettings'> = async (tx, { settings }, act) => {
  const was = await readSettings(tx);
  const before: Record<string, unknown> = was;
  for (const [key, value] of Object.entries(settings) as [keyof HospitalSettings, unknown][]) {
    if (value === undefined) continue;
    const text = JSON.stringify(value);
    act.changes('hospital', 'settings', key, JSON.stringify(before[key]), text);
    await tx
      .insertInto('setting')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
      .execute();
  }
  if (settings.zones) await withdrawFromNewItems(tx, itemsOf(was.zones), itemsOf(settings.zones), act);
  return { actId: act.id };
};
