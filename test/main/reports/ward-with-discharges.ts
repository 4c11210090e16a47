import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { Leaving } from '#shared/contract/discharges.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

export interface Leaver {
  details: Partial<AdmissionDetails> & { name: string };
  bed: string | null;
  arrived: string;
  left: string;
  leaving?: Partial<Leaving>;
}

/** Admits and discharges, in the order given, each at their own times (hospital time). */
export async function wardWithDischarges(leavers: readonly Leaver[]): Promise<TestWard> {
  const ward = await openTestWard('small-20', '2022-04-03 08:00');
  const stays = [];
  for (const { details, bed, arrived } of leavers) {
    ward.at(arrived);
    const { stayId } = await ward.call('stays.admit', {
      details: someone(details),
      bedId: bed === null ? null : await ward.bed(bed),
      familyOf: null,
      convoyId: null,
    });
    stays.push(stayId);
  }
  for (const [i, { left, leaving }] of leavers.entries()) {
    const stayId = stays[i];
    if (stayId === undefined) continue;
    ward.at(left);
    await ward.call('discharges.commit', {
      stays: [{ stayId }],
      leaving: { way: 'on-order', destination: '', companion: '', note: '', ...leaving },
    });
  }
  return ward;
}

export const DAY = { from: '2022-04-05T00:00+08:00', to: '2022-04-06T00:00+08:00' };

/** Texts that break lists: markup, hidden direction marks, rare characters, line breaks, quotes, formulas. */
export const NASTY: readonly string[] = [
  '<b>王</b>&amp;"“芳”',
  '\u202e芳小王\u202c',
  'مريم \u200fالعلي\u200e',
  '𠮷田𠮷',
  '两行\n第二行',
  '他说"好",走了;好\t吗',
  '=HYPERLINK("http://x","点")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1;1)',
  '＝1+1',
  '\t=1+1',
  " '=1+1",
  '_x0041_',
  '#N/A',
  'TRUE',
  '１２３',
  '0012',
  '3-12',
  'MAR-12',
  '1E5',
  "'引号",
  'a，b；c',
];
