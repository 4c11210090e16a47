import { z } from 'zod';
import { placement, unplaced } from './allocation.ts';
import { bedCounts, done } from './beds.ts';
import { VERDICTS } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { bedId, instant, stayId, text, utcInstant, zoneId } from './values.ts';
import { CLASSIFICATIONS, CLOSURE_REASONS, SEX_POLICIES, SEXES, ZONE_STATES } from './vocabulary.ts';

/** What can be done next with a zone; each is a command of the same name. */
const ZONE_ACTS = ['hold', 'open', 'stopAdmissions', 'resume', 'drain', 'disinfect', 'close'] as const;
export type ZoneAct = (typeof ZONE_ACTS)[number];

/** What is in the way of the next step: people inside, items that are not confirmed, the contact time, beds held. */
const hindrance = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), count: z.int(), names: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('unconfirmed'),
    count: z.int(),
    items: z.array(z.strictObject({ zh: z.string(), en: z.string() })),
  }),
  z.strictObject({ kind: z.literal('contact-time'), until: utcInstant }),
  /** Beds that closing would let go; `forWhom` a name, or what was noted. */
  z.strictObject({
    kind: z.literal('held'),
    count: z.int(),
    beds: z.array(z.strictObject({ bed: z.string(), forWhom: z.string() })),
  }),
]);

const zoneRow = z.strictObject({
  zoneId,
  code: z.string(),
  name: z.string(),
  sexPolicy: z.enum(SEX_POLICIES),
  state: z.enum(ZONE_STATES),
  /** Null: so from the beginning. */
  since: utcInstant.nullable(),
  by: z.string(),
  note: z.string(),
  counts: bedCounts,
  inHouse: z.int(),
  /** Closed by hand on the Beds page: out of service until it is put back there, whatever its steps. */
  closedByHand: z.strictObject({ reason: z.enum(CLOSURE_REASONS), note: z.string() }).nullable(),
  list: z.strictObject({ number: z.int(), confirmed: z.int(), of: z.int() }),
  /** The step ahead on the way; null where there is none (a zone that is open). */
  next: z.enum(ZONE_ACTS).nullable(),
  hindrances: z.array(hindrance),
  /** Every act that the zone's state allows, whatever stands in its way. */
  acts: z.array(z.enum(ZONE_ACTS)),
  /** The steps there have been, oldest first. */
  life: z.array(
    z.strictObject({ state: z.enum(ZONE_STATES), from: utcInstant, by: z.string(), note: z.string() }),
  ),
});
export type ZoneRow = z.infer<typeof zoneRow>;

const tick = z.strictObject({ at: utcInstant, by: z.string(), note: z.string() });

const readinessLine = z.strictObject({
  item: z.string(),
  zh: z.string(),
  en: z.string(),
  confirmed: tick.nullable(),
  /** What the program knows of it; null where it knows nothing. It never confirms by itself. */
  known: z.strictObject({ good: z.boolean(), zh: z.string(), en: z.string() }).nullable(),
  withdrawn: z.array(z.strictObject({ ...tick.shape, withdrawnBy: z.string(), reason: z.string() })),
});
export type ReadinessLine = z.infer<typeof readinessLine>;

const drainPerson = z.strictObject({
  stayId,
  version: z.int(),
  name: z.string(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
  classification: z.enum(CLASSIFICATIONS),
  bedId,
  bed: z.string(),
  since: utcInstant,
  family: z.boolean(),
  /** May they leave, and from when; `earliest` null where nobody can say. */
  verdict: z.enum(VERDICTS).nullable(),
  earliest: utcInstant.nullable(),
  next: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
});
export type DrainPerson = z.infer<typeof drainPerson>;

const plannedMove = placement.extend({ fromBedId: bedId, from: z.string(), zone: z.string() });
export type PlannedMove = z.infer<typeof plannedMove>;

const ofZone = { zoneId, note: text(200) };
const steps = ['no-such-zone', 'zone-wrong-state', 'zone-step-too-early'] as const;
const changes = ['zones', 'beds'] as const;

export const zones = {
  'zones.list': query({
    summary: 'Every zone with its life: state, counts, the next step and what is in its way.',
    reads: ['zones', 'beds', 'stays', 'hospital'],
    input: z.strictObject({}),
    output: z.array(zoneRow),
  }),
  'zones.readiness': query({
    summary: 'The readiness list of one zone: who confirmed what, and what the program knows of it.',
    reads: ['zones', 'beds', 'hospital'],
    refusals: ['no-such-zone'],
    input: z.strictObject({ zoneId }),
    output: z.strictObject({ number: z.int(), lines: z.array(readinessLine) }),
  }),
  'zones.confirm': command({
    summary: 'Confirms items of the readiness list of a zone that is not open.',
    changes: ['zones'],
    refusals: ['no-such-zone', 'zone-wrong-state', 'no-such-item', 'item-confirmed'],
    input: { zoneId, items: z.array(z.string()).min(1).max(40), note: text(200) },
    output: done,
  }),
  'zones.withdraw': command({
    summary: 'Withdraws what was confirmed, with a reason.',
    changes: ['zones'],
    refusals: ['no-such-zone', 'zone-wrong-state', 'no-such-item', 'item-not-confirmed', 'reason-needed'],
    input: { zoneId, item: z.string() },
    output: done,
  }),
  'zones.hold': command({
    summary: 'Declares an empty zone not open yet: from then on it opens only by its readiness list.',
    changes,
    refusals: [...steps, 'zone-not-empty'],
    input: ofZone,
    output: done,
  }),
  'zones.open': command({
    summary: 'Opens a zone; only when everything on its own list is confirmed.',
    changes,
    refusals: [...steps, 'zone-not-ready', 'zone-confirmed-later'],
    input: ofZone,
    output: done,
  }),
  'zones.stopAdmissions': command({
    summary: 'From now on nobody new gets a bed in the zone. Those inside stay.',
    changes,
    refusals: [...steps, 'zone-used-since'],
    input: ofZone,
    output: done,
  }),
  'zones.resume': command({
    summary: 'Takes people into a stopped zone again, with a reason.',
    changes,
    refusals: [...steps, 'reason-needed'],
    input: ofZone,
    output: done,
  }),
  'zones.drain': command({
    summary: 'Begins to empty a zone that takes nobody any more.',
    changes,
    refusals: steps,
    input: ofZone,
    output: done,
  }),
  'zones.drainList': query({
    summary: 'Who is still in the zone, and when each may leave.',
    reads: ['zones', 'beds', 'stays', 'tests', 'rounds', 'care', 'protocols'],
    runs: 'worker',
    refusals: ['no-such-zone'],
    input: z.strictObject({ zoneId, at: instant.optional() }),
    output: z.strictObject({ people: z.array(drainPerson) }),
  }),
  'zones.proposeMoves': query({
    summary:
      'Beds in other zones for everybody in a zone, or for those named, by the rules of the allocation.',
    reads: ['zones', 'beds', 'stays', 'hospital'],
    runs: 'worker',
    refusals: ['no-such-zone', 'no-such-stay', 'not-in-zone', 'zone-wrong-state'],
    input: z.strictObject({
      zoneId,
      stayIds: z.array(stayId).max(5000).nullable(),
      fixed: z.array(z.strictObject({ stayId, bedId })).max(5000).default([]),
    }),
    output: z.strictObject({
      placed: z.array(plannedMove),
      unplaced: z.array(unplaced.extend({ from: z.string() })),
    }),
  }),
  'zones.moveOut': command({
    summary: 'Moves people out of a zone to the beds given, all or none, as one act.',
    changes: ['stays', 'beds', 'zones'],
    runs: 'worker',
    refusals: [
      'no-such-zone',
      'zone-wrong-state',
      'no-such-stay',
      'stale',
      'not-in-house',
      'not-in-zone',
      'before-last-move',
      'same-stay-twice',
      'no-such-bed',
      'bed-taken',
      'bed-reserved',
      'bed-not-disinfected',
      'bed-out-of-service',
      'bed-not-allowed',
      'reason-needed',
    ],
    input: {
      zoneId,
      moves: z
        .array(
          z.strictObject({
            ...{ stayId, bedId, expectedVersion: z.int().optional() },
            /** The placing rule against this very move is put aside, with the act's reason. */
            override: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(5000),
    },
    output: z.strictObject({ actId: done.shape.actId, moved: z.int() }),
  }),
  'zones.disinfect': command({
    summary: 'The final disinfection of the whole zone, beds and passages; only when nobody is inside.',
    changes,
    refusals: [...steps, 'zone-not-empty'],
    input: ofZone,
    output: done,
  }),
  'zones.close': command({
    summary:
      'Closes a zone after the contact time of its final disinfection; its beds are disinfected by that.',
    changes,
    refusals: [...steps, 'zone-disinfection-too-early', 'zone-beds-held'],
    input: ofZone,
    output: done,
  }),
};
