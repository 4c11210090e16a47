import { z } from 'zod';
import { SIGNATURE_ROLES } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { busFacts, candidate, districtPaper, LIST_STATES, list, protocolName } from './release-list.ts';
import {
  actId,
  instant,
  localDate,
  operatorId,
  releaseBusId,
  releaseListId,
  stayId,
  utcInstant,
} from './values.ts';

const reads = ['releases', 'stays', 'beds', 'tests', 'rounds', 'care', 'protocols'] as const;
const ofDay = z.strictObject({ day: localDate, at: instant.optional() });
const listed = z.strictObject({ actId, listId: releaseListId });
const locked = ['no-such-list', 'list-signed'] as const;
const language = z.enum(['zh-CN', 'en']);

export const releases = {
  'releases.propose': query({
    summary: 'Who may leave on a day by the protocol in force, and who would if the next result is good.',
    reads,
    runs: 'worker',
    input: ofDay,
    output: z.strictObject({
      listId: releaseListId.nullable(),
      day: localDate,
      at: utcInstant,
      protocol: protocolName,
      /** Until when "expected" looks ahead: the last departure of the day, else its end. */
      departure: utcInstant,
      eligible: z.array(candidate),
      expected: z.array(candidate),
    }),
  }),
  'releases.list': query({
    summary: 'The list of a day as it stands: members, who dropped off and why, buses, signatures.',
    reads,
    runs: 'worker',
    input: ofDay,
    output: list,
  }),
  'releases.forPaper': query({
    summary: 'The list of a day district by district, for paper: only those who may leave.',
    reads,
    runs: 'worker',
    refusals: ['no-such-list'],
    input: z.strictObject({ listId: releaseListId, at: instant.optional() }),
    output: z.strictObject({
      hospital: z.string(),
      demo: z.boolean(),
      ...list.omit({ members: true, listId: true }).shape,
      listId: releaseListId,
      people: z.int(),
      dropped: z.int(),
      districts: z.array(districtPaper),
    }),
  }),
  'releases.districtFile': query({
    summary: 'Writes the list for each district (or for one) as .xlsx into the export folder.',
    reads,
    runs: 'worker',
    refusals: ['no-such-list', 'list-empty', 'cannot-write-file'],
    input: z.strictObject({
      listId: releaseListId,
      language,
      madeBy: operatorId,
      district: z.string().max(60).optional(),
    }),
    output: z.strictObject({
      files: z.array(z.strictObject({ file: z.string(), district: z.string(), people: z.int() })),
    }),
  }),
  'releases.open': command({
    summary: 'Opens the list of a day.',
    changes: ['releases'],
    refusals: ['list-exists', 'list-day-past'],
    input: { day: localDate },
    output: listed,
  }),
  'releases.setMembers': command({
    summary: 'Puts people on the list, who must be eligible now, or takes them off with a reason.',
    changes: ['releases'],
    runs: 'worker',
    refusals: [
      ...locked,
      'no-such-stay',
      'not-in-house',
      'not-eligible',
      'on-other-list',
      'not-on-list',
      'reason-needed',
    ],
    input: {
      listId: releaseListId,
      add: z.array(stayId).max(5000).default([]),
      remove: z.array(stayId).max(5000).default([]),
    },
    output: z.strictObject({ actId: actId.nullable(), added: z.int(), removed: z.int() }),
  }),
  'releases.addBus': command({
    summary: 'Puts a bus on the list of a day.',
    changes: ['releases'],
    refusals: [...locked, 'bus-exists'],
    input: { listId: releaseListId, ...busFacts },
    output: z.strictObject({ actId, busId: releaseBusId }),
  }),
  'releases.changeBus': command({
    summary: 'Changes a bus: plate, seats, district, departure, meeting point.',
    changes: ['releases'],
    refusals: [...locked, 'no-such-bus', 'bus-cancelled', 'bus-exists', 'bus-full'],
    input: { busId: releaseBusId, ...busFacts },
    output: z.strictObject({ actId }),
  }),
  'releases.cancelBus': command({
    summary: 'Takes a bus off the list; its people have no bus then.',
    changes: ['releases'],
    refusals: [...locked, 'no-such-bus', 'bus-cancelled'],
    input: { busId: releaseBusId },
    output: z.strictObject({ actId, people: z.int() }),
  }),
  'releases.assignBuses': command({
    summary: 'Seats people: by hand where `seats` is given, else all by district, street and family.',
    changes: ['releases'],
    runs: 'worker',
    refusals: [...locked, 'no-such-bus', 'bus-cancelled', 'bus-full', 'not-on-list'],
    input: {
      listId: releaseListId,
      seats: z
        .array(z.strictObject({ stayId, busId: releaseBusId.nullable() }))
        .min(1)
        .max(5000)
        .optional(),
      /** Without `seats`: also those who have a bus are seated anew. */
      anew: z.boolean().default(false),
    },
    output: z.strictObject({ actId: actId.nullable(), seated: z.int(), without: z.int() }),
  }),
  'releases.sign': command({
    summary: 'Signs the list as doctor or as nurse; two different people.',
    changes: ['releases'],
    runs: 'worker',
    refusals: [
      'no-such-list',
      'list-empty',
      'list-has-dropped',
      'already-signed',
      'same-signer',
      'signer-no-person',
    ],
    input: { listId: releaseListId, role: z.enum(SIGNATURE_ROLES) },
    output: z.strictObject({ actId, state: z.enum(LIST_STATES), members: z.int() }),
  }),
  'releases.withdrawSignature': command({
    summary: 'Takes a signature back with a reason, so that the list can be changed and signed again.',
    changes: ['releases'],
    refusals: ['no-such-list', 'not-signed', 'reason-needed'],
    input: { listId: releaseListId, role: z.enum(SIGNATURE_ROLES) },
    output: z.strictObject({ actId, state: z.enum(LIST_STATES) }),
  }),
};
