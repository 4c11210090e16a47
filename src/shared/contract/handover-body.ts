import { z } from 'zod';
import { ALERT_LEVELS } from './alerts.ts';
import { ALERT_KINDS, CARE_KINDS, TEAMS } from './clinical-vocabulary.ts';
import { handoverNoteId, stayId, utcInstant, zoneId } from './values.ts';
import { CLOSURE_REASONS, WAYS_OF_LEAVING } from './vocabulary.ts';

const sentence = z.strictObject({ zh: z.string(), en: z.string() });

/** Somebody with the bed they had at the moment that the row is about; '' for who waits for one. */
const person = { stayId, number: z.int(), name: z.string(), bed: z.string() };
const handoverPerson = z.strictObject(person);
export type HandoverPerson = z.infer<typeof handoverPerson>;

/** Somebody who came, moved or left: `bed` is the one in this zone, `other` the one before or after; '' for none. */
const mover = z.strictObject({
  ...person,
  at: utcInstant,
  other: z.string(),
  /** Of those who left. */
  way: z.enum(WAYS_OF_LEAVING).nullable(),
});
export type HandoverMover = z.infer<typeof mover>;

/** How ill somebody is by what was seen: an emergency, worth a doctor's look, or neither. */
const state = z.enum(['none', 'urgent', 'emergency']);

const change = z.strictObject({
  ...person,
  /** Of the last round. */
  at: utcInstant,
  /** NEWS2 before and after; null where there was none, or none that is complete. */
  score: z.strictObject({ from: z.int().nullable(), to: z.int().nullable() }),
  state: z.strictObject({ from: state, to: state }),
  /** What says so: criteria that are met now or no longer, signs that changed, the nurse's own word. */
  because: z.array(sentence),
});
export type HandoverChange = z.infer<typeof change>;

/** `opened`: since the beginning of the shift. `closed`: it is no more, and whoever it was about is still here. */
const ALERT_COURSES = ['opened', 'open', 'closed'] as const;

const alertRow = z.strictObject({
  ...person,
  kind: z.enum(ALERT_KINDS),
  level: z.enum(ALERT_LEVELS),
  began: utcInstant,
  sentence,
  course: z.enum(ALERT_COURSES),
  acknowledged: z.strictObject({ who: z.string(), at: utcInstant }).nullable(),
});
export type HandoverAlert = z.infer<typeof alertRow>;

/** One turn of an order that is open, with everybody for whom it is. */
const task = z.strictObject({
  kind: z.enum(CARE_KINDS),
  team: z.enum(TEAMS),
  what: z.string(),
  note: z.string(),
  dueAt: utcInstant,
  state: z.enum(['due', 'overdue', 'missed']),
  people: z.array(handoverPerson).min(1),
});
export type HandoverTask = z.infer<typeof task>;

export const handoverNote = z.strictObject({
  noteId: handoverNoteId,
  text: z.string(),
  /** Whom it is about; null where it is about the zone. */
  person: handoverPerson.nullable(),
  who: z.string(),
  at: utcInstant,
});
export type HandoverNote = z.infer<typeof handoverNote>;

export const MOVER_LISTS = ['arrived', 'movedIn', 'movedOut', 'within', 'left'] as const;

/**
 * What one zone hands over of (from, to]: everything as it was at `to`, as it was known when it was read. Every
 * number is the length of a list, and opening + arrived + movedIn − movedOut − left = closing.
 */
export const handoverBody = z.strictObject({
  hospital: z.string(),
  zone: z.strictObject({ id: zoneId, code: z.string(), name: z.string() }),
  from: utcInstant,
  to: utcInstant,
  opening: z.array(handoverPerson),
  arrived: z.array(mover),
  movedIn: z.array(mover),
  movedOut: z.array(mover),
  /** From one bed of the zone to another: changes no number. */
  within: z.array(mover),
  left: z.array(mover),
  closing: z.array(handoverPerson),
  worse: z.array(change),
  better: z.array(change),
  alerts: z.array(alertRow),
  /** Samples due by the end of the next shift; `dueAt` null: at once, once something else was seen to. */
  tests: z.array(
    z.strictObject({ ...person, why: z.enum(['retest', 'due']), dueAt: utcInstant.nullable(), sentence }),
  ),
  tasks: z.array(task),
  /** Who may leave now (`now`), or within a day if all goes well. */
  leaving: z.array(z.strictObject({ ...person, now: z.boolean(), earliest: utcInstant.nullable() })),
  beds: z.strictObject({
    awaiting: z.array(z.strictObject({ bed: z.string(), since: utcInstant, readyAt: utcInstant })),
    outOfService: z.array(
      z.strictObject({
        bed: z.string(),
        since: utcInstant,
        reason: z.enum(CLOSURE_REASONS),
        note: z.string(),
      }),
    ),
  }),
  /** Open notes, this shift's and those carried over. */
  notes: z.array(handoverNote),
});
export type HandoverBody = z.infer<typeof handoverBody>;
