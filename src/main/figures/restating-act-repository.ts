import type { RestatingAct } from '#shared/contract/figures.ts';
import type { ActId, StayId } from '#shared/contract/values.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';

/** Acts as a restatement names them, in the order in which they were recorded. */
export async function selectActs(db: Reads, seqs: readonly number[]) {
  return await db
    .selectFrom('act')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .leftJoin('act_undo', 'act_undo.act_seq', 'act.seq')
    .leftJoin('act as undone', 'undone.seq', 'act_undo.undoes')
    .select(({ ref }) => [
      'act.seq',
      ref('act.id').$castTo<ActId>().as('actId'),
      'act.procedure',
      'undone.procedure as undoes',
      'operator.id as operatorId',
      'operator.name as operator',
      'act.happened_at as happenedAt',
      'act.recorded_at as recordedAt',
      'act.late',
      'act.reason',
    ])
    .where('act.seq', 'in', seqs)
    .orderBy('act.seq')
    .execute();
}

export async function readNames(db: Reads, ids: readonly StayId[]): Promise<RestatingAct['stays']> {
  const found: RestatingAct['stays'] = [];
  for (const some of inChunks(ids, 1000))
    found.push(
      ...(await db
        .selectFrom('stay')
        .innerJoin('person', 'person.id', 'stay.person_id')
        .select(['stay.id as stayId', 'stay.number', 'person.name'])
        .where('stay.id', 'in', some)
        .execute()),
    );
  return found.sort((a, b) => a.number - b.number);
}
