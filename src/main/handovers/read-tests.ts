import type { HandoverBody, HandoverPerson } from '#shared/contract/handover-body.ts';
import { addMinutes, type Instant, type TimeZone } from '#shared/rules/instant.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import { sampleDue } from '../eligibility/sample-due.ts';
import type { Reads } from '../ipc/context.ts';
import { RETEST } from '../tests/list-sampling.ts';
import { readRetests } from '../tests/retest-repository.ts';

const DAY_MINUTES = 24 * 60;

/** Who is to be sampled before `until`, pools that have to be told apart first; and who may leave now or within a day. */
export async function readTestsAndLeaving(
  db: Reads,
  people: readonly HandoverPerson[],
  { at, until }: { at: Instant; until: Instant },
  clocks: TimeZone,
): Promise<Pick<HandoverBody, 'tests' | 'leaving'>> {
  const ids = people.map(({ stayId }) => stayId);
  const judgements = await judgeStays(db, at, clocks, ids);
  const retests = new Set((await readRetests(db, ids)).map(({ stayId }) => stayId));
  const tomorrow = addMinutes(at, DAY_MINUTES);
  const retested: HandoverBody['tests'] = [];
  const due: HandoverBody['tests'] = [];
  const leaving: HandoverBody['leaving'] = [];
  for (const person of people) {
    const judgement = judgements.get(person.stayId);
    if (!judgement) continue;
    const { verdict, earliest } = judgement;
    const sample = sampleDue(judgement);
    if (retests.has(person.stayId)) retested.push({ ...person, why: 'retest', dueAt: at, sentence: RETEST });
    else if (sample && (sample.at === null || sample.at <= until))
      due.push({
        ...person,
        ...{ why: 'due', dueAt: sample.at },
        sentence: { zh: sample.sentence.zh, en: sample.sentence.en },
      });
    if (verdict === 'eligible') leaving.push({ ...person, now: true, earliest });
    else if (earliest !== null && earliest <= tomorrow) leaving.push({ ...person, now: false, earliest });
  }
  return { tests: [...retested, ...due], leaving };
}
