import { randomUUID } from 'node:crypto';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { Member } from '#shared/contract/release-list.ts';
import type { OperatorId, ReleaseListId, StayId } from '#shared/contract/values.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { twoGood } from '../../fixtures/clinical.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

export const DAY = '2022-04-08' as LocalDate;
export const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;

export interface Evening {
  ward: TestWard;
  /** Eligible: from three districts, one family among them. */
  ids: Record<string, StayId>;
  doctor: OperatorId;
  nurse: OperatorId;
}

export const admit = async (
  ward: TestWard,
  details: Partial<AdmissionDetails> & { name: string },
  bed: string | null,
  familyOf: StayId | null = null,
): Promise<StayId> => {
  const { stayId } = await ward.call('stays.admit', {
    details: someone(details),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf,
    convoyId: null,
  });
  return stayId;
};

/** The evening of 7 April: five people with two good samples, one with a positive one. */
export async function eveningBefore(): Promise<Evening> {
  const ward = await openTestWard('small-20', '2022-04-04 12:00');
  const home = { district: '丰满区', street: '青岛街道' };
  const mother = await admit(ward, { name: '邹丽平', ...home }, 'A-01-01');
  const ids: Record<string, StayId> = {
    mother,
    child: await admit(ward, { name: '邹小平', ...home }, 'A-01-02', mother),
    man: await admit(ward, { name: '丁林宁', ...home, street: '江南街道' }, 'A-01-03'),
    other: await admit(ward, { name: '高敏', district: '船营区', street: '大东街道' }, 'A-01-04'),
    unknown: await admit(ward, { name: '无名' }, 'A-01-05'),
    ill: await admit(ward, { name: '钱生', ...home }, 'A-01-06'),
  };
  ward.at('2022-04-07 20:00');
  for (const [who, stayId] of Object.entries(ids)) {
    if (who !== 'ill') await twoGood(ward, stayId, '2022-04-06 07:00', '2022-04-07 07:30');
  }
  const operators = await ward.call('ward.operators', {});
  const find = (name: string) => operators.find((one) => one.name === name)?.id as OperatorId;
  return { ward, ids, doctor: find('李护士'), nurse: find('王护士') };
}

/** Opens the list of 8 April and puts these people on it. */
export async function openWith({ ward }: Evening, stayIds: readonly StayId[]): Promise<ReleaseListId> {
  const { listId } = await ward.call('releases.open', { day: DAY });
  await ward.call('releases.setMembers', { listId, add: [...stayIds] });
  return listId;
}

export const sign = (
  { ward }: Evening,
  listId: ReleaseListId,
  role: 'doctor' | 'nurse',
  operatorId: OperatorId,
) => ward.router('releases.sign', { listId, role, act: { key: randomUUID(), operatorId } });

export async function signBoth(evening: Evening, listId: ReleaseListId): Promise<void> {
  for (const [role, who] of [
    ['doctor', evening.doctor],
    ['nurse', evening.nurse],
  ] as const) {
    const reply = await sign(evening, listId, role, who);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
  }
}

export const memberOf = async (ward: TestWard, stayId: StayId | undefined): Promise<Member | undefined> =>
  (await ward.call('releases.list', { day: DAY })).members.find((one) => one.stayId === stayId);
