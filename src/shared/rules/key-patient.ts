import type { PatientMark } from '../contract/clinical-vocabulary.ts';
import type { Protocol } from '../contract/protocol.ts';
import type { KeyReason } from '../contract/rounds.ts';
import type { KeyGroup, Need } from '../contract/vocabulary.ts';

/** Marks that make a key patient 重点病员 of somebody (domain.md); the others only say how to treat them. */
const KEY_MARKS: ReadonlySet<PatientMark> = new Set([
  'key-patient',
  'pregnant',
  'elderly-alone',
  'disabled',
  'dialysis',
  'tumour',
  'child-alone',
]);

/**
 * Why somebody is a key patient; empty where they are none. By rule: a high-risk group that the protocol names
 * (its own age for `over-60`). By hand: a mark.
 */
export function keyReasonsOf(
  groups: readonly KeyGroup[],
  marks: readonly PatientMark[],
  ageYears: number | null,
  { highRisk }: Pick<Protocol, 'highRisk'>,
): KeyReason[] {
  const old = ageYears !== null && ageYears > highRisk.over;
  const byRule = highRisk.groups.filter((group) => (group === 'over-60' ? old : groups.includes(group)));
  const byHand = marks.filter((mark) => KEY_MARKS.has(mark));
  return [...new Set<KeyReason>([...byRule, ...byHand])];
}

/** NEWS2 does not hold in pregnancy: marked by hand, or written down at admission. */
export const isPregnant = (marks: readonly PatientMark[], needs: readonly Need[]): boolean =>
  marks.includes('pregnant') || needs.includes('pregnancy') || needs.includes('late-pregnancy');
