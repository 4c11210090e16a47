import { z } from 'zod';
import { HOME_TEST_RESULTS, SYMPTOMS } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { actId, localDate, operatorId, stayId, text, utcInstant } from './values.ts';
import { SEXES, WAYS_OF_LEAVING } from './vocabulary.ts';

const check = z.strictObject({
  day: localDate,
  reached: z.boolean(),
  /** °C; null where it was not taken. */
  temperature: z.number().nullable(),
  symptoms: z.array(z.enum(SYMPTOMS)),
  nat: z.enum(HOME_TEST_RESULTS),
  note: z.string(),
  who: z.string(),
  recordedAt: utcInstant,
});
export type HomeCheck = z.infer<typeof check>;

/** Somebody in the days of monitoring after release. */
const personAtHome = z.strictObject({
  stayId,
  name: z.string(),
  number: z.int(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
  phone: z.string(),
  district: z.string(),
  street: z.string(),
  address: z.string(),
  leftAt: utcInstant,
  way: z.enum(WAYS_OF_LEAVING),
  destination: z.string(),
  /** The day asked for is their day so many; 0 is the day of release itself. */
  dayNumber: z.int(),
  /** Back in a ward since: nobody has to call them at home. */
  backInHouse: z.boolean(),
  /** The first day with a positive test, at home or of a sample whose result came late; null where there was none. */
  positiveOn: localDate.nullable(),
  checks: z.array(check),
});
export type PersonAtHome = z.infer<typeof personAtHome>;

export const home = {
  'home.list': query({
    summary: 'Who is in the days of home monitoring on a day, by district and street, with every check.',
    reads: ['care', 'stays', 'protocols', 'tests'],
    refusals: ['home-day-ahead'],
    input: z.strictObject({ day: localDate.optional() }),
    output: z.strictObject({
      day: localDate,
      /** Days of monitoring by the protocol in force. */
      days: z.int(),
      people: z.array(personAtHome),
    }),
  }),
  'home.ofStay': query({
    summary: 'The checks at home after one stay; empty where there were none.',
    reads: ['care', 'stays', 'protocols', 'tests'],
    refusals: ['no-such-stay'],
    input: z.strictObject({ stayId }),
    output: z.strictObject({
      /** First and last day; null where this stay is not followed by monitoring. */
      from: localDate.nullable(),
      until: localDate.nullable(),
      positiveOn: localDate.nullable(),
      checks: z.array(check),
    }),
  }),
  'home.record': command({
    summary: 'Writes down how somebody is at home: one check a day; the same day again corrects it.',
    changes: ['care'],
    refusals: ['no-such-stay', 'not-monitored', 'home-day-ahead', 'home-not-reached', 'in-future'],
    input: {
      stayId,
      day: localDate,
      reached: z.boolean(),
      temperature: z.number().min(33).max(43).nullable(),
      symptoms: z.array(z.enum(SYMPTOMS)).max(SYMPTOMS.length),
      nat: z.enum(HOME_TEST_RESULTS),
      note: text(300),
    },
    /** Null where that very check stood there already. */
    output: z.strictObject({ actId: actId.nullable() }),
  }),
  'home.exportFile': query({
    summary:
      'Writes the monitoring ledger of a day for the communities as .xlsx or .csv, all or one district.',
    reads: ['care', 'stays', 'protocols', 'tests'],
    runs: 'worker',
    refusals: ['home-day-ahead', 'cannot-write-file'],
    input: z.strictObject({
      day: localDate.optional(),
      /** Left out: every district. '': those without a district. */
      district: text(60).optional(),
      format: z.enum(['xlsx', 'csv']),
      language: z.enum(['zh-CN', 'en']),
      madeBy: operatorId,
      /** Only honoured from a terminal: a window never names paths. */
      file: z.string().max(4096).optional(),
    }),
    output: z.strictObject({ file: z.string(), lines: z.int() }),
  }),
};
