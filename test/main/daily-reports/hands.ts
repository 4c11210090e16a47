import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { DailyFormat } from '#shared/contract/daily-reports.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import { someone, type TestWard } from '../../fixtures/ward.ts';

export const NOON = '2022-04-05T12:00+08:00';
type Header = { happenedAt?: string; reason?: string };
type Admitted = OutputOf<'stays.admit'>;

/** What is done in a ward whose daily reports are looked at: people come and leave, somebody signs. */
export function handsAt(ward: TestWard) {
  const show = (cutOff = NOON) => ward.call('daily.show', { cutOff });
  return {
    show,
    admit: async (name: string, bed: string | null = null, details: Partial<AdmissionDetails> = {}) =>
      ward.call('stays.admit', {
        details: someone({ name, district: '船营区', classification: 'asymptomatic', ...details }),
        bedId: bed === null ? null : await ward.bed(bed),
        familyOf: null,
        convoyId: null,
      }),
    discharge: (
      { stayId }: Pick<Admitted, 'stayId'>,
      way: WayOfLeaving = 'on-order',
      { destination = '', ...header }: Header & { destination?: string } = {},
    ) =>
      ward.call(
        'discharges.commit',
        { stays: [{ stayId }], leaving: { way, destination, companion: '', note: '' } },
        header,
      ),
    sign: async (header: Header = {}, cutOff = NOON) =>
      ward.call('daily.sign', { cutOff, hash: (await show(cutOff)).hash }, header),
    file: (format: DailyFormat, more: { version?: number | 'standing' } = {}) =>
      ward.call('daily.file', {
        ...{ cutOff: NOON, format, language: 'zh-CN', madeBy: ward.operatorId },
        ...more,
      }),
  };
}
