import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import type { Tx } from '../ipc/context.ts';
import { type Basis, insertBases, zoneOf } from './discharge-basis-repository.ts';
import { keepProtocol, protocolInForce } from './protocol-repository.ts';

/**
 * Keeps by which version of which protocol, and with which verdict, these people leave at `at`. Judges all of them in
 * one go; to be called before they have left. The verdict may be `not-yet`: a discharge on order is a doctor's, the
 * record only says what the rules said.
 */
export async function keepDischargeBases(
  tx: Tx,
  stayIds: readonly StayId[],
  at: Instant,
  act: Act,
  listId: ReleaseListId | null,
): Promise<void> {
  if (stayIds.length === 0) return;
  const judged = await judgeStays(tx, at, await zoneOf(tx), stayIds);
  const bases = stayIds.flatMap((stayId): Basis[] => {
    const judgement = judged.get(stayId);
    return judgement ? [{ stayId, verdict: judgement.verdict }] : [];
  });
  const version = await keepProtocol(tx, await protocolInForce(tx, at), act);
  await insertBases(tx, bases, { version, at, listId, seq: act.seq });
}
