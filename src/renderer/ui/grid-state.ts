import type { FilterModel, GridState } from 'ag-grid-community';
import { readStored } from '../desk/kept.ts';

/** What is remembered of a grid: its columns and order. Never for long its filters: a forgotten one hides patients. */
const KEPT = ['columnOrder', 'columnVisibility', 'columnSizing', 'columnPinning', 'sort'] as const;

const placeOf = (grid: string) => `desk:grid:${grid}`;

export function storedGridState(grid: string): GridState {
  const stored = readStored(placeOf(grid), (state) =>
    typeof state === 'object' && state !== null && 'version' in state ? (state as GridState) : null,
  );
  const { model } = filtersOf(grid);
  const filter = model ? { filter: { filterModel: model } } : {};
  return { ...(stored ? { ...stored, partialColumnState: true } : {}), ...filter };
}

export function keepGridState(grid: string, state: GridState): void {
  const some: GridState = { ...(state.version ? { version: state.version } : {}) };
  for (const part of KEPT) Object.assign(some, state[part] ? { [part]: state[part] } : {});
  localStorage.setItem(placeOf(grid), JSON.stringify(some));
}

export const forgetGridState = (grid: string): void => localStorage.removeItem(placeOf(grid));

interface Filters {
  text: string;
  model: FilterModel | null;
}

/** Kept until the window closes, for the way back from a patient's page. */
const filters = new Map<string, Filters>();

export const filtersOf = (grid: string): Filters => filters.get(grid) ?? { text: '', model: null };

export const rememberFilters = (grid: string, some: Partial<Filters>): void =>
  void filters.set(grid, { ...filtersOf(grid), ...some });
