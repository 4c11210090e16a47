import type { CommandHandler } from '../ipc/context.ts';
import { readSettings } from './settings-repository.ts';

/** Changes what is named and nothing else; each key keeps its before and after. */
export const changeSettings: CommandHandler<'ward.changeSettings'> = async (tx, { settings }, act) => {
  const before: Record<string, unknown> = await readSettings(tx);
  for (const [key, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    const text = JSON.stringify(value);
    act.changes('hospital', 'settings', key, JSON.stringify(before[key]), text);
    await tx
      .insertInto('setting')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
      .execute();
  }
  return { actId: act.id };
};
