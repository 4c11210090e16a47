import type { BedView } from '#shared/contract/beds.ts';
import type { Floor } from './floor.ts';

export interface Found {
  index: number;
  /** What it was found in. */
  by: 'code' | 'name';
}

const MOST = 30;

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-–—_./·,，]/g, '');

/** `A-03-12` is typed `a312`, `a0312`, `A-3-12`, `a03`: each part with its zeros or without. */
function spellings(code: string): string[] {
  const parts = code.toLowerCase().split('-');
  const short = parts.map((part) => part.replace(/^0+(?=.)/, ''));
  const [zone = '', unit = '', ...rest] = parts;
  const [, shortUnit = '', ...shortRest] = short;
  return [
    zone + unit + rest.join(''),
    zone + shortUnit + rest.join(''),
    zone + shortUnit + shortRest.join(''),
    zone + unit + shortRest.join(''),
  ];
}

/**
 * Beds by what was typed: a code as above, or the beginning of a name or of its initials. Codes in full come
 * first, then beginnings of codes, then names; each in the order of the plan.
 */
export function findBeds(floor: Floor, views: readonly (BedView | undefined)[], typed: string): Found[] {
  const wanted = bare(typed);
  if (wanted === '') return [];
  const whole: Found[] = [];
  const begun: Found[] = [];
  const named: Found[] = [];
  for (const { index, code } of floor.beds) {
    const spelt = spellings(code);
    if (spelt.includes(wanted)) whole.push({ index, by: 'code' });
    else if (spelt.some((one) => one.startsWith(wanted))) begun.push({ index, by: 'code' });
    const occupant = views[index]?.occupant;
    if (occupant && isCalled(occupant, wanted)) named.push({ index, by: 'name' });
  }
  return [
    ...whole,
    ...(named.length > 0 && begun.length > MOST / 2 ? begun.slice(0, 8) : begun),
    ...named,
  ].slice(0, MOST);
}

function isCalled({ name, initials }: { name: string; initials: string }, wanted: string): boolean {
  return initials.toLowerCase().startsWith(wanted) || bare(name).includes(wanted);
}
