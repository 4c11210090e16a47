import { z } from 'zod';
import { done } from './beds.ts';
import { CARE_KINDS, CARE_OUTCOMES, TEAMS } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { actId, careOrderId, instant, localDate, stayId, text, utcInstant } from './values.ts';

/**
 * How one turn of an order stands. `later`: not due within the hour. `missed`: nobody answered it, and the next
 * turn has come.
 */
const TURN_STATES = ['later', 'due', 'overdue', 'missed', 'answered'] as const;
export type TurnState = (typeof TURN_STATES)[number];

/** Who needs more than others, as the ledger groups them; from marks, needs, illnesses and age. */
export const SPECIAL_GROUPS = [
  'elderly-alone',
  'disabled',
  'pregnant',
  'child',
  'dialysis',
  'tumour',
  'anxious',
] as const;
export type SpecialGroup = (typeof SPECIAL_GROUPS)[number];

const answer = z.strictObject({
  outcome: z.enum(CARE_OUTCOMES),
  at: utcInstant,
  who: z.string(),
  note: z.string(),
});

/** One patient's turn of one order. */
const turn = z.strictObject({
  orderId: careOrderId,
  stayId,
  dueAt: utcInstant,
  kind: z.enum(CARE_KINDS),
  what: z.string(),
  note: z.string(),
  name: z.string(),
  number: z.int(),
  age: z.int().nullable(),
  /** '' for who waits for a bed. */
  zone: z.string(),
  unit: z.string(),
  bed: z.string(),
  state: z.enum(TURN_STATES),
  answer: answer.nullable(),
});
export type CareTurn = z.infer<typeof turn>;

const order = z.strictObject({
  orderId: careOrderId,
  /** Null: for everybody in house. */
  stayId: stayId.nullable(),
  team: z.enum(TEAMS),
  kind: z.enum(CARE_KINDS),
  what: z.string(),
  note: z.string(),
  from: utcInstant,
  until: utcInstant.nullable(),
  everyHours: z.number().nullable(),
  stopped: z.boolean(),
  orderedBy: z.string(),
});
export type CareOrder = z.infer<typeof order>;

/** `missed`: turns of today that nobody answered before the next one came. */
const counts = { due: z.int(), overdue: z.int(), missed: z.int() };
const teamCount = z.strictObject({ team: z.enum(TEAMS), ...counts });

export const care = {
  'care.today': query({
    summary:
      'What a group has to do today, bed by bed in walking order, with what is done; and the count of every group.',
    reads: ['care', 'stays', 'beds'],
    runs: 'worker',
    input: z.strictObject({ team: z.enum(TEAMS), /** A care unit's code. */ unit: text(40).optional() }),
    output: z.strictObject({
      at: utcInstant,
      day: localDate,
      turns: z.array(turn),
      units: z.array(z.strictObject({ unit: z.string(), ...counts })),
      teams: z.array(teamCount),
    }),
  }),
  'care.standing': query({
    summary: 'Orders for everybody in house, such as meals: those that go on and those yet to begin.',
    reads: ['care'],
    input: z.strictObject({}),
    output: z.array(order),
  }),
  'care.ofStay': query({
    summary: 'One patient’s orders, latest first, each with its last turns and what came of them.',
    reads: ['care', 'stays', 'beds', 'rounds'],
    refusals: ['no-such-stay'],
    input: z.strictObject({ stayId }),
    output: z.strictObject({
      groups: z.array(z.enum(SPECIAL_GROUPS)),
      orders: z.array(
        z.strictObject({
          ...order.shape,
          next: utcInstant.nullable(),
          turns: z.array(
            z.strictObject({ dueAt: utcInstant, state: z.enum(TURN_STATES), answer: answer.nullable() }),
          ),
        }),
      ),
    }),
  }),
  'care.needsLedger': query({
    summary: 'Everybody in house with special needs: which, what is ordered for them, what was done last.',
    reads: ['care', 'stays', 'beds', 'rounds'],
    runs: 'worker',
    input: z.strictObject({ group: z.enum(SPECIAL_GROUPS).optional() }),
    output: z.array(
      z.strictObject({
        stayId,
        name: z.string(),
        number: z.int(),
        age: z.int().nullable(),
        bed: z.string(),
        unit: z.string(),
        groups: z.array(z.enum(SPECIAL_GROUPS)),
        orders: z.array(
          z.strictObject({
            orderId: careOrderId,
            team: z.enum(TEAMS),
            kind: z.enum(CARE_KINDS),
            what: z.string(),
            next: utcInstant.nullable(),
            last: answer.nullable(),
          }),
        ),
      }),
    ),
  }),
  'care.order': command({
    summary:
      'Orders work of a group: once or every so many hours, for one patient, several, or everybody in house.',
    changes: ['care'],
    refusals: ['no-such-stay', 'not-in-house', 'order-ends-early', 'in-future'],
    input: {
      team: z.enum(TEAMS),
      kind: z.enum(CARE_KINDS),
      what: text(120).trim().min(1),
      note: text(300).default(''),
      /** Null: everybody in house, also those who come later. */
      stayIds: z.array(stayId).min(1).max(5000).nullable(),
      /** Null: once. Whole days keep to the clock on the wall, fewer hours to the hours gone by. */
      everyHours: z.number().min(0.25).max(720).nullable(),
      from: instant,
      until: instant.nullable(),
    },
    output: z.strictObject({ actId, orderIds: z.array(careOrderId) }),
  }),
  'care.stop': command({
    summary: 'Ends an order; what has not been done of it is not due any more.',
    changes: ['care'],
    refusals: ['no-such-order', 'order-stopped', 'in-future'],
    input: { orderId: careOrderId },
    output: done,
  }),
  'care.tick': command({
    summary:
      'Answers turns, one or many: done, refused, not needed, not at the bed. Answering again corrects; the same answer twice is one.',
    changes: ['care'],
    refusals: ['no-such-order', 'no-such-turn', 'turn-too-early', 'no-such-stay', 'in-future'],
    input: {
      turns: z
        .array(z.strictObject({ orderId: careOrderId, stayId, dueAt: instant }))
        .min(1)
        .max(5000),
      outcome: z.enum(CARE_OUTCOMES),
      note: text(300).default(''),
      /** The same again, once, in so many hours: when to talk to somebody next. */
      againInHours: z.number().min(0.25).max(720).nullable().default(null),
    },
    output: z.strictObject({ actId: actId.nullable(), answered: z.int() }),
  }),
};
