import type { OutputOf } from '#shared/contract/index.ts';
import type { VitalSigns } from '#shared/contract/rounds.ts';
import type { StayId } from '#shared/contract/values.ts';
import { someone, type TestWard } from '../../fixtures/ward.ts';

export const NOTHING: VitalSigns = {
  temperature: null,
  pulse: null,
  respiratoryRate: null,
  spo2: null,
  oxygen: null,
  oxygenFlow: null,
  systolic: null,
  diastolic: null,
  consciousness: null,
  symptoms: null,
  trend: null,
  calm: true,
  note: '',
};

/** Somebody with nothing to worry about: NEWS2 0. */
const WELL: VitalSigns = {
  ...NOTHING,
  temperature: 36.8,
  pulse: 76,
  respiratoryRate: 16,
  spo2: 98,
  oxygen: 'air',
  systolic: 124,
  diastolic: 80,
  consciousness: 'alert',
  symptoms: [],
  trend: 'same',
};

export const signs = (change: Partial<VitalSigns>): VitalSigns => ({ ...WELL, ...change });

export const admit = async (
  ward: TestWard,
  name: string,
  bed: string | null = null,
  more: Partial<Parameters<typeof someone>[0]> = {},
): Promise<StayId> => {
  const { stayId } = await ward.call('stays.admit', {
    details: someone({ name, birthDate: '1985-06-01' as never, ...more }),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });
  return stayId;
};

export const observe = (
  ward: TestWard,
  stayId: StayId,
  change: Partial<VitalSigns> = {},
  header: { happenedAt?: string } = {},
): Promise<OutputOf<'rounds.record'>> => ward.call('rounds.record', { stayId, signs: signs(change) }, header);

/** `severe 04-04 14:00`, of one patient, on the hospital's clocks. */
export const alertsOf = async (ward: TestWard, stayId: StayId): Promise<string[]> => {
  const { alerts } = await ward.call('alerts.open', { stayId });
  return alerts
    .filter(({ kind }) => kind !== 'sample-overdue')
    .map(({ kind, since, acknowledged }) => `${kind} ${local(since)}${acknowledged ? ' ✓' : ''}`);
};

const local = (instant: string) =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
