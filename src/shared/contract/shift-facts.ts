import { z } from 'zod';
import { SHIFT_HOURS } from '../rules/shift-rules.ts';
import { TEAMS } from './clinical-vocabulary.ts';
import {
  careUnitId,
  dutyId,
  instant,
  localDate,
  operatorId,
  reliefTeamId,
  utcInstant,
  zoneId,
} from './values.ts';

export const reads = ['shifts', 'operators'] as const;
export const changes = ['shifts'] as const;
export const group = z.enum(TEAMS);

/** Of what is shown: rises with every change to it. Sent back as `seen`, it refuses to overwrite what came between. */
export const version = z.int();
export const seen = z.int().optional();

/** A moment, and when one looked at it: what has been planned, swapped or corrected since is left out. */
export const asOf = z.strictObject({ at: instant.optional(), knownAt: instant.optional() });

export const patternFacts = {
  hours: z.literal([...SHIFT_HOURS]),
  /** The time of day at which a shift begins, on the hospital's clocks. */
  firstStart: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Hours between two shifts of one person; less is warned of. */
  restHours: z.int().min(0).max(24),
};

/** `from` is null for the pattern that a hospital starts with. */
export const pattern = z.strictObject({ from: utcInstant.nullable(), ...patternFacts });

export const shift = z.strictObject({ from: utcInstant, to: utcInstant, day: localDate });

export const person = { operatorId, name: z.string() };

/** Where somebody is on duty: the whole hospital (zone null), a whole zone (no units), or some units of a zone. */
export const place = { zoneId: zoneId.nullable(), careUnitIds: z.array(careUnitId).max(200) };

export const duty = z.strictObject({
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

/** Somebody whose shift begins sooner after the last one than the pattern's rest. */
export const shortRest = z.strictObject({ ...person, off: utcInstant, on: utcInstant });
export type ShortRest = z.infer<typeof shortRest>;

export const unitLoad = z.strictObject({
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
