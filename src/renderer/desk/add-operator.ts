import type { Operator } from '#shared/contract/ward.ts';
import { call, queryClient, type Refused } from '../client.ts';
import { answerOperator, operator } from './operator.ts';

/**
 * Puts somebody on the list and picks them. The very first name is added in the name of the system, since
 * nobody else is there yet to have done it.
 */
export async function addOperator(name: string, known: readonly Operator[]): Promise<Refused | null> {
  const by = operator.get()?.id ?? known.find(({ kind }) => kind === 'system')?.id ?? known[0]?.id;
  if (!by) return { ok: false, kind: 'refused', refusal: { code: 'unknown-operator', params: {} } };
  const answer = await call('ward.addOperator', { act: { key: crypto.randomUUID(), operatorId: by }, name });
  if (!answer.ok) return answer;
  // Known to this page before it is picked: a name that is on no list yet would be taken for another ward's.
  await queryClient.invalidateQueries({ queryKey: ['ward.operators'] });
  answerOperator({ id: answer.value.operatorId, name, at: Date.now() });
  return null;
}
