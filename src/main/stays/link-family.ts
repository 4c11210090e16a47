import { v7 as uuid } from 'uuid';
import { type FamilyId, familyId, type StayId } from '#shared/contract/values.ts';
import type { Act } from '../acts/record-act.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { requireStay } from './stay-repository.ts';

/** Several stays become one family (with whoever belongs to theirs already); one alone leaves its family. */
export const linkFamily: CommandHandler<'stays.linkFamily'> = async (tx, { stayIds }, act) => {
  const [only, ...others] = stayIds;
  if (only !== undefined && others.length === 0) await setFamily(tx, [only], null, act);
  else await joinFamily(tx, stayIds, act);
  return { actId: act.id };
};

/**
 * Puts stays into one family, with everybody who belongs to theirs already: into that of the first named who
 * has one, or a new one. Refuses a stay that was taken back.
 */
export async function joinFamily(tx: Tx, stayIds: readonly StayId[], act: Act): Promise<void> {
  const families: (FamilyId | null)[] = [];
  for (const id of stayIds) {
    await requireStay(tx, id);
    const row = await tx
      .selectFrom('stay')
      .select('family_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    families.push(row.family_id);
  }
  const theirs = families.filter((family): family is FamilyId => family !== null);
  const relatives =
    theirs.length === 0
      ? []
      : await tx.selectFrom('stay').select('id').where('family_id', 'in', theirs).orderBy('number').execute();
  const all = [...new Set([...stayIds, ...relatives.map(({ id }) => id)])];
  await setFamily(tx, all, theirs[0] ?? (await newFamily(tx)), act);
}

export async function newFamily(tx: Tx): Promise<FamilyId> {
  const id = familyId.parse(uuid());
  await tx.insertInto('family').values({ id }).execute();
  return id;
}

async function setFamily(
  tx: Tx,
  stayIds: readonly StayId[],
  family: FamilyId | null,
  act: Act,
): Promise<void> {
  for (const id of stayIds) {
    const before = await tx.selectFrom('stay').select('family_id').where('id', '=', id).executeTakeFirst();
    refuseUnless(before !== undefined, 'no-such-stay');
    act.changes('stay', id, 'family_id', before.family_id, family);
    await tx.updateTable('stay').set({ family_id: family }).where('id', '=', id).execute();
  }
}
