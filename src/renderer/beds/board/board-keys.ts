import type { TFunction } from 'i18next';
import type { KeyBinding } from '../../ui/keys.ts';
import type { Floor, FloorBed } from './floor.ts';
import { between, type Direction, lineEnd, step, stepUnit, type Track } from './walk.ts';

interface Walker {
  t: TFunction;
  floor: Floor;
  cursor: number;
  track(): Track | null;
  go(index: number, track: Track | null): void;
  select(indices: readonly number[], how: 'toggle' | 'add'): void;
  /** Steps in or out; 0 shows everything. */
  zoom(steps: number): void;
  /** Space went down; the bed is chosen when it comes up, unless the floor was dragged meanwhile. */
  space(): void;
}

const ARROWS = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
} as const satisfies Record<string, Direction>;

const nothing = () => undefined;

/** Keys by which one walks, looks closer and chooses. */
export function boardKeys(walker: Walker): KeyBinding[] {
  const { t, floor, cursor, go, select, zoom } = walker;
  const here = floor.beds[cursor];
  const to = (bed: FloorBed | null | undefined) => bed && go(bed.index, null);
  const arrows = Object.entries(ARROWS).flatMap(([key, direction]): KeyBinding[] => {
    const walk = () => {
      const next = here && step(floor, here, direction, walker.track());
      if (next) go(next.bed.index, next.track);
      return next?.bed;
    };
    return [
      { keys: key, does: '', run: walk },
      {
        keys: `Ctrl+${key}`,
        does: '',
        run: () => here && to(stepUnit(floor, here, direction)),
        inFields: false,
      },
      {
        keys: `Shift+${key}`,
        does: '',
        run: () => {
          const next = walk();
          if (here && next) select(between(floor, here, next), 'add');
        },
      },
    ];
  });
  return [
    { keys: ['←', '→', '↑', '↓'], does: t('beds.keys.walk'), run: nothing },
    { keys: ['Ctrl+←', 'Ctrl+→'], does: t('beds.keys.walkUnits'), run: nothing },
    { keys: ['Shift+←', 'Shift+→'], does: t('beds.keys.walkChoosing'), run: nothing },
    ...arrows,
    { keys: 'Home', does: t('beds.keys.lineStart'), run: () => here && to(lineEnd(floor, here, 'first')) },
    { keys: 'End', does: t('beds.keys.lineEnd'), run: () => here && to(lineEnd(floor, here, 'last')) },
    { keys: 'Ctrl+Home', does: '', run: () => to(floor.beds[0]), inFields: false },
    { keys: 'Ctrl+End', does: '', run: () => to(floor.beds.at(-1)), inFields: false },
    { keys: ['+', '='], does: t('beds.keys.closer'), run: () => zoom(1) },
    { keys: '-', does: t('beds.keys.farther'), run: () => zoom(-1) },
    { keys: '0', does: t('beds.keys.fit'), run: () => zoom(0) },
    { keys: 'Space', does: t('beds.keys.choose'), run: () => walker.space() },
    {
      keys: 'Shift+Space',
      does: t('beds.keys.chooseUnit'),
      run: () => here && select(floor.units[here.unit]?.beds ?? [], 'add'),
    },
  ];
}
