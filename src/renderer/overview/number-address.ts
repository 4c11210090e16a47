import {
  AGE_GROUPS,
  BANDS,
  type Band,
  BED_FIGURES,
  HORIZONS,
  MOVEMENTS,
  PERSON_FIGURES,
  type RowsOf,
} from '#shared/contract/overview.ts';
import { careUnitId, zoneId } from '#shared/contract/values.ts';
import { CLASSIFICATIONS, SEXES } from '#shared/contract/vocabulary.ts';
import { hrefOf, type Route } from '../route.ts';

export interface FreeOf {
  about: 'free';
  hours: (typeof HORIZONS)[number];
  band: Band;
}

/** Which number of the page somebody has opened: it stands in the address, so it survives a reload. */
export type NumberOf = RowsOf | FreeOf;

/** `#/overview/usable?zone=…`, `#/overview/admitted?hour=9`, `#/overview/free?hours=24&band=low`. */
export function hrefOfNumber(of: NumberOf): string {
  if (of.about === 'free') return hrefOf('overview', 'free', { hours: String(of.hours), band: of.band });
  if (of.about === 'movements')
    return hrefOf('overview', of.figure, { hour: of.hour === undefined ? undefined : String(of.hour) });
  const place = { zone: of.zoneId, unit: of.careUnitId };
  if (of.about === 'beds') return hrefOf('overview', of.figure, place);
  return hrefOf('overview', of.figure, {
    ...place,
    sex: of.sex,
    classification: of.classification,
    age: of.ageGroup,
  });
}

const wordOf = <Word extends string>(words: readonly Word[], text: string | null): Word | undefined =>
  words.find((word) => word === text);

/** The number that an address names; null where it names none. */
export function numberOfAddress({ open, query }: Route): NumberOf | null {
  const zone = zoneId.safeParse(query.get('zone')).data;
  const unit = careUnitId.safeParse(query.get('unit')).data;
  const place = { ...(zone && { zoneId: zone }), ...(unit && { careUnitId: unit }) };
  if (open === 'free') {
    const hours = HORIZONS.find((one) => String(one) === query.get('hours'));
    const band = wordOf(BANDS, query.get('band'));
    return hours && band ? { about: 'free', hours, band } : null;
  }
  const bed = wordOf(BED_FIGURES, open);
  if (bed) return { about: 'beds', figure: bed, ...place };
  const movement = wordOf(MOVEMENTS, open);
  const hour = Number(query.get('hour') ?? Number.NaN);
  const inDay = Number.isInteger(hour) && hour >= 0 && hour < 24;
  if (movement) return { about: 'movements', figure: movement, ...(inDay && { hour }) };
  const figure = wordOf(PERSON_FIGURES, open);
  if (!figure) return null;
  const sex = wordOf(SEXES, query.get('sex'));
  const classification = wordOf(CLASSIFICATIONS, query.get('classification'));
  const ageGroup = wordOf(AGE_GROUPS, query.get('age'));
  return {
    ...{ about: 'people', figure, ...place },
    ...(sex && { sex }),
    ...(classification && { classification }),
    ...(ageGroup && { ageGroup }),
  };
}
