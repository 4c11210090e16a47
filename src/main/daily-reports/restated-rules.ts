import type { DailyBody } from '#shared/contract/daily-body.ts';
import type { RestatedFigure } from '#shared/contract/daily-reports.ts';

/**
 * Every figure that is another one now, by its path: `inHouse.people`, `places.A.left`, `districts.船营区.admitted`.
 * A place or district that stands in one of the two only counts as 0 in the other.
 */
export function restatedFigures(signed: DailyBody, now: DailyBody): RestatedFigure[] {
  const [before, after] = [figuresOf(signed), figuresOf(now)];
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .map((path) => ({ path, signed: before.get(path) ?? 0, now: after.get(path) ?? 0 }))
    .filter((figure) => figure.signed !== figure.now);
}

function figuresOf(body: DailyBody): Map<string, number> {
  const figures = new Map<string, number>();
  const { places, districts, ...rest } = body;
  collect(rest, '', figures);
  for (const { zone, ...numbers } of places) collect(numbers, `places.${zone?.code ?? ''}`, figures);
  for (const { district, ...numbers } of districts) collect(numbers, `districts.${district}`, figures);
  return figures;
}

function collect(value: unknown, path: string, figures: Map<string, number>): void {
  if (typeof value === 'number') figures.set(path, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value))
    collect(inside, path === '' ? key : `${path}.${key}`, figures);
}
