import { z } from 'zod';
import { query } from './procedure.ts';
import { listedSample, protocolName } from './release-list.ts';
import { instant, operatorId, stayId, text, utcInstant } from './values.ts';
import { CLASSIFICATIONS, SEXES, WAYS_OF_LEAVING } from './vocabulary.ts';

const period = { from: instant, to: instant };

/** One line of the discharge report, in the order of district, street, bed. */
const dischargeLine = z.strictObject({
  stayId,
  number: z.int(),
  name: z.string(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
  documentType: z.string(),
  documentNumber: z.string(),
  phone: z.string(),
  district: z.string(),
  street: z.string(),
  address: z.string(),
  classification: z.enum(CLASSIFICATIONS),
  bed: z.string(),
  arrivedAt: utcInstant,
  leftAt: utcInstant,
  daysInHouse: z.int(),
  way: z.enum(WAYS_OF_LEAVING),
  destination: z.string(),
  companion: z.string(),
  remarks: z.string(),
  /** The last two samples with a result before leaving, the latest first. */
  samples: z.array(listedSample).max(2),
  /** By which version of which protocol they were judged; null where that was not kept. */
  protocol: protocolName.nullable(),
  /** Number of the release certificate; empty where none was issued. */
  certificate: z.string(),
});
export type DischargeLine = z.infer<typeof dischargeLine>;

export const reports = {
  'reports.discharges': query({
    summary: 'Who left in a period [from, to), with totals.',
    reads: ['stays', 'beds', 'tests', 'releases', 'protocols'],
    runs: 'worker',
    refusals: ['period-empty'],
    input: z.strictObject(period),
    output: z.strictObject({
      hospital: z.string(),
      ...{ from: utcInstant, to: utcInstant, cutOff: utcInstant },
      lines: z.array(dischargeLine),
      totals: z.strictObject({
        all: z.int(),
        byWay: z.record(z.enum(WAYS_OF_LEAVING), z.int()),
        byDistrict: z.array(z.strictObject({ district: z.string(), people: z.int() })),
      }),
    }),
  }),
  'reports.dischargeFile': query({
    summary:
      'Writes the discharge report of a period as .xlsx or .csv into the export folder, or to the path given.',
    reads: ['stays', 'beds', 'tests', 'releases', 'protocols'],
    runs: 'worker',
    refusals: ['period-empty', 'cannot-write-file'],
    input: z.strictObject({
      ...period,
      format: z.enum(['xlsx', 'csv']),
      language: z.enum(['zh-CN', 'en']),
      madeBy: operatorId,
      /** Only honoured from a terminal: a window never names paths. */
      file: z.string().max(4096).optional(),
    }),
    output: z.strictObject({ file: z.string(), lines: z.int() }),
  }),
  'reports.gridFile': query({
    summary: 'Writes a list as the screen shows it as .csv into the export folder.',
    reads: [],
    refusals: ['cannot-write-file', 'unknown-operator'],
    input: z.strictObject({
      /** What the list is called on the screen; the file is named after it. */
      list: text(120).min(1),
      /** Its lines as they are shown, without a byte order mark. */
      csv: z.string().max(50_000_000),
      language: z.enum(['zh-CN', 'en']),
      madeBy: operatorId,
    }),
    output: z.strictObject({ file: z.string() }),
  }),
  'reports.showFile': query({
    summary: 'Shows a file of the export folder in the system’s own file window. Only in the window.',
    reads: [],
    refusals: ['cannot-show-file'],
    input: z.strictObject({ file: z.string().max(4096) }),
    output: z.strictObject({ shown: z.boolean() }),
  }),
};
