import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { ActId, OperatorId } from '#shared/contract/values.ts';
import { NO_SIGNS } from '../../fixtures/clinical.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

/**
 * Days on which everything that is known of patients besides the bed is done in any order, late entries and undos
 * (also undos of undos) among it. Each act is done or refused: never a defect, never a broken invariant.
 */
const ACTS = [
  'discharge',
  'move',
  'clean',
  'correct',
  'labels',
  'sample',
  'sample',
  'pool',
  'result',
  'result',
  'round',
  'round',
  'mark',
  'unmark',
  'order-examination',
  'do-examination',
  'cancel-examination',
  'acknowledge',
  'protocol',
  'refer',
  'refer-on',
  'refer-on',
  'refer-on',
  'cancel-referral',
  'order-care',
  'stop-care',
  'tick',
  'home',
  'open-list',
  'members',
  'members',
  'bus',
  'change-bus',
  'cancel-bus',
  'seats',
  'sign',
  'sign',
  'withdraw',
  'discharge-list',
  'paper',
  'undo',
  'undo',
  'undo',
  'undo',
  'undo',
  'undo-the-undo',
  'undo-the-undo',
  'undo-the-undo',
  'undo-the-undo',
  'import',
  'import',
  'solve',
  'solve',
  'reject',
] as const;

const step = fc.record({
  act: fc.constantFrom(...ACTS),
  who: fc.nat(3),
  other: fc.nat(4),
  back: fc.nat(7),
  flag: fc.boolean(),
  minutes: fc.integer({ min: 1, max: 60 }),
  late: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null, freq: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Known {
  stays: string[];
  numbers: string[];
  operators: OperatorId[];
  done: ActId[];
  examinations: string[];
  referrals: string[];
  orders: { id: string; stayId: string; from: string }[];
  lists: string[];
  buses: string[];
  beds: string[];
  /** How many steps of the green channel each referral has made. */
  steps: Map<string, number>;
  undone: ActId[];
  waiting: { labFileId: string; row: number }[];
}

const pick = <T>(list: readonly T[], i: number): T | undefined =>
  list[list.length - 1 - (i % Math.max(list.length, 1))];
const local = (moment: number) =>
  new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;
const BUS = { seats: 1, district: '', meetingPoint: '南门' };
const BARCODES = ['A0001', 'A0002'] as const;
const REFERRAL_STEPS = [
  'referrals.accept',
  'referrals.sendVehicle',
  'referrals.leave',
  'referrals.arrive',
] as const satisfies ProcedureName[];
const HEADINGS = ['样本条码', '姓名', '证件号', '采样时间', 'ORF1ab Ct', 'N Ct', '结果', '报告时间'];

type Call = { name: ProcedureName; input: object } | null;

function callFor(one: Step, at: string, now: string, known: Known): Call {
  const stayId = pick(known.stays, one.who);
  const number = pick(known.numbers, one.who);
  const otherNumber = pick(known.numbers, one.other);
  const barcode = one.flag ? BARCODES[one.back % 2] : `FC220406000${1 + (one.back % 4)}`;
  const bedId = pick(known.beds, one.other + 5);
  const listId = one.other < 3 ? known.lists[0] : pick(known.lists, one.other);
  const busId = pick(known.buses, one.other);
  const referralId = pick(known.referrals, one.back);
  const examinationId = pick(known.examinations, one.back);
  const order = pick(known.orders, one.back);
  switch (one.act) {
    case 'discharge':
      return { name: 'discharges.commit', input: { stays: [{ stayId }], leaving: LEAVING } };
    case 'move':
      return { name: 'stays.move', input: { stayId, bedId, because: 'other', override: true } };
    case 'clean':
      return {
        name: 'beds.signOffDisinfection',
        input: { bedIds: [pick(known.beds, one.other + one.back)] },
      };
    case 'correct':
      return {
        name: 'stays.correct',
        input: {
          stayId,
          details: one.flag
            ? { documentType: 'passport', documentNumber: `E1000000${one.other}` }
            : { classification: one.other % 2 ? 'mild' : 'ordinary' },
        },
      };
    case 'labels':
      return { name: 'tests.assignLabels', input: { stayIds: [stayId] } };
    case 'sample':
      return { name: 'tests.recordSample', input: { barcode, people: [number] } };
    case 'pool':
      return { name: 'tests.recordSample', input: { barcode, people: [number, otherNumber] } };
    case 'result':
      return {
        name: 'tests.enterResult',
        input: { barcode, orf: one.other % 3 ? '未检出' : '30', n: one.other % 3 ? '38' : '31', result: '' },
      };
    case 'round':
      return one.other === 4
        ? {
            name: 'rounds.correct',
            input: {
              stayId,
              takenAt: at,
              signs: { ...NO_SIGNS, temperature: 36.5 },
              confirmed: ['temperature'],
            },
          }
        : {
            name: 'rounds.record',
            input: {
              stayId,
              signs: { ...NO_SIGNS, temperature: one.flag ? 38.5 : 36.6, spo2: one.other === 1 ? 92 : 98 },
              confirmed: ['temperature', 'spo2'],
            },
          };
    case 'mark':
      return { name: 'rounds.mark', input: { stayId, mark: one.flag ? 'key-patient' : 'anxious' } };
    case 'unmark':
      return { name: 'rounds.unmark', input: { stayId, mark: one.flag ? 'key-patient' : 'anxious' } };
    case 'order-examination':
      return { name: 'rounds.orderExamination', input: { stayId, kind: 'ecg', dueAt: now } };
    case 'do-examination':
      return { name: 'rounds.completeExamination', input: { examinationId, finding: '无异常' } };
    case 'cancel-examination':
      return { name: 'rounds.cancelExamination', input: { examinationId } };
    case 'protocol':
      return {
        name: 'protocols.choose',
        input: {
          key: one.flag ? 'tenth-edition' : 'ninth-edition',
          version: 1,
          ...(one.late === null ? {} : { from: at }),
          expects: { gain: 0, lose: 0 },
        },
      };
    case 'refer':
      return {
        name: 'referrals.request',
        input: {
          stayId,
          hospital: '定点医院',
          reason: '加重',
          urgent: one.flag,
          holdBed: one.flag,
          contact: '',
          note: '',
        },
      };
    case 'refer-on': {
      const step = REFERRAL_STEPS[(known.steps.get(referralId ?? '') ?? 0) % REFERRAL_STEPS.length];
      if (!step) return null;
      return {
        name: step,
        input: { referralId, ...(step === 'referrals.sendVehicle' ? { plate: '吉B120' } : {}) },
      };
    }
    case 'cancel-referral':
      return { name: 'referrals.cancel', input: { referralId } };
    case 'order-care':
      return {
        name: 'care.order',
        input: {
          team: 'pharmacy',
          kind: 'medicine',
          what: '药',
          stayIds: one.flag ? [stayId] : null,
          everyHours: null,
          from: at,
          until: null,
        },
      };
    case 'stop-care':
      return { name: 'care.stop', input: { orderId: order?.id } };
    case 'tick':
      return {
        name: 'care.tick',
        input: {
          turns: [{ orderId: order?.id, stayId: order?.stayId || stayId, dueAt: order?.from }],
          outcome: one.flag ? 'done' : 'refused',
          againInHours: one.other === 0 ? 4 : null,
        },
      };
    case 'home':
      return {
        name: 'home.record',
        input: {
          stayId,
          day: now.slice(0, 10),
          reached: true,
          temperature: one.flag ? 36.5 : null,
          symptoms: [],
          nat: one.other === 0 ? 'positive' : 'none',
          note: '',
        },
      };
    case 'open-list':
      return { name: 'releases.open', input: { day: `2022-04-1${one.other}` } };
    case 'members':
      return {
        name: 'releases.setMembers',
        input: { listId, ...(one.flag ? { add: [stayId] } : { remove: [stayId] }) },
      };
    case 'bus':
      return {
        name: 'releases.addBus',
        input: { listId, ...BUS, plate: `吉${one.back}`, departsAt: '2022-04-20T00:00:00.000Z' },
      };
    case 'change-bus':
      return {
        name: 'releases.changeBus',
        input: {
          busId,
          ...BUS,
          seats: 1 + one.back,
          plate: `吉${one.back}`,
          departsAt: '2022-04-20T00:00:00.000Z',
        },
      };
    case 'cancel-bus':
      return { name: 'releases.cancelBus', input: { busId } };
    case 'seats':
      return {
        name: 'releases.assignBuses',
        input: {
          listId,
          ...(one.flag ? { seats: [{ stayId, busId: busId ?? null }] } : { anew: one.other === 0 }),
        },
      };
    case 'sign':
      return { name: 'releases.sign', input: { listId, role: one.flag ? 'doctor' : 'nurse' } };
    case 'withdraw':
      return { name: 'releases.withdrawSignature', input: { listId, role: one.flag ? 'doctor' : 'nurse' } };
    case 'discharge-list':
      return { name: 'discharges.commit', input: { stays: [{ stayId }], leaving: LEAVING, listId } };
    case 'paper':
      return {
        name: 'papers.prepare',
        input: { kind: one.flag ? 'certificate' : 'discharge-summary', stayIds: [stayId] },
      };
    case 'undo':
      return {
        name: 'acts.undo',
        input: {
          actId: pick(known.done, one.back),
          beds: one.flag && stayId ? [{ stayId, bedId: null }] : [],
        },
      };
    case 'undo-the-undo':
      return { name: 'acts.undo', input: { actId: pick(known.undone, one.back % 2), beds: [] } };
    case 'import': {
      const who = one.other % 4;
      const time = local(Date.parse(at));
      const line = [
        one.flag ? barcode : `C${one.back}00`,
        one.other === 4 ? '某人' : `某${who}`,
        `E1000000${who}`,
        time,
        ...(one.back % 2 ? ['未检出', '未检出', '阴性'] : ['30', '31', '阳性']),
        one.who === 0 ? '' : local(Date.parse(now)),
      ];
      const text = [HEADINGS, line].map((cells) => cells.join(',')).join('\n');
      return {
        name: 'tests.importLab',
        input: { fileName: 'lab.csv', base64: Buffer.from(text).toString('base64') },
      };
    }
    case 'solve':
      return {
        name: 'tests.solveRow',
        input: { ...pick(known.waiting, one.back), stayId, pooled: one.other === 0, sampledAt: at },
      };
    case 'reject':
      return { name: 'tests.rejectRow', input: { ...pick(known.waiting, one.back) } };
    case 'acknowledge':
      return null;
  }
}

/** There was nobody, or nothing yet, to do it with. */
const lacksSomething = (input: unknown): boolean =>
  input === undefined ||
  (typeof input === 'object' && input !== null && Object.values(input).some(lacksSomething));

function remember(
  known: Known,
  name: string,
  input: Record<string, unknown>,
  value: Record<string, unknown>,
) {
  if (typeof value.actId === 'string') known.done.push(value.actId as ActId);
  if (name === 'acts.undo') known.undone.push(value.actId as ActId);
  if (name.startsWith('referrals.') && name !== 'referrals.request') {
    const id = String(input.referralId);
    known.steps.set(id, (known.steps.get(id) ?? 0) + 1);
  }
  if (name === 'rounds.orderExamination') known.examinations.push(String(value.examinationId));
  if (name === 'referrals.request') known.referrals.push(String(value.referralId));
  if (name === 'releases.open') known.lists.push(String(value.listId));
  if (name === 'releases.addBus') known.buses.push(String(value.busId));
  if (name === 'care.order')
    for (const [i, id] of (value.orderIds as string[]).entries())
      known.orders.push({
        id,
        stayId: (input.stayIds as string[] | null)?.[i] ?? '',
        from: new Date(String(input.from)).toISOString(),
      });
}

/** Four people in bed with a good sample each day, so that lists and papers have somebody to be about. */
async function begin(ward: TestWard): Promise<Known> {
  const { beds } = await ward.call('beds.plan', {});
  const known: Known = {
    stays: [],
    numbers: [],
    operators: [],
    done: [],
    examinations: [],
    referrals: [],
    orders: [],
    lists: [],
    buses: [],
    beds: beds.map(({ id }) => id),
    steps: new Map(),
    undone: [],
    waiting: [],
  };
  known.operators = (
    await ward.db.read.selectFrom('operator').select('id').where('kind', '=', 'person').execute()
  ).map(({ id }) => id);
  for (let i = 0; i < 4; i++) {
    const { stayId, actId } = await ward.call('stays.admit', {
      details: someone({ name: `某${i}`, documentType: 'passport', documentNumber: `E1000000${i}` }),
      bedId: beds[i]?.id as never,
      familyOf: null,
      convoyId: null,
    });
    const { stay } = await ward.call('stays.record', { stayId });
    known.stays.push(stayId);
    known.numbers.push(String(stay.number));
    known.done.push(actId);
  }
  for (const [i, day] of ['2022-04-05 08:00', '2022-04-06 09:00'].entries()) {
    ward.at(day);
    for (const [j, number] of known.numbers.entries()) {
      const barcode = `B${i}${j}00`;
      known.done.push((await ward.call('tests.recordSample', { barcode, people: [number] })).actId);
      known.done.push(
        (await ward.call('tests.enterResult', { barcode, orf: '未检出', n: '未检出', result: '' })).actId,
      );
    }
  }
  const { listId, actId } = await ward.call('releases.open', { day: '2022-04-07' as never });
  known.lists.push(listId);
  known.done.push(actId);
  ward.at('2022-04-06 09:30');
  const members = await ward.call('releases.setMembers', { listId, add: known.stays.slice(0, 2) as never });
  if (members.actId) known.done.push(members.actId);
  return known;
}

async function live(ward: TestWard, steps: readonly Step[]): Promise<void> {
  const known = await begin(ward);
  let moment = Date.parse('2022-04-06T10:00:00+08:00');
  for (const one of steps) {
    moment += one.minutes * 60_000;
    const now = ward.at(local(moment));
    const at = one.late === null ? now : new Date(moment - one.late * 60_000).toISOString();
    let call = callFor(one, at, now, known);
    if (one.act === 'acknowledge') {
      const { alerts } = await ward.call('alerts.open', {});
      const some = alerts.slice(0, 2).map(({ stayId, kind, since }) => ({ stayId, kind, since }));
      call = some.length > 0 ? { name: 'alerts.acknowledge', input: { alerts: some } } : null;
    }
    if (!call || lacksSomething(call.input)) continue;
    const act = {
      key: crypto.randomUUID(),
      operatorId: known.operators[one.flag ? 0 : 1],
      reason: '试',
      ...(one.late === null ? {} : { happenedAt: at }),
    };
    if (one.act === 'solve' || one.act === 'reject') if (known.waiting.length === 0) continue;
    const reply = await ward.reply(call.name, { ...call.input, act });
    expect(ward.defects, `${call.name} ${JSON.stringify(call.input)}`).toEqual([]);
    if (one.act === 'import')
      known.waiting = (await ward.call('tests.quarantine', {})).map(({ labFileId, row }) => ({
        labFileId,
        row,
      }));
    if (reply.ok)
      remember(
        known,
        call.name,
        call.input as Record<string, unknown>,
        reply.value as Record<string, unknown>,
      );
  }
}

it('takes back what is known of patients in any order, or says why not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 70 }), async (steps) => {
      const ward = await openTestWard('small-20', '2022-04-04 12:00');
      try {
        await live(ward, steps);
        expect((await ward.call('ward.verify', {})).problems).toEqual([]);
      } finally {
        await ward.close();
      }
    }),
    { numRuns: 12, seed: 20_220_404, endOnFailure: true },
  );
}, 120_000);
