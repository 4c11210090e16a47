import type { AlertKind } from '../contract/clinical-vocabulary.ts';
import type { Protocol } from '../contract/protocol.ts';
import type { Finding, News2Score, Observation } from '../contract/rounds.ts';
import type { Sentence } from '../messages/fill.ts';
import { HeldCriteria } from './held-criteria.ts';
import type { Instant } from './instant.ts';
import { measuredSomething } from './last-round.ts';
import { HIGH_FEVER, LONG_FEVER, longFevers } from './long-fever.ts';
import { news2 } from './news2.ts';
import { News2Course } from './news2-course.ts';
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
  /** The observation at which it began or last became worse. */
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

/**
 * Goes through the observations of one stay, oldest first. A criterion holds from the observation that met it
 * until one that looked at the same sign and found it gone: a round that took only the temperature ends no
 * other alert. An alert begins anew whenever somebody becomes worse under it (`HeldCriteria`, `News2Course`), so that
 * who acknowledged it hears of that, and never because they become better.
 */
export function assess(
  observations: readonly Observation[],
  patient: Watched,
  protocol: Protocol,
): Assessment {
  const severe = new HeldCriteria();
  const warnings = new HeldCriteria();
  const course = new News2Course();
  let severeSince: Instant | null = null;
  let score: News2Score | null = null;
  for (const one of observations) {
    for (const { name, level, met, sentence, grade } of criteriaOf(
      one,
      patient.age,
      protocol,
      patient.pregnant,
    )) {
      (level === 'severe' ? severe : warnings).see(name, met, one.takenAt, sentence, grade);
    }
    holdLongFever(observations, one, patient.age, protocol, severe, warnings);
    severeSince = severe.since === null ? null : (severeSince ?? one.takenAt);
    score = news2(one, { ...patient, ageYears: patient.age.years }, protocol.ages.scoreFrom);
    course.see(score, one);
  }
  const last = observations[observations.length - 1] ?? null;
  const standing = standingOf({ severe, warnings, course }, observations, protocol);
  return {
    last,
    score,
    findings: () =>
      last === null ? [] : findingsOf(observations, observations.length - 1, patient, protocol),
    standing,
    severeSince,
    watch: watchOf(observations, standing, course.hasPoints),
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
    ...severeSigns(one, patient.age, protocol, patient.pregnant),
    ...longFevers(observations, one, patient.age, protocol)
      .filter(({ since }) => since !== null)
      .map(({ level, criterion, sentence }) => ({ level, criterion, sentence })),
  ];
}

function holdLongFever(
  observations: readonly Observation[],
  one: Observation,
  age: Age,
  protocol: Protocol,
  severe: HeldCriteria,
  warnings: HeldCriteria,
): void {
  if (one.temperature === null) return;
  const isOver = one.temperature < protocol.fever.celsius;
  if (isOver && !severe.has(HIGH_FEVER) && !warnings.has(LONG_FEVER)) return;
  for (const { level, criterion, since, sentence } of longFevers(observations, one, age, protocol)) {
    const held = level === 'severe' ? severe : warnings;
    held.see(criterion, since !== null, since ?? one.takenAt, () => sentence);
  }
}

function standingOf(
  { severe, warnings, course }: { severe: HeldCriteria; warnings: HeldCriteria; course: News2Course },
  observations: readonly Observation[],
  protocol: Protocol,
): Standing[] {
  const standing: Standing[] = [];
  if (severe.since !== null)
    standing.push({ kind: 'severe', since: severe.since, sentence: severe.sentence });
  const scored = course.standing();
  if (scored) standing.push(scored);
  if (severe.since === null && warnings.since !== null) {
    standing.push({ kind: 'early-warning', since: warnings.since, sentence: warnings.sentence });
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

function watchOf(
  observations: readonly Observation[],
  standing: readonly Standing[],
  somePoints: boolean,
): Watch {
  const kinds = new Set(standing.map(({ kind }) => kind));
  if (kinds.has('severe') || kinds.has('news2-emergency') || kinds.has('news2-urgent')) return 'closest';
  if (kinds.has('news2-single')) return 'single-three';
  if (somePoints || kinds.has('early-warning')) return 'some-points';
  return observations.some(measuredSomething) ? 'low' : 'never-seen';
}
