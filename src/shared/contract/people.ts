import { z } from 'zod';
import { RIGHTS, ROLES } from '../rules/rights.ts';
import { done } from './beds.ts';
import { command, query } from './procedure.ts';
import { instant, operatorId, text, utcInstant, zoneId } from './values.ts';

/** A PIN or a password as typed; what makes one fit to be used is rules/secret.ts. */
const secret = z.string().min(1).max(200);
/** What a badge scanner types. */
const badge = text(80).trim().min(1);

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

const signedIn = z.strictObject({
  operatorId,
  name: z.string(),
  since: utcInstant,
  roles: z.array(z.enum(ROLES)),
  rights: z.array(z.enum(RIGHTS)),
  /** Zones to which acts are limited; null: everywhere. */
  zones: z.array(zoneId).nullable(),
  breakGlass: z.strictObject({ until: utcInstant, reason: z.string() }).nullable(),
  /** The secret was given by somebody else, and has to be changed before anything is done. */
  mustChange: z.boolean(),
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

/**
 * Answered by the desk itself (main/people/desk-sessions.ts), which knows who is signed in at it: secrets are hashed
 * outside of any transaction, and never reach the table of answers.
 */
export const sessions = {
  'people.status': query({
    summary: 'Who is signed in at this desk, whether it is locked, and who can sign in.',
    reads: ['session', 'operators', 'hospital', 'zones'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** Somebody has a secret: nothing can be seen or done by anybody who has not signed in. */
      signInRequired: z.boolean(),
      /** A real ward that nobody administers yet. */
      needsAdministrator: z.boolean(),
      locked: z.boolean(),
      signedIn: signedIn.nullable(),
      /** Minutes without a key or a mouse after which the desk locks itself. */
      lockAfterMinutes: z.int(),
      watermark: z.boolean(),
      people: z.array(z.strictObject({ operatorId, name: z.string() })),
    }),
  }),
  'people.signIn': query({
    summary: 'Signs somebody in at this desk, and unlocks it. Whoever was signed in before is not any more.',
    reads: [],
    refusals: ['wrong-secret', 'locked-out', 'unknown-badge', 'cannot-sign-in'],
    input: z.strictObject({
      who: z.union([z.strictObject({ operatorId }), z.strictObject({ badge })]),
      secret,
    }),
    output: signedIn,
  }),
  'people.whose': query({
    summary: 'Whose badge this is, so that only the secret is left to type.',
    reads: [],
    refusals: ['unknown-badge'],
    input: z.strictObject({ badge }),
    output: z.strictObject({ operatorId, name: z.string() }),
  }),
  'people.lock': query({
    summary: 'Locks the desk: who was signed in, or somebody else, signs in again to go on.',
    reads: [],
    input: z.strictObject({}),
    output: z.strictObject({ locked: z.boolean() }),
  }),
  'people.signOut': query({
    summary: 'Nobody is signed in at this desk any more.',
    reads: [],
    input: z.strictObject({}),
    output: z.strictObject({ signedOut: z.boolean() }),
  }),
  'people.prove': query({
    summary:
      'A second person proves who they are for the next act in their name at this desk, such as a second signature; it holds for two minutes.',
    reads: [],
    refusals: ['wrong-secret', 'locked-out', 'unknown-badge', 'cannot-sign-in', 'sign-in-needed'],
    input: z.strictObject({
      who: z.union([z.strictObject({ operatorId }), z.strictObject({ badge })]),
      secret,
    }),
    output: z.strictObject({ operatorId, name: z.string(), until: utcInstant }),
  }),
  'people.firstAdministrator': query({
    summary:
      'Makes the first administrator of a ward and signs them in; from then on everybody signs in. The recovery code is told once, to be kept on paper.',
    reads: [],
    refusals: ['has-administrator', 'secret-too-short', 'secret-too-long', 'secret-too-plain'],
    input: z.strictObject({ name: text(60).trim().min(1), secret }),
    output: z.strictObject({ operatorId, recoveryCode: z.string() }),
  }),
  'people.recover': query({
    summary:
      'An administrator who has lost the secret sets a new one by the recovery code, and gets a new code.',
    reads: [],
    refusals: [
      'wrong-recovery-code',
      'locked-out',
      'secret-too-short',
      'secret-too-long',
      'secret-too-plain',
    ],
    input: z.strictObject({ operatorId, code: text(60).trim().min(1), secret }),
    output: z.strictObject({ operatorId, recoveryCode: z.string() }),
  }),
  'people.setSecret': query({
    summary:
      'Sets a secret: one’s own by giving the present one, or somebody else’s as administrator; that one is changed at the next sign-in.',
    reads: [],
    refusals: [
      'wrong-secret',
      'locked-out',
      'not-allowed',
      'sign-in-needed',
      'unknown-operator',
      'secret-too-short',
      'secret-too-long',
      'secret-too-plain',
      'secret-same',
    ],
    input: z.strictObject({ operatorId, secret, present: secret.optional() }),
    output: z.strictObject({ mustChange: z.boolean() }),
  }),
};

/** Those of them that are acts: they stand in the history like any command. */
export const SESSION_ACTS = ['people.firstAdministrator', 'people.recover', 'people.setSecret'] as const;

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
      name: text(60).trim().min(1).optional(),
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
    input: { minutes: z.int().min(5).max(120).default(30) },
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
