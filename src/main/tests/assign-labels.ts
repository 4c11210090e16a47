import type { StayId } from '#shared/contract/values.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { CommandHandler, Reads } from '../ipc/context.ts';
import { NothingRecorded, refuseUnless } from '../ipc/refusal.ts';
import { readKnownStays } from './lab-knowledge.ts';
import { readPeople } from './people.ts';

/** Before the day and a running number: `FC2204080001`, capitals and digits only, as every Code 128 reader takes. */
const PREFIX = 'FC';
const RUNNING_DIGITS = 4;

/**
 * Labels for the tubes of these stays. Whoever has a label that was not used yet keeps it, so that printing again
 * makes no second barcode. Refused for people who are not in house.
 */
export const assignLabels: CommandHandler<'tests.assignLabels'> = async (tx, input, act, { zone }) => {
  const ids = [...new Set(input.stayIds)];
  const stays = await readKnownStays(tx, ids);
  for (const id of ids) {
    const stay = stays.get(id);
    refuseUnless(stay !== undefined, 'no-such-stay');
    refuseUnless(stay.to === null, 'not-in-house', () => ({ name: stay.name }));
  }
  const barcodes = await unusedLabels(tx, ids);
  const without = ids.filter((id) => !barcodes.has(id));
  const day = localDateOf(act.recordedAt, zone).replaceAll('-', '').slice(2);
  let next = await nextRunningNumber(tx, `${PREFIX}${day}`);
  for (const id of without)
    barcodes.set(id, `${PREFIX}${day}${String(next++).padStart(RUNNING_DIGITS, '0')}`);
  for (const some of inChunks(without, 500)) {
    await tx
      .insertInto('sample_label')
      .values(some.map((id) => ({ stay_id: id, barcode: barcodes.get(id) ?? '', recorded_by: act.seq })))
      .execute();
  }
  for (const id of without) act.touches('care', id);
  const people = await readPeople(tx, ids);
  const labels = ids.flatMap((id) => {
    const person = people.get(id);
    return person ? [{ ...person, barcode: barcodes.get(id) ?? '' }] : [];
  });
  if (without.length === 0) throw new NothingRecorded({ actId: null, labels });
  return { actId: act.id, labels };
};

/** The latest label of each stay with which nobody was sampled yet. */
export async function unusedLabels(db: Reads, ids: readonly StayId[]): Promise<Map<StayId, string>> {
  const labels = new Map<StayId, string>();
  for (const some of inChunks(ids, 1000)) {
    const rows = await db
      .selectFrom('sample_label as l')
      .leftJoin('nat_sample as s', (join) =>
        join.onRef('s.barcode', '=', 'l.barcode').on('s.superseded_by', 'is', null),
      )
      .select(['l.stay_id', 'l.barcode'])
      .where('l.stay_id', 'in', some)
      .where('l.superseded_by', 'is', null)
      .where('s.id', 'is', null)
      .orderBy('l.id')
      .execute();
    for (const { stay_id, barcode } of rows) labels.set(stay_id, barcode);
  }
  return labels;
}

/**
 * Labels that were taken back count too: they may be on paper. So do tubes that somebody was sampled with, wherever
 * their barcode came from.
 */
async function nextRunningNumber(db: Reads, prefix: string): Promise<number> {
  let last = 0;
  for (const table of ['sample_label', 'nat_sample'] as const) {
    const rows = await db
      .selectFrom(table)
      .select('barcode')
      .where('barcode', '>=', prefix)
      .where('barcode', '<', `${prefix}\u{10FFFF}`)
      .execute();
    for (const { barcode } of rows) {
      const digits = barcode.slice(prefix.length);
      if (/^\d{1,9}$/.test(digits)) last = Math.max(last, Number(digits));
    }
  }
  return last + 1;
}
