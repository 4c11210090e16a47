import { randomUUID } from 'node:crypto';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import { addMinutes, localOf } from '#shared/rules/instant.ts';
import { twoGood } from '../../fixtures/clinical.ts';
import { someone, type TestWard, ZONE } from '../../fixtures/ward.ts';

/** People whose names and documents have broken papers before. */
export const DIFFICULT: readonly Partial<AdmissionDetails & { name: string }>[] = [
  { name: '岩温·玉香罕', sex: 'female', documentType: 'resident-id', documentNumber: '11010519491231002X' },
  { name: '尼桑木嘎', sex: 'female' },
  {
    name: 'Maria-José O’Brien van der Berg',
    sex: 'female',
    documentType: 'passport',
    documentNumber: 'E12345678',
  },
  { name: '<script>alert("名")</script>&amp;', sex: 'unknown' },
  { name: '{{number}} {{{qr}}}', sex: 'male' },
  { name: '\u202e反向名字', sex: 'male' },
  { name: '艾克热木江·阿布都热西提·'.repeat(9).slice(0, 119), sex: 'male' },
  { name: '婴', sex: 'female', birthDate: '2022-03-01' as AdmissionDetails['birthDate'] },
  { name: '𠮷田𡈽', sex: 'male' },
];

/** Somebody in the bed named. */
export async function admit(
  ward: TestWard,
  bed: string | null,
  details: Partial<AdmissionDetails> & { name: string },
): Promise<StayId> {
  const { stayId } = await ward.call('stays.admit', {
    details: someone(details),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });
  return stayId;
}

export const ON_ORDER = { way: 'on-order', destination: '', companion: '', note: '' } as const;

/** On a doctor's word alone. */
export const dischargeOnOrder = (ward: TestWard, ...stayIds: StayId[]) =>
  ward.call('discharges.commit', { stays: stayIds.map((stayId) => ({ stayId })), leaving: ON_ORDER });

/** Fit to go by two good samples, put on today's list, checked by two people, and gone. */
export async function discharge(ward: TestWard, ...stayIds: StayId[]) {
  const { day } = await ward.call('care.today', { team: 'nursing' });
  for (const stayId of stayIds) await makeFit(ward, stayId);
  const open = await ward.call('releases.list', { day });
  const listId = open.listId ?? (await ward.call('releases.open', { day })).listId;
  const listed = new Set(open.members.map((member) => member.stayId));
  if (!stayIds.every((stayId) => listed.has(stayId))) {
    for (const { role } of open.signatures)
      await ward.call('releases.withdrawSignature', { listId, role }, { reason: '加人' });
    await ward.call('releases.setMembers', { listId, add: stayIds });
    await signByTwo(ward, listId);
  }
  return ward.call('discharges.commit', {
    ...{ stays: stayIds.map((stayId) => ({ stayId })), leaving: ON_ORDER },
    listId,
  });
}

/** Doctor and nurse, two people. */
async function signByTwo(ward: TestWard, listId: ReleaseListId): Promise<void> {
  const people = (await ward.call('ward.operators', {})).filter(({ kind }) => kind === 'person');
  for (const [i, role] of (['doctor', 'nurse'] as const).entries()) {
    const act = { key: randomUUID(), operatorId: people[i]?.id };
    const reply = await ward.reply('releases.sign', { listId, role, act });
    if (!reply.ok) throw new Error(JSON.stringify(reply));
  }
}

/** An hour after the arrival and a day later; only once. */
async function makeFit(ward: TestWard, stayId: StayId): Promise<void> {
  const known = await ward.db.read
    .selectFrom('nat_sample')
    .select('id')
    .where('stay_id', '=', stayId)
    .executeTakeFirst();
  if (known) return;
  const { stay } = await ward.call('stays.record', { stayId });
  const local = (hours: number) => localOf(addMinutes(stay.arrivedAt, hours * 60), ZONE);
  await twoGood(ward, stayId, local(1), local(26));
}

/** The HTML of a print. */
export async function pagesOf(ward: TestWard, actId: string): Promise<string> {
  const { documents } = await ward.call('papers.pages', { actId: actId as never });
  return documents.map(({ html }) => html).join('\n');
}

/** The words of a page as they are read, without marks, pictures and the style sheet. */
export const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#x2F;/g, '/')
    .replace(/&#x3D;/g, '=')
    .replace(/&#x60;/g, '`')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
