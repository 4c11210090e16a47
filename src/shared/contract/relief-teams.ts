import { z } from 'zod';
import { command, query } from './procedure.ts';
import { asOf, changes, group, person, reads, seen, version } from './shift-facts.ts';
import { actId, careUnitId, instant, operatorId, reliefTeamId, text, utcInstant, zoneId } from './values.ts';

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
  /** Care units that it owns then apart from those, whoever owns their zone. */
  careUnitIds: z.array(careUnitId),
  version,
});

const zoneIds = z.array(zoneId).max(200);
const careUnitIds = z.array(careUnitId).max(1000);

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

/** Relief teams: their people, their zones, and the rotation of one for another. */
export const reliefTeams = {
  'shifts.teams': query({
    summary: 'Relief teams with their people and the zones they own, at a moment or now.',
    reads,
    refusals: ['in-future'],
    input: asOf,
    output: z.array(team),
  }),
  'shifts.addTeam': command({
    summary:
      'Adds a relief team, with the zones and care units that it owns from its arrival on, or from now if it is here.',
    changes,
    refusals: ['team-exists', 'team-times', 'no-such-place'],
    input: { ...teamFacts, zoneIds: zoneIds.default([]), careUnitIds: careUnitIds.default([]) },
    output: z.strictObject({ actId, teamId: reliefTeamId }),
  }),
  'shifts.changeTeam': command({
    summary:
      'Changes what is known of a relief team and, if given, its zones and care units from now on; its shifts after the departure are dropped.',
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
    input: {
      teamId: reliefTeamId,
      ...teamFacts,
      zoneIds: zoneIds.optional(),
      careUnitIds: careUnitIds.optional(),
      seen,
    },
    output: z.strictObject({ actId, dropped: z.int() }),
  }),
  'shifts.setZones': command({
    summary: 'Says which zones a team owns from a moment on; other teams lose those.',
    changes,
    refusals: ['no-such-team', 'no-such-place'],
    input: { teamId: reliefTeamId, zoneIds: z.array(zoneId).max(200), from: instant },
    output: z.strictObject({ actId }),
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
  'shifts.previewRotation': query({
    summary:
      'What changes when one relief team takes over from another: zones, who leaves, who takes which shifts.',
    reads,
    refusals: rotationRefusals,
    input: z.strictObject(rotationFacts),
    output: z.strictObject({
      zoneIds: z.array(zoneId),
      careUnitIds: z.array(careUnitId),
      leaving: z.int(),
      people: z.array(handedOver),
      duties: z.int(),
      dropped: z.int(),
    }),
  }),
  'shifts.rotate': command({
    summary:
      'One relief team takes over from another at a moment: all its zones and care units, and the shifts of its people.',
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
