import type { AlertKind } from '../contract/clinical-vocabulary.ts';
import type { Protocol } from '../contract/protocol.ts';
import type { Finding, News2Score, News2Sign, Observation } from '../contract/rounds.ts';
import { NEWS2_SIGNS } from '../contract/rounds.ts';
import type { Sentence } from '../messages/fill.ts';
import type { Instant } from './instant.ts';
import { HIGH_FEVER, LONG_FEVER, longFevers } from './long-fever.ts';
import { news2, news2Bounds } from './news2.ts';
import { saySum, sayThrees } from './news2-words.ts';
import type { Watch } from './round-interval.ts';
import { type Age, criteriaOf, feverSince, severeSigns } from './severity.ts';

export interface Watched {
  readonly age: Age;
  readonly pregnant: boolean;
  readonly scale2: boolean;
}

/** What still holds of somebody's observations, and since when. */
interface Standing {
  readonly kind: AlertKind;
  readonly since: Instant;
  readonly sentence: () => Sentence;
}

export interface Assessment {
  readonly last: Observation | null;
  /** Of the last observation alone. */
  readonly score: News2Score | null;
  readonly findings: () => Finding[];
  /** Of the whole series; each kind at most once. */
  readonly standing: readonly Standing[];
  /** Beginning of the unbroken time in which some severe criterion has been met. */
  readonly severeSince: Instant | null;
  readonly watch: Watch;
}

interface Held {
  since: Instant;
  sentence: () => Sentence;
}

/**
 * Goes through the observations of one stay, oldest first. A criterion holds from the observation that met it
 * until one that looked at the same sign and found it gone: a round that took only the temperature ends no
 * other alert. An alert of several criteria begins anew when another one joins them, so that who acknowledged
 * the first hears of the second.
 */
export function assess(
  observations: readonly Observation[],
  patient: Watched,
  protocol: Protocol,
): Assessment {
  const severe = new Map<string, Held>();
  const warnings = new Map<string, Held>();
  const threes = new Map<News2Sign, Held>();
  const sums = new Map<number, Held>();
  let severeSince: Instant | null = null;
  let score: News2Score | null = null;
  for (const one of observations) {
    for (const { name, level, met, sentence } of criteriaOf(one, patient.age, protocol)) {
      hold(level === 'severe' ? severe : warnings, name, met, one.takenAt, sentence);
    }
    holdLongFever(observations, one, patient.age, protocol, severe, warnings);
    severeSince = severe.size === 0 ? null : (severeSince ?? one.takenAt);
    score = news2(one, { ...patient, ageYears: patient.age.years }, protocol.ages.scoreFrom);
    holdScore(score, one, threes, sums);
  }
  const last = observations[observations.length - 1] ?? null;
  const standing = standingOf({ severe, warnings, threes, sums }, observations, protocol);
  return {
    last,
    score,
    findings: () =>
      last === null ? [] : findingsOf(observations, observations.length - 1, patient, protocol),
    standing,
    severeSince,
    watch: watchOf(last, standing, sums.has(1)),
  };
}

/** What one observation of a series shows: its own signs, and a fever that had lasted too long by then. */
export function findingsOf(
  observations: readonly Observation[],
  index: number,
  patient: Watched,
  protocol: Protocol,
): Finding[] {
  const one = observations[index];
  if (!one) return [];
  return [
    ...severeSigns(one, patient.age, protocol),
    ...longFevers(observations, one, patient.age, protocol)
      .filter(({ since }) => since !== null)
      .map(({ level, criterion, sentence }) => ({ level, criterion, sentence })),
  ];
}

function hold<K>(
  held: Map<K, Held>,
  name: K,
  met: boolean | null,
  at: Instant,
  sentence: () => Sentence,
): void {
  if (met === false) held.delete(name);
  else if (met === true) held.set(name, { since: held.get(name)?.since ?? at, sentence });
}

function holdLongFever(
  observations: readonly Observation[],
  one: Observation,
  age: Age,
  protocol: Protocol,
  severe: Map<string, Held>,
  warnings: Map<string, Held>,
): void {
  if (one.temperature === null) return;
  const isOver = one.temperature < protocol.fever.celsius;
  if (isOver && !severe.has(HIGH_FEVER) && !warnings.has(LONG_FEVER)) return;
  for (const { level, criterion, since, sentence } of longFevers(observations, one, age, protocol)) {
    hold(
      level === 'severe' ? severe : warnings,
      criterion,
      since !== null,
      since ?? one.takenAt,
      () => sentence,
    );
  }
}

/** Thresholds of the score that something follows from: 1 (seen more often), 5 and 7 (RCP 2017). */
const SUMS = [1, 5, 7] as const;

function holdScore(
  score: News2Score,
  one: Observation,
  threes: Map<News2Sign, Held>,
  sums: Map<number, Held>,
): void {
  const bounds = news2Bounds(score);
  if (score.kind === 'not-applicable' || bounds === null) {
    threes.clear();
    sums.clear();
    return;
  }
  for (const sum of SUMS) {
    const met = bounds.least >= sum ? true : bounds.most < sum ? false : null;
    hold(sums, sum, met, one.takenAt, () => saySum(score, one));
  }
  for (const sign of NEWS2_SIGNS) {
    const points = score.points[sign];
    hold(threes, sign, points === undefined ? null : points === 3, one.takenAt, () => sayThrees([sign], one));
  }
}

/** The latest to join is when it last became worse. */
const joined = (kind: AlertKind, held: Iterable<Held>): Standing => {
  const all = [...held];
  return {
    kind,
    since: all.map(({ since }) => since).reduce((latest, since) => (since > latest ? since : latest)),
    sentence: () => {
      const said = all.map(({ sentence }) => sentence());
      return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
    },
  };
};

function standingOf(
  held: {
    severe: Map<string, Held>;
    warnings: Map<string, Held>;
    threes: Map<News2Sign, Held>;
    sums: Map<number, Held>;
  },
  observations: readonly Observation[],
  protocol: Protocol,
): Standing[] {
  const standing: Standing[] = [];
  const [seven, five] = [held.sums.get(7), held.sums.get(5)];
  if (held.severe.size > 0) standing.push(joined('severe', held.severe.values()));
  // The higher one says the lower one too.
  if (seven) standing.push(joined('news2-emergency', [seven]));
  else if (five) standing.push(joined('news2-urgent', [five]));
  else if (held.threes.size > 0) standing.push(joined('news2-single', held.threes.values()));
  if (held.severe.size === 0 && held.warnings.size > 0) {
    standing.push(joined('early-warning', held.warnings.values()));
  }
  const fever = feverOf(observations, protocol);
  if (fever) standing.push(fever);
  return standing;
}

/** While the last temperature taken is a fever. It begins anew where it becomes a high one. */
function feverOf(observations: readonly Observation[], { fever }: Protocol): Standing | null {
  const last = observations.findLast(({ temperature }) => temperature !== null);
  if (!last || last.temperature === null || last.temperature < fever.celsius) return null;
  const limit = last.temperature >= fever.highCelsius ? fever.highCelsius : fever.celsius;
  const shown = last.temperature.toFixed(1);
  return {
    kind: 'fever',
    since: feverSince(observations, limit, last.takenAt)?.from ?? last.takenAt,
    sentence: () => ({
      zh: `体温 ${shown} ℃，≥ ${limit.toFixed(1)} ℃`,
      en: `temperature ${shown} °C, ≥ ${limit.toFixed(1)} °C`,
    }),
  };
}

function watchOf(last: Observation | null, standing: readonly Standing[], somePoints: boolean): Watch {
  if (last === null) return 'never-seen';
  const kinds = new Set(standing.map(({ kind }) => kind));
  if (kinds.has('severe') || kinds.has('news2-emergency') || kinds.has('news2-urgent')) return 'closest';
  if (kinds.has('news2-single')) return 'single-three';
  return somePoints || kinds.has('early-warning') ? 'some-points' : 'low';
}
