import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { LANDMARK_KINDS } from '#shared/contract/layout.ts';
import { spanText } from '../../ui/time.ts';
import type { FloorBed } from './floor.ts';
import { minutesLeft } from './minutes-left.ts';
import type { Words } from './scene.ts';

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

/** A landmark by its own name and by what it is; only the latter to somebody who does not read the name. */
function landmarkWords(kind: string, label: string, english: boolean, t: TFunction): string[] {
  const known = LANDMARK_KINDS.find((one) => one === kind);
  const word = known ? t(`beds.landmarks.${known}`) : '';
  const own = label !== '' && !(english && hasHan(label)) ? [label] : [];
  return [...own, `${word} ${/\d+$/.exec(label)?.[0] ?? ''}`.trim(), word];
}

/** The words on the picture, said again when the language changes. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return useMemo<Words>(
    () => ({
      free: (free, total) =>
        total === null ? t('beds.zoneFree', { free }) : t('beds.zoneFreeOf', { free, total }),
      policy: (policy) => t(`vocabulary.sexPolicies.${policy}`),
      landmark: (kind, label) => landmarkWords(kind, label, english, t),
      sex: (sex) => t(`beds.sexShort.${sex}`),
      years: (age) => t('ui.years', { age }),
      classification: (word) => t(`vocabulary.classifications.${word}`),
      closure: (reason) => t(`vocabulary.closureReasons.${reason}`),
      minutes: (minutes) => t('beds.minutesShort', { minutes }),
      ready: t('beds.readyShort'),
      since: (ms) => spanText(ms, t),
    }),
    [t, english],
  );
}

/** Who is in a bed, in one breath: 邹丽平 女 31岁. */
function personWords(person: NonNullable<BedView['occupant']>, t: TFunction): string {
  const age = person.age === null ? '' : t('ui.years', { age: person.age });
  return [person.name, t(`vocabulary.sexes.${person.sex}`), age].filter((word) => word !== '').join(' ');
}

/** What a bed's state comes from, after its word: for whom, how long yet, why. */
export function stateDetail(view: BedView, now: number, t: TFunction): string {
  switch (view.state) {
    case 'occupied':
      return view.occupant ? personWords(view.occupant, t) : '';
    case 'reserved':
      return [view.reservation?.name, view.reservation?.note].filter((word) => word).join(' ');
    case 'awaitingDisinfection': {
      const minutes = view.disinfection ? minutesLeft(view.disinfection.readyAt, now) : 0;
      return minutes > 0 ? t('beds.minutesLeft', { minutes }) : t('beds.readyNow');
    }
    case 'outOfService':
      return view.closure ? t(`vocabulary.closureReasons.${view.closure.reason}`) : '';
    case 'available':
      return '';
  }
}

/** `A-03-12，占用，邹丽平 女 31岁，重点病员`: what a screen reader says. */
export function bedWords(bed: FloorBed, view: BedView | undefined, now: number, t: TFunction): string {
  if (!view) return bed.code;
  const words = [
    bed.code,
    t(`vocabulary.bedStates.${view.state}`),
    stateDetail(view, now, t),
    view.occupant?.alert ? t('beds.alert') : '',
    view.occupant?.family ? t('beds.hasFamily') : '',
    view.occupant && view.closure ? t('beds.closedAround') : '',
  ];
  return words.filter((word) => word !== '').join(t('beds.comma'));
}
