import { z } from 'zod';
import { BREAK_GLASS_MINUTES } from '../rules/people-limits.ts';
import { RIGHTS, ROLES } from '../rules/rights.ts';
import { done } from './beds.ts';
import { command, query } from './procedure.ts';
import { badge, personName, sessions } from './sessions.ts';
import { instant, operatorId, utcInstant, zoneId } from './values.ts';

const breakGlass = z.strictObject({
  id: z.uuid(),
  operatorId,
  name: z.string(),
  from: utcInstant,
  to: utcInstant,
  reason: z.string(),
  /** Acts recorded by that person in that time. */
  acts: z.int(),
  seen: z.strictObject({ who: z.string(), at: utcInstant }).nullable(),
});

const person = z.strictObject({
  operatorId,
  name: z.string(),
  active: z.boolean(),
  roles: z.array(z.enum(ROLES)),
  zones: z.array(zoneId),
  badge: z.string().nullable(),
  /** Whether this person can sign in at all. */
  hasSecret: z.boolean(),
  mustChange: z.boolean(),
  lastSignIn: utcInstant.nullable(),
  lockedUntil: utcInstant.nullable(),
});
export type Person = z.infer<typeof person>;

export const people = {
  ...sessions,
  'people.list': query({
    summary: 'Everybody who works here, with roles, zones, badge and the last sign-in.',
    reads: ['operators', 'session'],
    input: z.strictObject({}),
    output: z.array(person),
  }),
  'people.setPerson': command({
    summary:
      'Changes name, roles, zones, badge of a person, or whether they work here; what is not named stays.',
    changes: ['operators', 'session'],
    refusals: ['unknown-operator', 'operator-exists', 'badge-taken', 'last-administrator'],
    input: {
      person: operatorId,
      name: personName.optional(),
      active: z.boolean().optional(),
      roles: z.array(z.enum(ROLES)).max(ROLES.length).optional(),
      /** Empty: no limit. */
      zones: z.array(zoneId).max(200).optional(),
      badge: badge.nullable().optional(),
    },
    output: done,
  }),
  'people.roles': query({
    summary: 'What each role may do in this hospital, and what the program ships.',
    reads: ['operators'],
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        role: z.enum(ROLES),
        rights: z.array(z.enum(RIGHTS)),
        shipped: z.array(z.enum(RIGHTS)),
      }),
    ),
  }),
  'people.setRole': command({
    summary: 'Says what a role may do from now on.',
    changes: ['operators', 'session'],
    refusals: ['last-administrator'],
    input: { role: z.enum(ROLES), rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length) },
    output: done,
  }),
  'people.breakGlass': command({
    summary:
      'Break-glass: whoever acts may look after any patient for some minutes. Needs a reason; a team lead sees it afterwards.',
    changes: ['session', 'operators'],
    refusals: ['reason-needed'],
    input: {
      minutes: z
        .int()
        .min(BREAK_GLASS_MINUTES.least)
        .max(BREAK_GLASS_MINUTES.most)
        .default(BREAK_GLASS_MINUTES.usual),
    },
    output: z.strictObject({ actId: done.shape.actId, until: utcInstant }),
  }),
  'people.endBreakGlass': command({
    summary: 'Ends one’s own break-glass before its time.',
    changes: ['session', 'operators'],
    refusals: ['no-break-glass'],
    input: {},
    output: done,
  }),
  'people.breakGlasses': query({
    summary: 'Every break-glass that nobody has looked at, and all since a moment, the latest first.',
    reads: ['operators', 'session'],
    input: z.strictObject({ since: instant.optional() }),
    output: z.array(breakGlass),
  }),
  'people.seeBreakGlass': command({
    summary: 'Puts on record that a break-glass was looked at, by somebody else than whoever used it.',
    changes: ['operators', 'session'],
    refusals: ['no-break-glass', 'own-break-glass'],
    input: { id: z.uuid() },
    output: done,
  }),
};
