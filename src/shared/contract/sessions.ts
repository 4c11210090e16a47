import { z } from 'zod';
import {
  BADGE_SIGNS,
  PERSON_NAME_LETTERS,
  RECOVERY_CODE_SIGNS,
  SECRET_SIGNS,
} from '../rules/people-limits.ts';
import { RIGHTS, ROLES } from '../rules/rights.ts';
import { query } from './procedure.ts';
import { operatorId, text, utcInstant, zoneId } from './values.ts';

/** A PIN or a password as typed; what makes one fit to be used is rules/secret.ts. */
const secret = z.string().min(1).max(SECRET_SIGNS);
/** What a badge scanner types. */
export const badge = text(BADGE_SIGNS).trim().min(1);
export const personName = text(PERSON_NAME_LETTERS).trim().min(1);

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
    input: z.strictObject({ name: personName, secret }),
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
    input: z.strictObject({ operatorId, code: text(RECOVERY_CODE_SIGNS).trim().min(1), secret }),
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
