import type { QueryHandler } from '../ipc/context.ts';
import { present, selectStays, stayRowOf } from './stay-view.ts';

/** Stays for the grid: those present by arrival, those who wait longest first, those who left latest first. */
export const listStays: QueryHandler<'stays.list'> = async (db, input, { now, zone }) => {
  const all = selectStays(db);
  if (input.scope === 'left') {
    const rows = await all
      .where('p.to_at', '>=', input.from)
      .where('p.to_at', '<', input.to)
      .orderBy('p.to_at', 'desc')
      .limit(input.limit + 1)
      .execute();
    return {
      rows: rows.slice(0, input.limit).map((row) => stayRowOf(row, now, zone)),
      more: rows.length > input.limit,
    };
  }
  const rows = await all
    .where(present)
    .$if(input.scope === 'waiting', (q) => q.where('a.id', 'is', null))
    .orderBy('p.from_at')
    .orderBy('stay.number')
    .execute();
  return { rows: rows.map((row) => stayRowOf(row, now, zone)), more: false };
};
