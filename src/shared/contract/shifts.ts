import { z } from 'zod';
import { command, query } from './procedure.ts';
import {
  asOf,
  changes,
  duty,
  pattern,
  patternFacts,
  place,
  reads,
  seen,
  shift,
  shortRest,
  unitLoad,
  version,
} from './shift-facts.ts';
import { actId, dutyId, instant, localDate, operatorId, utcInstant } from './values.ts';

export const shifts = {
  'shifts.board': query({
    summary: 'The shifts of some days with who is on them where, and who has too little rest.',
    reads,
    input: z.strictObject({ from: localDate, days: z.int().min(1).max(7).default(2) }),
    output: z.strictObject({
      pattern,
      shifts: z.array(shift),
      duties: z.array(duty),
      shortRests: z.array(shortRest),
      /** Whether a shift was ever planned here. */
      kept: z.boolean(),
      patternVersion: version,
    }),
  }),
  'shifts.onNow': query({
    summary: 'Who is on duty where at a moment, with the shift before and after.',
    reads,
    refusals: ['in-future'],
    input: asOf,
    output: z.strictObject({
      at: utcInstant,
      kept: z.boolean(),
      before: shift,
      shift,
      after: shift,
      people: z.array(duty),
    }),
  }),
  'shifts.load': query({
    summary: 'Patients and nurses of each care unit at a moment, and how many patients that is a nurse.',
    reads: [...reads, 'beds', 'stays'],
    refusals: ['in-future'],
    input: asOf,
    output: z.strictObject({ at: utcInstant, kept: z.boolean(), units: z.array(unitLoad) }),
  }),
  'shifts.setPattern': command({
    summary: 'Cuts the days into shifts anew from a day on; shifts planned after that are dropped.',
    changes,
    refusals: ['changed-since'],
    input: { from: localDate, ...patternFacts, seen },
    output: z.strictObject({ actId, dropped: z.int() }),
  }),
  'shifts.assign': command({
    summary: 'Puts people on a shift, in a zone or in some of its care units.',
    changes,
    refusals: [
      'no-such-place',
      'not-in-team',
      'before-team-arrival',
      'after-team-departure',
      'on-duty-elsewhere',
    ],
    input: {
      operatorIds: z.array(operatorId).min(1).max(500),
      /** Any moment of the shift. */
      shift: instant,
      ...place,
      /** Also people who are elsewhere on that shift: they are taken from there. */
      move: z.boolean().default(false),
    },
    output: z.strictObject({
      actId: actId.nullable(),
      assigned: z.int(),
      dutyIds: z.array(dutyId),
      shortRests: z.array(shortRest),
    }),
  }),
  'shifts.unassign': command({
    summary: 'Takes people off shifts.',
    changes,
    refusals: ['no-such-duty'],
    input: { dutyIds: z.array(dutyId).min(1).max(2000) },
    output: z.strictObject({ actId, dropped: z.int() }),
  }),
  'shifts.copyDay': command({
    summary:
      'Plans a day as another one, or with everybody so many shifts later; whoever cannot is left out.',
    changes,
    refusals: ['nobody-on-that-day', 'same-day'],
    input: {
      from: localDate,
      to: localDate,
      /** 1: everybody works the shift after the one of that day. */
      later: z.int().min(0).max(5).default(0),
    },
    output: z.strictObject({
      actId: actId.nullable(),
      copied: z.int(),
      /** Who is on another shift then already, and whose team is not there. */
      alreadyOn: z.int(),
      notThere: z.int(),
      shortRests: z.array(shortRest),
    }),
  }),
};
