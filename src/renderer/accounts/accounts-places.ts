import type { TFunction } from 'i18next';
import { type FigurePlace, FLOW_FIGURES, type Flow, type FlowFigure } from '#shared/contract/figures.ts';

/** One line of the accounts: what it is called, and what it is asked for by. */
export interface AccountsLine {
  place: FigurePlace;
  name: string;
  figures: Record<FlowFigure, number>;
}

type Numbers = Record<FlowFigure, number>;

const numbersOf = (of: Numbers): Numbers =>
  Object.fromEntries(FLOW_FIGURES.map((figure) => [figure, of[figure]])) as Numbers;

/** Every zone, those without a bed, and at the end the whole house. */
export const linesOf = ({ places, total }: Pick<Flow, 'places' | 'total'>, t: TFunction): AccountsLine[] => [
  ...places.map(
    ({ zone, ...figures }): AccountsLine => ({
      place: zone?.id ?? 'no-bed',
      name: zone?.name ?? t('accounts.noBed'),
      figures: numbersOf(figures),
    }),
  ),
  { place: 'all', name: t('accounts.total'), figures: numbersOf(total) },
];
