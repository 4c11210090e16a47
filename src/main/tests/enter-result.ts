import { localOf, parseInstant } from '#shared/rules/instant.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { describe, sameResult } from './judge-lab-rows.ts';
import { insertResults, readTubes } from './sample-repository.ts';
import { requireResult } from './solve-row.ts';

/**
 * The result of a tube that was sampled here, typed from the laboratory's paper. Refused for a tube nobody was
 * sampled with, and where a later report is on record; the same result again changes nothing.
 */
export const enterResult: CommandHandler<'tests.enterResult'> = async (tx, input, act, { now, zone }) => {
  const barcode = input.barcode.toUpperCase();
  const tube = (await readTubes(tx, [barcode])).get(barcode);
  refuseUnless(tube !== undefined && tube.members.length > 0, 'no-such-sample', () => ({ barcode }));
  const value = requireResult(input.orf, input.n, input.result);
  const reportedAt = parseInstant(input.reportedAt ?? '');
  if (reportedAt !== null && reportedAt > now)
    throw new Refusal('in-future', { at: localOf(reportedAt, zone) });
  const last = tube.result;
  if (last?.reportedAt && reportedAt && reportedAt < last.reportedAt)
    throw new Refusal('older-report', { barcode, known: localOf(last.reportedAt, zone) });
  const corrected = last !== null && !sameResult(last.value, value);
  if (last === null || corrected)
    await insertResults(tx, [{ barcode, value, reportedAt, from: null, replaces: last?.id ?? null }], act);
  for (const { stayId } of tube.members) {
    act.touches('care', stayId);
    if (corrected)
      act.changes(
        'care',
        stayId,
        'natResult',
        `${barcode} ${describe(last.value)}`,
        `${barcode} ${describe(value)}`,
      );
  }
  return { actId: act.id, corrected };
};
