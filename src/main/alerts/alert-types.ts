import type { AlertKind } from '#shared/contract/clinical-vocabulary.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Sentence } from '#shared/messages/fill.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';

/**
 * What a feature has found that somebody must know of: who, what, and since when. An alert is derived each time
 * it is asked for and stored nowhere; only that somebody acknowledged it is a fact. Stay, kind and `since` are
 * its name, so `since` has to come out the same at every asking while the thing goes on, and later when it has
 * begun anew: the moment it began (or fell due), never the moment it was asked for.
 */
export interface RaisedAlert {
  readonly stayId: StayId;
  readonly kind: AlertKind;
  readonly since: Instant;
  /** Where it is named by the latest of several turns missed: when the first was due. It has lasted since then. */
  readonly began?: Instant;
  /** What was seen, with its value and threshold; times in it are on the hospital's clocks. */
  readonly sentence: Sentence;
}

/**
 * A feature's own source of alerts, true at `at`: `releases/dropped-members.ts` (`droppedMembers`, kind
 * `off-the-list`), `home/positives-after-release.ts` (`positivesAfterRelease`, kind `positive-after-release`) and
 * `tests/quarantined-positives.ts` (`quarantinedPositives`, kind `positive-in-quarantine`).
 * Name, bed, group, level, acknowledgement and escalation are added by `openAlerts`.
 * `which`: whom is asked about, so that acknowledging one patient's alert judges nobody else.
 */
export type AlertSource = (
  db: Reads,
  at: Instant,
  zone: TimeZone,
  which: 'present' | readonly StayId[],
) => Promise<RaisedAlert[]>;
