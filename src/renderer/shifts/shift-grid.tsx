import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Duty } from '#shared/contract/shift-facts.ts';
import type { ZoneId } from '#shared/contract/values.ts';
import { useHospital } from '../ui/hospital.tsx';
import { PlaceName } from '../ui/place-name.tsx';
import { useNow } from '../ui/time.ts';
import { clockOf, dayOf, peopleWords } from './shift-times.ts';
import type { ShiftsPage } from './use-shifts-page.ts';

type Board = OutputOf<'shifts.board'>;
type Shift = Board['shifts'][number];

/** One cell of the roster: a zone (null: the whole hospital) and a shift. */
export interface Cell {
  zoneId: ZoneId | null;
  shift: Shift;
  duties: Duty[];
}

interface Props {
  board: Board;
  zones: { id: ZoneId | null; code: string; name: string }[];
  codes: ShiftsPage['codes'];
  onOpen(cell: Cell): void;
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Zones down, shifts across; arrow keys walk, Enter opens a cell. The current shift has a mark and a word. */
export function ShiftGrid({ board, zones, codes, onOpen }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const now = useNow();
  const table = useRef<HTMLTableElement>(null);
  const currentColumn = board.shifts.findIndex(({ from, to }) => from <= now && now < to);
  const [at, setAt] = useState<[number, number] | null>(null);
  const [row, column] = at ?? [0, Math.max(currentColumn, 0)];
  const short = new Set(board.shortRests.map(({ operatorId, on }) => `${operatorId} ${on}`));
  const cellOf = (zoneId: ZoneId | null, shift: Shift): Cell => ({
    ...{ zoneId, shift },
    duties: board.duties.filter(
      (duty) => duty.zoneId === zoneId && duty.from < shift.to && duty.to > shift.from,
    ),
  });
  const shown = board.shifts[0]?.from;
  // The current shift comes into sight where the roster is wider than the screen.
  useEffect(() => {
    const current = shown && table.current?.querySelector('thead [data-current]');
    if (current) current.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const next: [number, number] = [
      Math.min(zones.length - 1, Math.max(0, row + step[0])),
      Math.min(board.shifts.length - 1, Math.max(0, column + step[1])),
    ];
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.join('-')}"]`)?.focus();
  };
  return (
    <table className="desk-shift-grid" aria-label={t('shifts.grid.label')} ref={table} onKeyDown={walk}>
      <thead>
        <tr>
          <th scope="col">{t('shifts.grid.zone')}</th>
          {board.shifts.map((shift, c) => (
            <th key={shift.from} scope="col" data-current={c === currentColumn || undefined}>
              <span className="desk-quiet">{dayOf(shift.from, timeZone)}</span>{' '}
              {clockOf(shift.from, timeZone)}–{clockOf(shift.to, timeZone)}
              {c === currentColumn && <strong> {t('shifts.grid.current')}</strong>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {zones.map((zone, r) => (
          <tr key={zone.id ?? ''}>
            <th scope="row" className="desk-shift-zone">
              <PlaceName code={zone.code} name={zone.name} />
            </th>
            {board.shifts.map((shift, c) => {
              const cell = cellOf(zone.id, shift);
              const people = cell.duties.map(({ name, careUnitIds }) => ({
                name,
                units: careUnitIds.map(codes.unit),
              }));
              const label = t('shifts.grid.cell', {
                ...{ day: dayOf(shift.from, timeZone), from: clockOf(shift.from, timeZone) },
                ...{ to: clockOf(shift.to, timeZone), zone: zone.code, people: peopleWords(people, t) },
              });
              return (
                <td
                  key={shift.from}
                  data-current={c === currentColumn || undefined}
                  data-empty={people.length === 0 || undefined}
                >
                  <button
                    type="button"
                    data-cell={`${r}-${c}`}
                    tabIndex={r === row && c === column ? 0 : -1}
                    aria-description={label}
                    title={label}
                    onFocus={() => setAt([r, c])}
                    onClick={() => onOpen(cell)}
                  >
                    {people.length === 0 && <span className="desk-quiet">{t('shifts.grid.nobody')}</span>}
                    {cell.duties.map((duty) => (
                      <Person
                        key={duty.dutyId}
                        duty={duty}
                        short={short.has(`${duty.operatorId} ${duty.from}`)}
                      />
                    ))}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A name with the first sign of its group, and a word where the rest is too short. */
function Person({ duty, short }: { duty: Duty; short: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="desk-shift-person" data-group={duty.group}>
      <span className="desk-shift-group" aria-hidden>
        {t(`vocabulary.teams.${duty.group}`).slice(0, 1)}
      </span>
      {duty.name}
      {short && <span className="desk-flag"> {t('shifts.grid.shortRest')}</span>}
    </span>
  );
}
