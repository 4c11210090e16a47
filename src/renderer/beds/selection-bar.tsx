import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { Allowed } from '../people/allowed.tsx';
import { ACT_KEYS, type BedAct, PROCEDURE_OF } from './acts/bed-act.ts';
import type { BedActs } from './acts/use-bed-acts.tsx';
import './carry/carry.css';

interface Props {
  views: readonly (BedView | undefined)[];
  selected: ReadonlySet<number>;
  acts: BedActs;
  onClear(): void;
}

/** How many beds are chosen, and what can be done with them together. */
export function SelectionBar({ views, selected, acts, onClear }: Props) {
  const { t } = useTranslation();
  const chosen = [...selected];
  const count = (test: (view: BedView) => boolean) =>
    chosen.filter((index) => {
      const view = views[index];
      return view !== undefined && test(view);
    }).length;
  const possible: [act: BedAct, count: number][] = [
    ['signOff', count(({ state }) => state === 'awaitingDisinfection')],
    ['discharge', count(({ occupant }) => occupant !== null)],
    ['reserve', count(({ state }) => state === 'available')],
    ['close', count(({ closure }) => closure === null)],
  ];
  return (
    <div className="desk-beds-selection" role="status">
      <strong>{t('beds.selected', { count: chosen.length })}</strong>
      {possible.map(
        ([act, some]) =>
          some > 0 && (
            <Allowed key={act} to={PROCEDURE_OF[act]}>
              <Button onClick={() => acts.run(act, chosen)}>
                {t(`beds.acts.${act}`)} {some} <kbd>{ACT_KEYS[act]}</kbd>
              </Button>
            </Allowed>
          ),
      )}
      <span className="desk-spread" />
      <Button onClick={onClear}>
        {t('beds.clear')} <kbd>Esc</kbd>
      </Button>
    </div>
  );
}
