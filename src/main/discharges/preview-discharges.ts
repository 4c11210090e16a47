import { daysBetween, localDateOf, localOf } from '#shared/rules/instant.ts';
import type { Judgement } from '../eligibility/eligibility-types.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { whyNot } from '../releases/judge-members.ts';
import { judgeLeavers } from '../releases/leave-by-list.ts';
import { BY_THE_RULES, whyNotNow } from './discharge-rules.ts';
import { readFamilies, readLastFacts, requireStays } from './leaver-repository.ts';

/** A pass or fail for each stay, judged as the discharge itself judges it, changing nothing. */
export const previewDischarges: QueryHandler<'discharges.preview'> = async (db, input, context) => {
  const { now, zone, progress } = context;
  const { leaving, listId = null } = input;
  const at = input.at ?? now;
  progress({ step: 'checking', done: 0, total: input.stayIds.length });
  const leavers = new Set<string>(input.stayIds);
  const stays = await requireStays(
    db,
    input.stayIds.map((stayId) => ({ stayId })),
  );
  const byList = listId === null ? null : await judgeLeavers(db, listId, input.stayIds, { at, now, zone });
  const lastFacts = await readLastFacts(db, input.stayIds);
  const judged = BY_THE_RULES.has(leaving.way) ? await judgeStays(db, at, zone, input.stayIds) : null;
  const families = await readFamilies(db, input.stayIds);
  return stays.map((stay) => {
    const problem =
      at > now
        ? new Refusal('in-future', { at: localOf(at, zone) })
        : whyNotNow(stay, leaving, { at, zone, byList, lastFact: lastFacts.get(stay.stayId) });
    const family = families.get(stay.stayId) ?? [];
    return {
      stayId: stay.stayId,
      version: stay.version,
      name: stay.name,
      number: stay.number,
      bed: stay.assignment?.code ?? '',
      daysInHouse: Math.max(0, daysBetween(localDateOf(stay.period.from_at, zone), localDateOf(at, zone))),
      ...verdictOf(judged?.get(stay.stayId)),
      problem: problem && { code: problem.code, params: { ...problem.params } },
      familyStaying: family.filter(({ stayId }) => !leavers.has(stayId)).map(({ name }) => name),
    };
  });
};

/** What the rules say, whether or not there is a list: whoever discharges on order is to know it. */
function verdictOf(judgement: Judgement | undefined) {
  if (!judgement) return { verdict: null, verdictWords: null };
  const { verdict } = judgement;
  if (verdict === 'eligible') return { verdict, verdictWords: null };
  const { zh, en } = whyNot(judgement);
  return { verdict, verdictWords: { zh, en } };
}
