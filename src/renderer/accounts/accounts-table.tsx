import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FLOW_FIGURES, type Flow, type FlowFigure } from '#shared/contract/figures.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { type AccountsLine, linesOf } from './accounts-places.ts';

interface Props {
  /** As it was on record when the period ended. */
  reported: Pick<Flow, 'places' | 'total'>;
  now: Pick<Flow, 'places' | 'total' | 'to'>;
  chosen: { place: string | null; figure: FlowFigure | null };
  onOpen(place: string, figure: FlowFigure): void;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys walk from number to number as on a sheet. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  if (!step || !(event.target instanceof HTMLElement)) return;
  const cell = event.target.closest('td');
  const row = cell?.parentElement;
  if (!(row instanceof HTMLTableRowElement) || !cell) return;
  const next = event.currentTarget.tBodies[0]?.rows[row.sectionRowIndex + step[0]];
  const button = next?.cells[cell.cellIndex + step[1]]?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  button.focus();
}

/** The accounts of every place; each number opens its people, and says where it was another one at first. */
export function AccountsTable({ reported, now, chosen, onOpen }: Props) {
  const { t } = useTranslation();
  const before = linesOf(reported, t);
  return (
    <table className="desk-accounts-table" onKeyDown={walk}>
      <thead>
        <tr>
          <th scope="col">{t('accounts.place')}</th>
          {FLOW_FIGURES.map((figure) => (
            <th key={figure} scope="col">
              {t(`accounts.figures.${figure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {linesOf(now, t).map((line, index) => (
          <tr key={line.place} data-total={line.place === 'all'}>
            <th scope="row">{line.name}</th>
            {FLOW_FIGURES.map((figure) => (
              <td key={figure}>
                <Figure
                  line={line}
                  figure={figure}
                  was={before[index]?.figures[figure] ?? 0}
                  reportedAt={now.to}
                  pressed={chosen.place === line.place && chosen.figure === figure}
                  onOpen={onOpen}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FigureProps extends Pick<Props, 'onOpen'> {
  line: AccountsLine;
  figure: FlowFigure;
  was: number;
  reportedAt: Flow['to'];
  pressed: boolean;
}

function Figure({ line, figure, was, reportedAt, pressed, onOpen }: FigureProps) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const people = line.figures[figure];
  const words = { place: line.name, figure: t(`accounts.figures.${figure}`), people };
  const restated = was !== people;
  return (
    <button
      type="button"
      className="desk-accounts-figure"
      aria-pressed={pressed}
      data-none={people === 0 && !restated}
      aria-label={
        restated
          ? t('accounts.restated', { ...words, reported: was, at: timeOf(reportedAt) })
          : t('accounts.number', words)
      }
      onClick={() => onOpen(line.place, figure)}
    >
      {restated && <span className="desk-accounts-was">{t('accounts.first', { reported: was })}</span>}{' '}
      <strong>{people}</strong>
    </button>
  );
}
