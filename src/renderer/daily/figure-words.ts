import type { TFunction } from 'i18next';
import type { DailyBody } from '#shared/contract/daily-body.ts';
import type { FlowFigure } from '#shared/contract/figures.ts';
import type { BedState, Classification, WayOfLeaving } from '#shared/contract/vocabulary.ts';

const GROUPS = {
  inHouse: 'inHouse',
  'admitted.inPeriod': 'admitted',
  'admitted.sinceOpening': 'admittedAll',
  'left.inPeriod': 'left',
  'left.sinceOpening': 'leftAll',
} as const;
const SINGLE = { waiting: 'waiting', recovered: 'recoveredPeople', daysMoreLeft: 'daysMoreLeft' } as const;

const isIn = <T extends object>(words: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(words, key);
const joined = (whole: string, part: string): string => `${whole} · ${part}`;

/** What a figure of the body is called, by its path as `restated` names it; names may hold dots of their own. */
export function figureWord(path: string, { places }: Pick<DailyBody, 'places'>, t: TFunction): string {
  if (isIn(SINGLE, path)) return t(`daily.figures.${SINGLE[path]}`);
  const [head = '', ...rest] = path.split('.');
  const last = rest.at(-1) ?? '';
  const middle = rest.slice(0, -1).join('.');
  if (head === 'beds') {
    const beds = t('daily.figures.beds');
    return last === 'total' ? beds : joined(beds, t(`vocabulary.bedStates.${last as BedState}`));
  }
  if (head === 'places') {
    const name = places.find(({ zone }) => (zone?.code ?? '') === middle)?.zone?.name ?? middle;
    return joined(name || t('accounts.noBed'), t(`accounts.figures.${last as FlowFigure}`));
  }
  if (head === 'districts')
    return joined(
      middle || t('daily.noDistrict'),
      t(`daily.figures.${last as 'admitted' | 'left' | 'inHouse'}`),
    );
  const group = path.replace(/\.(people|byClassification\..*|byWay\..*)$/, '');
  const word = isIn(GROUPS, group) ? t(`daily.figures.${GROUPS[group]}`) : path;
  if (path.includes('.byWay.')) return joined(word, t(`vocabulary.waysOfLeaving.${last as WayOfLeaving}`));
  if (path.includes('.byClassification.'))
    return joined(word, t(`vocabulary.classifications.${last as Classification}`));
  return word;
}
