import { BREAK_GLASS_RIGHTS } from '#shared/rules/rights.ts';
import { type Refused, refusalOf } from '../client.ts';

/** Whether a right is one of those that break-glass gives: care, nothing of the house. */
export const isHadByGlass = (right: string | undefined): boolean =>
  BREAK_GLASS_RIGHTS.some((one) => one === right);

/** Whether break-glass would do away with this refusal; zones it lifts in any case. */
export function isHelpedByGlass(refused: Refused | null): boolean {
  const refusal = refusalOf(refused);
  if (refusal?.code === 'outside-your-zones') return true;
  return refusal?.code === 'not-allowed' && isHadByGlass(refusal.params.right);
}
