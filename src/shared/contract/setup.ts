import { z } from 'zod';
import { query } from './procedure.ts';
import { protection, protectionState, wantedProtection } from './protection.ts';
import { text, timeZone, utcInstant } from './values.ts';
import { SEX_POLICIES } from './vocabulary.ts';

/** What a zone of the chosen layout is to be called and whom it takes, changed before opening. */
const zoneChoice = z.strictObject({
  code: text(20).min(1),
  name: text(60).trim().min(1),
  sexPolicy: z.enum(SEX_POLICIES),
});

export const hospital = z.strictObject({
  wardId: z.uuid(),
  name: z.string(),
  timeZone,
  demo: z.boolean(),
  createdAt: utcInstant,
});
export type Hospital = z.infer<typeof hospital>;

const layoutSummary = z.strictObject({
  id: z.string(),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  beds: z.int(),
  zones: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      sexPolicy: z.enum(SEX_POLICIES),
      units: z.int(),
      beds: z.int(),
    }),
  ),
});
export type LayoutSummary = z.infer<typeof layoutSummary>;

/**
 * The set-up procedures are the only ones that answer while there is no ward; they are kept out of the
 * transaction machinery because there is no database to begin one in.
 */
export const setup = {
  'setup.status': query({
    summary: 'Is there a ward in the data folder, and what is wrong with it if it cannot be opened?',
    reads: ['hospital'],
    input: z.strictObject({}),
    output: z.strictObject({
      hospital: hospital.nullable(),
      folder: z.string(),
      fault: z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
      protection: protectionState,
      version: z.string(),
      runtime: z.string(),
      /** What was cut off last, until the next one: the run before this one, or this run's window, which came back. */
      mishap: z.strictObject({ what: z.enum(['program', 'window']), at: utcInstant }).nullable(),
    }),
  }),
  'setup.layouts': query({
    summary: 'The layouts that come with the program, with their zones.',
    reads: [],
    input: z.strictObject({}),
    output: z.array(layoutSummary),
  }),
  'setup.readLayout': query({
    summary: 'Checks a layout file of the hospital’s own and tells its zones.',
    reads: [],
    refusals: ['layout-invalid'],
    input: z.strictObject({ json: z.string().max(20_000_000) }),
    output: layoutSummary,
  }),
  'setup.create': query({
    summary: 'Creates the ward: hospital, layout, zones. Refuses a folder that has one.',
    reads: [],
    refusals: [
      ...['ward-exists', 'layout-invalid', 'cannot-write-file', 'passphrase-short', 'passphrase-needed'],
      ...['recovery-key-not-noted', 'recovery-key-gone'],
    ] as const,
    input: z.strictObject({
      name: text(80).trim().min(1),
      timeZone,
      /** One of `setup.layouts`, or the text of a layout file. */
      layout: z.union([
        z.strictObject({ id: z.string() }),
        z.strictObject({ json: z.string().max(20_000_000) }),
      ]),
      /** Names and policies for the zones that differ from the layout. */
      zones: z.array(zoneChoice).max(200),
      operators: z.array(text(60).trim().min(1)).max(500),
      protection: wantedProtection,
    }),
    output: hospital,
  }),
  'setup.createDemonstration': query({
    summary: 'Creates the demonstration ward beside the real one, with made-up people and their history.',
    reads: [],
    runs: 'worker',
    refusals: ['ward-exists'],
    input: z.strictObject({
      patients: z.int().min(0).max(50_000),
      days: z.int().min(1).max(120),
      seed: z.int(),
    }),
    output: z.strictObject({ hospital, patients: z.int(), inHouse: z.int() }),
  }),
  ...protection,
};
