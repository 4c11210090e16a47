import { z } from 'zod';
import { SHIFT_HOURS } from '../rules/shift-rules.ts';
import { TEAMS } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import {
  actId,
  careUnitId,
  dutyId,
  instant,
  localDate,
  operatorId,
  reliefTeamId,
  text,
  utcInstant,
  zoneId,
} from './values.ts';

const reads = ['shifts', 'operators'] as const;
const changes = ['shifts'] as const;
const group = z.enum(TEAMS);
const done = z.strictObject({ actId });

const patternFacts = {
  hours: z.literal([...SHIFT_HOURS]),
  /** The time of day at which a shift begins, on the hospital's clocks. */
  firstStart: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Hours between two shifts of one person; less is warned of. */
  restHours: z.int().min(0).max(24),
};

/** Of what is shown: rises with every change to it. Sent back as `seen`, it refuses to overwrite what came between. */
const version = z.int();
const seen = z.int().optional();

/** `from` is null for the pattern that a hospital starts with. */
const pattern = z.strictObject({ from: utcInstant.nullable(), ...patternFacts });

const shift = z.strictObject({ from: utcInstant, to: utcInstant, day: localDate });

const person = { operatorId, name: z.string() };

/** Where somebody is on duty: the whole hospital (zone null), a whole zone (no units), or some units of a zone. */
const place = { zoneId: zoneId.nullable(), careUnitIds: z.array(careUnitId).max(200) };

const duty = z.strictObject({
  dutyId,
  ...person,
  teamId: reliefTeamId,
  team: z.string(),
  group,
  from: utcInstant,
  to: utcInstant,
  ...place,
});
export type Duty = z.infer<typeof duty>;

const teamFacts = {
  name: text(60).trim().min(1),
  /** Home province. */
  province: text(60).trim(),
  arrivesAt: instant,
  /** When it took, or takes, the hospital over. */
  takesOverAt: instant.nullable(),
  leavesAt: instant.nullable(),
};

const member = z.strictObject({ ...person, group, from: utcInstant, to: utcInstant.nullable() });

const team = z.strictObject({
  teamId: reliefTeamId,
  name: z.string(),
  province: z.string(),
  arrivesAt: utcInstant,
  takesOverAt: utcInstant.nullable(),
  leavesAt: utcInstant.nullable(),
  /** Who belongs to it at the moment asked about or will, by group and name. */
  members: z.array(member),
  /** Zones that it owns at the moment asked about. */
  zoneIds: z.array(zoneId),
  version,
});

/** Somebody whose shift begins sooner after the last one than the pattern's rest. */
const shortRest = z.strictObject({ ...person, off: utcInstant, on: utcInstant });
export type ShortRest = z.infer<typeof shortRest>;

const unitLoad = z.strictObject({
  careUnitId,
  code: z.string(),
  zoneId,
  patients: z.int(),
  /** Patients, with whoever cannot walk alone counted twice. */
  weight: z.int(),
  /** Nurses on now who own the unit or its whole zone. */
  nurses: z.int(),
  /**
   * What a nurse of this unit has to look after, over all her units: each unit's weight is shared equally among
   * its nurses. Null without a nurse.
   */
  load: z.number().nullable(),
  /** True as well where no shifts are kept at all. */
  staffed: z.boolean(),
});
export type UnitLoad = z.infer<typeof unitLoad>;

const rotationFacts = {
  leavingTeamId: reliefTeamId,
  nextTeamId: reliefTeamId,
  /** The moment of the takeover. */
  at: instant,
  /** When the leaving team departs; left out: as it is planned, else at the takeover. */
  leavesAt: instant.optional(),
};
const rotationRefusals = [
  'no-such-team',
  'same-team',
  'team-not-there',
  'team-has-left',
  'leaves-before-takeover',
] as const;

const handedOver = z.strictObject({
  group,
  leaving: z.strictObject(person),
  /** Who takes this person's shifts; null where the next team has nobody left in this group. */
  next: z.strictObject(person).nullable(),
  /** Shifts from the takeover on, and how many of them find nobody. */
  duties: z.int(),
  dropped: z.int(),
});
export type HandedOver = z.infer<typeof handedOver>;

/** A moment, and when one looked at it: what has been planned, swapped or corrected since is left out. */
const asOf = z.strictObject({ at: instant.optional(), knownAt: instant.optional() });

export const shifts = {
  'shifts.teams': query({
    summary: 'Relief teams with their people and the zones they own, at a moment or now.',
    reads,
    refusals: ['in-future'],
    input: asOf,
    output: z.array(team),
  }),
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
  'shifts.addTeam': command({
    summary:
      'Adds a relief team, with the zones that it owns from its arrival on, or from now if it is here.',
    changes,
    refusals: ['team-exists', 'team-times', 'no-such-place'],
    input: { ...teamFacts, zoneIds: z.array(zoneId).max(200).default([]) },
    output: z.strictObject({ actId, teamId: reliefTeamId }),
  }),
  'shifts.changeTeam': command({
    summary:
      'Changes what is known of a relief team and, if given, its zones from now on; its shifts after the departure are dropped.',
    changes,
    refusals: [
      'no-such-team',
      'changed-since',
      'team-exists',
      'team-times',
      'on-duty-before-arrival',
      'in-other-team',
      'no-such-place',
    ],
    input: { teamId: reliefTeamId, ...teamFacts, zoneIds: z.array(zoneId).max(200).optional(), seen },
    output: z.strictObject({ actId, dropped: z.int() }),
  }),
  'shifts.setZones': command({
    summary: 'Says which zones a team owns from a moment on; other teams lose those.',
    changes,
    refusals: ['no-such-team', 'no-such-place'],
    input: { teamId: reliefTeamId, zoneIds: z.array(zoneId).max(200), from: instant },
    output: done,
  }),
  'shifts.addMembers': command({
    summary: 'Puts people into a group of a team by name; names that nobody has yet become operators.',
    changes: ['shifts', 'operators'],
    refusals: ['no-such-team', 'in-other-team', 'team-has-left'],
    input: {
      teamId: reliefTeamId,
      group,
      names: z.array(text(60).trim().min(1)).min(1).max(500),
      /** Left out: from the team's arrival. */
      from: instant.optional(),
    },
    output: z.strictObject({
      actId: actId.nullable(),
      added: z.int(),
      /** Of those, the ones who were no operators before. */
      created: z.int(),
      /** Who was in that group already. */
      known: z.int(),
    }),
  }),
  'shifts.endMembers': command({
    summary: 'Ends the membership of people at a moment; their shifts after it are dropped.',
    changes,
    refusals: ['not-in-team'],
    input: { operatorIds: z.array(operatorId).min(1).max(500), at: instant },
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
  'shifts.previewRotation': query({
    summary:
      'What changes when one relief team takes over from another: zones, who leaves, who takes which shifts.',
    reads,
    refusals: rotationRefusals,
    input: z.strictObject(rotationFacts),
    output: z.strictObject({
      zoneIds: z.array(zoneId),
      leaving: z.int(),
      people: z.array(handedOver),
      duties: z.int(),
      dropped: z.int(),
    }),
  }),
  'shifts.rotate': command({
    summary:
      'One relief team takes over from another at a moment: all its zones, and the shifts of its people.',
    changes,
    refusals: rotationRefusals,
    input: rotationFacts,
    output: z.strictObject({
      actId,
      zones: z.int(),
      leaving: z.int(),
      handedOver: z.int(),
      dropped: z.int(),
    }),
  }),
};
