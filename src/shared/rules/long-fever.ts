import type { Protocol } from '../contract/protocol.ts';
import type { Finding, Observation } from '../contract/rounds.ts';
import { addMinutes, type Instant } from './instant.ts';
import { type Age, feverLongerThan, isChild } from './severity.ts';

export const HIGH_FEVER = 'high-fever';
export const LONG_FEVER = 'long-fever';

interface LongFever extends Finding {
  since: Instant | null;
}

/** By age: the severe criterion of children (high fever), the early warnings of both (fever). */
export function longFevers(
  observations: readonly Observation[],
  one: Observation,
  age: Age,
  protocol: Protocol,
): LongFever[] {
  if (one.temperature === null) return [];
  const child = isChild(age, protocol);
  const { celsius, highCelsius } = protocol.fever;
  const warningDays = (child ? protocol.earlyWarning.child : protocol.earlyWarning.adult).feverDays;
  const rules = [
    ...(child
      ? [
          {
            level: 'severe' as const,
            criterion: HIGH_FEVER,
            celsius: highCelsius,
            days: protocol.severe.child.highFeverDays,
          },
        ]
      : []),
    ...(warningDays === null
      ? []
      : [{ level: 'warning' as const, criterion: LONG_FEVER, celsius, days: warningDays }]),
  ];
  return rules.map(({ level, criterion, celsius: limit, days }) => {
    const run = feverLongerThan(observations, limit, days, one.takenAt);
    return {
      level,
      criterion,
      since: run && addMinutes(run.from, days * 24 * 60),
      sentence: {
        zh: `体温 ≥ ${limit.toFixed(1)} ℃ 已超过 ${days} 天`,
        en: `temperature ≥ ${limit.toFixed(1)} °C for more than ${days} days`,
      },
    };
  });
}
