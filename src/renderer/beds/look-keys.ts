import type { TFunction } from 'i18next';
import type { PlanLayer } from './layers/use-layer.ts';
import type { PlanTime } from './past/use-plan-time.ts';
import type { Command } from './use-letters.ts';

interface Looks {
  t: TFunction;
  plan: PlanLayer;
  time: PlanTime;
  isPlan: boolean;
  /** Opens the choice of layers. */
  choose(): void;
}

const focusOn = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

/** Letters that change how the plan is looked at. */
export function lookKeys({ t, plan, time, isPlan, choose }: Looks): Command[] {
  const toSlider = () => {
    if (time.isOpen) focusOn('.desk-time input');
    else time.open();
  };
  return [
    { key: 'L', does: t('layers.key'), run: choose, when: isPlan },
    {
      key: 'Shift+L',
      does: t('layers.legendKey'),
      run: () => focusOn('.desk-beds-legend button'),
      when: isPlan && plan.layer !== 'state',
    },
    { key: 'T', does: t('layers.timeKey'), run: toSlider, when: isPlan },
  ];
}
