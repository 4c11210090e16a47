import type { DrainPerson } from '#shared/contract/zones.ts';
import { readWaiting } from '../allocation/propose-beds.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { peopleIn, requireZone } from './zone-repository.ts';

/** Who is still in the zone, bed by bed, and from when each may leave the hospital. */
export const showDrainList: QueryHandler<'zones.drainList'> = async (db, input, { now, zone }) => {
  await requireZone(db, input.zoneId);
  const ids = (await peopleIn(db, input.zoneId)).map(({ stay_id }) => stay_id);
  if (ids.length === 0) return { people: [] };
  const rows = await readWaiting(db, ids, now, zone);
  const judgements = await judgeStays(db, input.at ?? now, zone, ids);
  const people = rows.flatMap((row): DrainPerson[] => {
    if (row.bed === null) return [];
    const judgement = judgements.get(row.stayId);
    return [
      {
        ...{ stayId: row.stayId, version: row.version, name: row.name, sex: row.sex, age: row.age },
        ...{ classification: row.classification, family: row.familyId !== null },
        ...{ bedId: row.bed.id, bed: row.bed.code, since: row.bed.since },
        verdict: judgement?.verdict ?? null,
        earliest: judgement?.earliest ?? null,
        next: judgement ? { zh: judgement.next.sentence.zh, en: judgement.next.sentence.en } : null,
      },
    ];
  });
  return { people: people.sort((a, b) => (a.bed < b.bed ? -1 : 1)) };
};
