import type { OutputOf } from '#shared/contract/index.ts';
import type { FindingKind, MendWay, RollCallFinding } from '#shared/contract/roll-call-findings.ts';
import type { Found } from '#shared/contract/roll-calls.ts';
import type { BedId, RollCallId, StayId, ZoneId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

/** A ward of twenty beds with people in some of them, and a hand that walks. */
export interface Walk {
  ward: TestWard;
  codes: string[];
  beds: Map<string, BedId>;
  admit(name: string, bed: string | null, sex?: 'male' | 'female'): Promise<StayId>;
  /** From now on nobody new gets a bed in the zone of this bed; a bed outside it. */
  stopZoneOf(bed: string): Promise<{ zoneId: ZoneId; outside: string }>;
  begin(): Promise<RollCallId>;
  see(rollCallId: RollCallId, seen: Record<string, StayId | null | string>): Promise<string>;
  /** Everything that was not walked yet, as it is registered. */
  seeTheRest(rollCallId: RollCallId): Promise<void>;
  findings(rollCallId: RollCallId): Promise<RollCallFinding[]>;
  show(rollCallId: RollCallId): Promise<OutputOf<'rollCalls.show'>>;
  /** Mends the first open finding of this kind. */
  mend(
    rollCallId: RollCallId,
    kind: FindingKind,
    how: MendWay,
    stayId?: StayId,
  ): Promise<OutputOf<'rollCalls.mend'>>;
}

export async function openWalk(): Promise<Walk> {
  const ward = await openTestWard();
  ward.at('2022-04-06 08:00');
  const plan = await ward.call('beds.plan', {});
  const codes = plan.beds.map(({ code }) => code).sort();
  const beds = new Map(plan.beds.map(({ code, id }) => [code, id]));
  const bedOf = (code: string): BedId => {
    const id = beds.get(code);
    if (!id) throw new Error(`no bed ${code}`);
    return id;
  };
  const show = (rollCallId: RollCallId) => ward.call('rollCalls.show', { rollCallId });
  const foundOf = (seen: StayId | null | string): Found =>
    seen === null
      ? { kind: 'nobody' }
      : /^[0-9a-f-]{36}$/.test(seen)
        ? { kind: 'stay', stayId: seen as StayId }
        : { kind: 'stranger', name: seen, sex: 'female' };
  return {
    ward,
    codes,
    beds,
    show,
    admit: async (name, bed, sex = 'male') =>
      (
        await ward.call(
          'stays.admit',
          {
            details: someone({ name, sex }),
            bedId: bed === null ? null : bedOf(bed),
            familyOf: null,
            convoyId: null,
          },
          { reason: '测试' },
        )
      ).stayId,
    stopZoneOf: async (code) => {
      const zoneOf = (bed: (typeof plan.beds)[number]) =>
        plan.careUnits.find(({ id }) => id === bed.careUnitId)?.zoneId as ZoneId;
      const zoneId = zoneOf(plan.beds.find((bed) => bed.code === code) as (typeof plan.beds)[number]);
      await ward.call('zones.stopAdmissions', { zoneId, note: '' });
      return { zoneId, outside: plan.beds.find((bed) => zoneOf(bed) !== zoneId)?.code ?? '' };
    },
    begin: async () => (await ward.call('rollCalls.begin', { zoneId: null, careUnitId: null })).rollCallId,
    see: async (rollCallId, seen) =>
      (
        await ward.call('rollCalls.mark', {
          rollCallId,
          marks: Object.entries(seen).map(([code, what]) => ({ bedId: bedOf(code), found: foundOf(what) })),
        })
      ).actId,
    seeTheRest: async (rollCallId) => {
      const rest = (await show(rollCallId)).walk.filter(({ mark }) => mark === null);
      if (rest.length === 0) return;
      await ward.call('rollCalls.mark', {
        rollCallId,
        marks: rest.map(({ bedId, expected }) => ({
          bedId,
          found: expected ? { kind: 'stay', stayId: expected.stayId } : { kind: 'nobody' },
        })),
      });
    },
    findings: async (rollCallId) => (await show(rollCallId)).findings,
    mend: async (rollCallId, kind, how, stayId) => {
      const { findings } = await show(rollCallId);
      const found = findings.find((one) => one.kind === kind && one.state === 'open');
      if (!found) throw new Error(`no open ${kind}`);
      const input = { rollCallId, kind, key: found.key, how, stayId: stayId ?? null };
      return ward.call('rollCalls.mend', input, { reason: '点名核实' });
    },
  };
}
