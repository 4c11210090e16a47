import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { StayId } from '#shared/contract/values.ts';
import { someone, type TestWard } from '../../fixtures/ward.ts';

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

export const discharge = (ward: TestWard, ...stayIds: StayId[]) =>
  ward.call('discharges.commit', { stays: stayIds.map((stayId) => ({ stayId })), leaving: ON_ORDER });

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
