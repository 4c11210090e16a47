import type { LocalDate } from './instant.ts';

/**
 * Full years lived on `day` (足岁). Someone born on 29 February has a birthday on 1 March in other years,
 * as Chinese civil law counts. Negative where the birth date lies after `day`.
 */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
