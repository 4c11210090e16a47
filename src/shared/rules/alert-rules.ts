import type { AlertLevel } from '../contract/alerts.ts';
import type { AlertKind, Team } from '../contract/clinical-vocabulary.ts';
import type { Protocol } from '../contract/protocol.ts';

/** Whom each kind concerns, and how soon. The first group is the one that goes. */
export const ALERT_CONCERNS = {
  // A doctor decides on the referral, a nurse stays at the bed.
  severe: { level: 'emergency', teams: ['medical', 'nursing'] },
  // RCP 2017: 7 and more is an emergency assessment by a team, 5 and 6 an urgent one by a clinician.
  'news2-emergency': { level: 'emergency', teams: ['medical', 'nursing'] },
  'news2-urgent': { level: 'urgent', teams: ['medical', 'nursing'] },
  // RCP 2017: the registered nurse informs the medical team, which reviews.
  'news2-single': { level: 'urgent', teams: ['medical', 'nursing'] },
  'early-warning': { level: 'urgent', teams: ['medical', 'nursing'] },
  fever: { level: 'notice', teams: ['medical', 'nursing'] },
  // Both who signed must know; logistics has a seat on a bus too many.
  'off-the-list': { level: 'urgent', teams: ['medical', 'nursing', 'logistics'] },
  // Contacts at home and on the bus have to be told.
  'positive-after-release': { level: 'urgent', teams: ['infection-control', 'medical'] },
  // It holds nobody back: a nurse finds out whose it is, a doctor lets nobody go before that.
  'positive-in-quarantine': { level: 'urgent', teams: ['medical', 'nursing'] },
  'round-overdue': { level: 'notice', teams: ['nursing'] },
  'sample-overdue': { level: 'notice', teams: ['nursing'] },
  'examination-overdue': { level: 'notice', teams: ['medical'] },
  'key-without-examination': { level: 'notice', teams: ['medical'] },
} as const satisfies Record<AlertKind, { level: AlertLevel; teams: readonly Team[] }>;

/** What a higher alert says as well: who acknowledged the higher one has acknowledged these of the same moment. */
export const SAID_BY: Partial<Record<AlertKind, readonly AlertKind[]>> = {
  'news2-urgent': ['news2-emergency'],
  'news2-single': ['news2-urgent', 'news2-emergency'],
};

/**
 * Minutes after which an alert that nobody has acknowledged is the team lead's. What is due on the shift (a round, a
 * sample) is left to the shift for as long as the next ordinary round takes: else the lead would be told of everything.
 */
export const escalatesAfter = (level: AlertLevel, { rounds }: Pick<Protocol, 'rounds'>): number =>
  level === 'notice'
    ? Math.max(rounds.escalateMinutes, rounds.scoreOneToFourHours * 60)
    : rounds.escalateMinutes;
