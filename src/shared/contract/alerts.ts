import { z } from 'zod';
import { ALERT_KINDS, TEAMS } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { actId, instant, stayId, text, utcInstant } from './values.ts';

/** `emergency`: somebody goes now. `urgent`: within the hour. `notice`: on this shift. */
export const ALERT_LEVELS = ['emergency', 'urgent', 'notice'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

const alert = z.strictObject({
  stayId,
  name: z.string(),
  number: z.int(),
  /** The bed, or for those who left the last one; '' where there is none. */
  bed: z.string(),
  kind: z.enum(ALERT_KINDS),
  /** When it began, last became worse or fell due; with stay and kind it tells one alert from another. */
  since: utcInstant,
  /** How long it has lasted is counted from here; earlier than `since` where several turns were missed. */
  began: utcInstant,
  level: z.enum(ALERT_LEVELS),
  teams: z.array(z.enum(TEAMS)),
  sentence: z.strictObject({ zh: z.string(), en: z.string() }),
  acknowledged: z.strictObject({ who: z.string(), at: utcInstant, note: z.string() }).nullable(),
  /** Nobody has acknowledged it in the protocol's time: it is the team lead's now. */
  escalated: z.boolean(),
});
export type Alert = z.infer<typeof alert>;

const TOPICS_READ = ['rounds', 'stays', 'beds', 'tests', 'protocols', 'care', 'releases'] as const;

export const alerts = {
  'alerts.open': query({
    summary: 'Everything that somebody must know of now, worst first; of one group or of all.',
    reads: TOPICS_READ,
    runs: 'worker',
    input: z.strictObject({ team: z.enum(TEAMS).optional(), stayId: stayId.optional() }),
    output: z.strictObject({ at: utcInstant, alerts: z.array(alert) }),
  }),
  'alerts.count': query({
    summary: 'How many alerts nobody has acknowledged, by level, and how many of them were escalated.',
    reads: TOPICS_READ,
    runs: 'worker',
    input: z.strictObject({}),
    output: z.strictObject({ emergency: z.int(), urgent: z.int(), notice: z.int(), escalated: z.int() }),
  }),
  'alerts.history': query({
    summary: 'The alerts that were acknowledged in a period, with who and when, latest first.',
    reads: ['rounds', 'stays'],
    refusals: ['period-empty'],
    input: z.strictObject({ from: instant, to: instant }),
    output: z.strictObject({
      alerts: z.array(
        z.strictObject({
          stayId,
          name: z.string(),
          number: z.int(),
          bed: z.string(),
          kind: z.enum(ALERT_KINDS),
          since: utcInstant,
          level: z.enum(ALERT_LEVELS),
          who: z.string(),
          at: utcInstant,
          note: z.string(),
        }),
      ),
    }),
  }),
  'alerts.acknowledge': command({
    summary:
      'Somebody has seen alerts and takes care of them. What has ended or was taken up meanwhile is left alone.',
    changes: ['rounds'],
    refusals: ['alert-gone'],
    input: {
      alerts: z
        .array(z.strictObject({ stayId, kind: z.enum(ALERT_KINDS), since: instant }))
        .min(1)
        .max(500),
      note: text(300).default(''),
    },
    output: z.strictObject({ actId, acknowledged: z.int(), left: z.int() }),
  }),
};
