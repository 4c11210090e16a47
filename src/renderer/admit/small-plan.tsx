import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { BedId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import type { PickedBed } from './admit-draft.ts';
import { type PlanBed, type PlanWindow, planWindow } from './plan-window.ts';

type BedView = OutputOf<'beds.board'>['beds'][number];

interface Props {
  bedId: BedId;
  /** Other choices, in the order of their keys. */
  others: readonly BedId[];
  /** Left out: a picture to look at only. */
  onPick?(bed: PickedBed): void;
}

const ASPECT = 1.75;

/** Where the bed stands: its care unit and something of the neighbours. One press on a free bed takes that. */
export function SmallPlan({ bedId, others, onPick }: Props) {
  const { t } = useTranslation();
  const plan = useWard('beds.plan', {});
  const board = useWard('beds.board', {});
  const view = useMemo(() => plan.data && planWindow(plan.data, bedId, ASPECT), [plan.data, bedId]);
  const states = useMemo(() => new Map(board.data?.beds.map((bed) => [bed.id, bed])), [board.data]);
  if (!view) return null;
  return (
    <svg
      className="desk-small-plan"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      role="img"
      aria-label={t('admit.plan.label', { unit: view.unit, zone: view.zone })}
    >
      <Hatch />
      <Ground view={view} />
      {view.beds.map((bed) => (
        <Bed
          key={bed.id}
          bed={bed}
          cell={view.cell}
          state={states.get(bed.id)}
          mark={bed.id === bedId ? 'chosen' : others.indexOf(bed.id) + 1 || null}
          {...(onPick ? { onPick } : {})}
        />
      ))}
    </svg>
  );
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="admit-hatch"
        width="0.5"
        height="0.5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="0.12" height="0.5" fill="var(--desk-bed-reserved-edge)" />
      </pattern>
    </defs>
  );
}

/** Zones, care units, nurse stations, toilets. */
function Ground({ view }: { view: PlanWindow }) {
  return (
    <>
      {view.zones.map((zone) => (
        <rect key={zone.id} className="desk-plan-zone" {...box(zone)} />
      ))}
      {view.landmarks.map((place) => (
        <g key={`${place.kind}${place.x}-${place.y}`}>
          <rect className="desk-plan-landmark" data-kind={place.kind} {...box(place)} />
          {place.kind !== 'walkway' && (
            <text
              className="desk-plan-label"
              x={clamp(place.x + place.width / 2, view.x + 2.2, view.x + view.width - 2.2)}
              y={clamp(place.y + place.height / 2, view.y + 0.9, view.y + view.height - 0.9)}
              fontSize={0.95}
            >
              {place.label}
            </text>
          )}
        </g>
      ))}
      {view.units.map((unit) => (
        <g key={unit.id}>
          <rect className="desk-plan-unit" data-here={unit.code === view.unit} {...box(unit)} rx={0.3} />
          <text className="desk-plan-unit-code" x={unit.x + 0.1} y={unit.y - 0.3} fontSize={1}>
            {unit.code}
          </text>
        </g>
      ))}
    </>
  );
}

const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x,
  y,
  width,
  height,
});

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

interface BedProps {
  bed: PlanBed;
  cell: PlanWindow['cell'];
  state: BedView | undefined;
  mark: 'chosen' | number | null;
  onPick?(bed: PickedBed): void;
}

function Bed({ bed, cell, state, mark, onPick }: BedProps) {
  const { t } = useTranslation();
  const width = cell.width * 0.86;
  const height = cell.height * 0.84;
  const x = bed.x - width / 2;
  const y = bed.y - height / 2;
  const name = state?.state ?? 'available';
  const free = name === 'available' && onPick !== undefined;
  const title = [bed.code, t(`vocabulary.bedStates.${name}`), state?.occupant?.name]
    .filter(Boolean)
    .join(' · ');
  return (
    // The keyboard picks by Alt+1 to Alt+3 and by the code of the bed; the picture is for the eye and the mouse.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <g
      className="desk-plan-bed"
      data-state={name}
      data-free={free}
      data-mark={mark === 'chosen' ? 'chosen' : undefined}
      onClick={free ? () => onPick?.({ bedId: bed.id, bed: bed.code }) : undefined}
    >
      <title>{title}</title>
      <rect className="desk-plan-ground" x={x} y={y} width={width} height={height} rx={0.25} />
      {name === 'reserved' && (
        <rect x={x} y={y} width={width} height={height} rx={0.25} fill="url(#admit-hatch)" />
      )}
      {name === 'outOfService' && (
        <path d={`M${x} ${y}l${width} ${height}m0 ${-height}l${-width} ${height}`} />
      )}
      <text x={bed.x} y={bed.y} fontSize={cell.height * 0.36} className="desk-plan-number">
        {state?.occupant
          ? state.occupant.initials.slice(0, 3) || state.occupant.name.slice(0, 1)
          : numberOf(bed.code)}
      </text>
      {typeof mark === 'number' && (
        <g className="desk-plan-choice">
          <circle cx={x + width - 0.35} cy={y + 0.35} r={0.62} />
          <text x={x + width - 0.35} y={y + 0.37} fontSize={0.9}>
            {mark}
          </text>
        </g>
      )}
    </g>
  );
}

const numberOf = (code: string): string => code.split('-').at(-1) ?? code;
