import { SPECIAL_GROUPS, type SpecialGroup } from '#shared/contract/care.ts';
import type { PatientMark } from '#shared/contract/clinical-vocabulary.ts';
import type { StayRow } from '#shared/contract/stays.ts';

/** Marks that put somebody into a group by themselves. */
const BY_MARK: Partial<Record<PatientMark, SpecialGroup>> = {
  'elderly-alone': 'elderly-alone',
  disabled: 'disabled',
  pregnant: 'pregnant',
  dialysis: 'dialysis',
  tumour: 'tumour',
  'child-alone': 'child',
  anxious: 'anxious',
};

/**
 * The groups whose needs are kept in the ledger: what a doctor or nurse marked, and what the record says (needs,
 * illnesses, age under 14, how somebody gets about). Living alone is in no record: only a mark tells it.
 */
export function specialGroupsOf(
  stay: Pick<StayRow, 'needs' | 'keyGroups' | 'mobility'>,
  marks: readonly PatientMark[],
): SpecialGroup[] {
  const groups = new Set<SpecialGroup>();
  for (const mark of marks) {
    const group = BY_MARK[mark];
    if (group) groups.add(group);
  }
  const { needs, keyGroups, mobility } = stay;
  if (needs.includes('pregnancy') || needs.includes('late-pregnancy') || keyGroups.includes('late-pregnancy'))
    groups.add('pregnant');
  if (needs.includes('dialysis') || keyGroups.includes('dialysis')) groups.add('dialysis');
  if (keyGroups.includes('tumour')) groups.add('tumour');
  if (keyGroups.includes('child')) groups.add('child');
  if (needs.includes('wheelchair') || mobility === 'wheelchair' || mobility === 'stretcher')
    groups.add('disabled');
  return SPECIAL_GROUPS.filter((group) => groups.has(group));
}
