import { daysBetween, localDateOf, localOf } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { whyNotDischarged } from './discharge-rules.ts';

/** A pass or fail for each stay, judged as the discharge itself judges it, changing nothing. */
export const previewDischarges: QueryHandler<'discharges.preview'> = async (db, input, { now, zone }) => {
  const at = input.at ?? now;
  const leavers = new Set<string>(input.stayIds);
  const rows = [];
  for (const stayId of input.stayIds) {
    const stay = await requireStay(db, stayId);
    const problem =
      at > now
        ? new Refusal('in-future', { at: localOf(at, zone) })
        : whyNotDischarged(stay, input.leaving, at, zone);
    const family = await db
      .selectFrom('stay as mine')
      .innerJoin('stay as theirs', 'theirs.family_id', 'mine.family_id')
      .innerJoin('person', 'person.id', 'theirs.person_id')
      .innerJoin('stay_period as p', 'p.stay_id', 'theirs.id')
      .select(['theirs.id', 'person.name'])
      .where('mine.id', '=', stayId)
      .where('p.superseded_by', 'is', null)
      .where('p.to_at', 'is', null)
      .execute();
    rows.push({
      stayId,
      version: stay.version,
      name: stay.name,
      number: stay.number,
      bed: stay.assignment?.code ?? '',
      daysInHouse: Math.max(0, daysBetween(localDateOf(stay.period.from_at, zone), localDateOf(at, zone))),
      problem: problem && { code: problem.code, params: { ...problem.params } },
      familyStaying: family.filter(({ id }) => !leavers.has(id)).map(({ name }) => name),
    });
  }
  return rows;
};
