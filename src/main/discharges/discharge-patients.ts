import type { Leaving } from '#shared/contract/discharges.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { keepDischargeBases } from '../protocols/keep-discharge-basis.ts';
import { judgeLeavers } from '../releases/leave-by-list.ts';
import type { StayNow } from '../stays/stay-repository.ts';
import { dischargeAll } from './discharge-all.ts';
import { BY_THE_RULES, whyNotNow } from './discharge-rules.ts';
import { readLastFacts, requireStays } from './leaver-repository.ts';

/** Between two looks at whether somebody cancelled; far below what a statement may hold. */
const PORTION = 50;

/**
 * Discharges all the stays named, or none. Their beds await disinfection from the moment they left. With a list:
 * only people who stand on it, signed by both, and may leave at that moment. What each was judged by is kept.
 */
export const dischargePatients: CommandHandler<'discharges.commit'> = async (tx, input, act, context) => {
  const { zone, progress } = context;
  const { leaving, listId = null } = input;
  const at = act.happenedAt;
  const total = input.stays.length;
  progress({ step: 'checking', done: 0, total });
  const stays = await requireStays(tx, input.stays);
  const ids = stays.map(({ stayId }) => stayId);
  const byList =
    listId === null ? null : await judgeLeavers(tx, listId, ids, { at, now: act.recordedAt, zone });
  const lastFacts = await readLastFacts(tx, ids);
  const seen = new Set<string>();
  for (const stay of stays) {
    const { stayId, name } = stay;
    if (seen.has(stayId)) throw new Refusal('same-stay-twice', { name, stayId });
    seen.add(stayId);
    const problem = whyNotNow(stay, leaving, { at, zone, byList, lastFact: lastFacts.get(stayId) });
    // Names can be the same; the screen marks the row by the stay.
    if (problem) throw new Refusal(problem.code, { ...problem.params, stayId });
  }
  if (BY_THE_RULES.has(leaving.way)) await keepDischargeBases(tx, ids, at, act, listId);
  let done = 0;
  for (const some of inChunks(stays, PORTION)) {
    await dischargeAll(tx, some, leaving, { at, act });
    done += some.length;
    progress({ step: 'discharging', done, total });
  }
  return { actId: act.id, discharged: total, at };
};

/** Ends one stay; the caller has asked the rules. */
export const discharge = (
  tx: Tx,
  stay: StayNow,
  leaving: Leaving,
  { at, act }: { at: Instant; zone: TimeZone; act: Act },
): Promise<void> => dischargeAll(tx, [stay], leaving, { at, act });
