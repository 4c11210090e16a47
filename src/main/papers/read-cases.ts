import type { StayId } from '#shared/contract/values.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import type { Context, Reads } from '../ipc/context.ts';
import { readOpenLabels, readReferral } from './clinical-reads.ts';
import type { PaperCase } from './paper-rules.ts';
import { readChecked, readExpected } from './release-checks.ts';
import { leftOn, readSubjects } from './subjects.ts';

/** What decides about the papers of these stays; stays that do not exist (any more) are not in the map. */
export async function readCases(
  db: Reads,
  stayIds: readonly StayId[],
  context: Pick<Context, 'now' | 'zone'>,
  wants: { referral?: boolean; labels?: readonly string[] } = {},
): Promise<Map<StayId, PaperCase & { barcodes: string[]; referralId: string }>> {
  const subjects = await readSubjects(db, stayIds, context);
  const here = [...subjects.values()].filter(({ leftAt }) => leftAt === null).map(({ stayId }) => stayId);
  const expected = await readExpected(db, here, context, localDateOf(context.now, context.zone));
  const checked = await readChecked(db, [...subjects.keys()]);
  const cases = new Map<StayId, PaperCase & { barcodes: string[]; referralId: string }>();
  for (const stayId of new Set(stayIds)) {
    const subject = subjects.get(stayId);
    if (!subject) continue;
    const barcodes = wants.labels ? await readOpenLabels(db, stayId, wants.labels) : [];
    const referral = wants.referral ? await readReferral(db, stayId) : undefined;
    cases.set(stayId, {
      subject,
      leftOn: leftOn(subject, context.zone),
      checked: checked.has(stayId),
      expected: expected.get(stayId) ?? null,
      referred: referral !== undefined,
      labels: barcodes.length,
      barcodes,
      referralId: referral?.referral_id ?? '',
    });
  }
  return cases;
}
