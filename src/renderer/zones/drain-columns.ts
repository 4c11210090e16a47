import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { DrainPerson } from '#shared/contract/zones.ts';
import type { Language } from '#shared/messages/fill.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';

/** Who they are, from when they may leave the hospital, and what is missing until then. */
export const drainColumns = (t: TFunction, zone: TimeZone, spoken: Language): ColDef<DrainPerson>[] => [
  textColumn({ id: 'bed', title: t('ui.bed'), width: 110, pinned: 'left' }, ({ bed }) => bed),
  textColumn({ id: 'name', title: t('fields.name'), width: 110 }, ({ name }) => name),
  textColumn({ id: 'may', title: t('zones.drain.may'), width: 130 }, (person) => mayLeave(person, t)),
  timeColumn({ id: 'earliest', title: t('zones.drain.earliest') }, zone, ({ earliest }) => earliest),
  textColumn({ id: 'next', title: t('zones.drain.next'), width: 240 }, ({ verdict, next }) =>
    verdict === 'eligible' || next === null ? null : next[spoken === 'en' ? 'en' : 'zh'],
  ),
  textColumn({ id: 'family', title: t('zones.drain.family'), width: 90 }, ({ family }) =>
    family ? t('ui.yes') : null,
  ),
  textColumn({ id: 'sex', title: t('fields.sex'), width: 80 }, ({ sex }) => t(`vocabulary.sexes.${sex}`)),
  numberColumn({ id: 'age', title: t('ui.age'), width: 80 }, ({ age }) => age),
  textColumn({ id: 'classification', title: t('fields.classification'), width: 120 }, ({ classification }) =>
    t(`vocabulary.classifications.${classification}`),
  ),
  timeColumn({ id: 'since', title: t('zones.drain.since') }, zone, ({ since }) => since),
];

function mayLeave({ verdict, earliest }: DrainPerson, t: TFunction): string {
  if (verdict === 'eligible') return t('zones.drain.now');
  return earliest === null ? t('zones.drain.unclear') : t('zones.drain.later');
}
