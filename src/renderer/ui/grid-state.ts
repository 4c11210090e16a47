import type { GridState } from 'ag-grid-community';
import { readStored } from '../desk/kept.ts';

/** What is remembered of a grid: its columns and order. Never its filters: a forgotten filter hides patients. */
const KEPT = ['columnOrder', 'columnVisibility', 'columnSizing', 'columnPinning', 'sort'] as const;

const placeOf = (grid: string) => `desk:grid:${grid}`;

export function storedGridState(grid: string): GridState {
  const stored = readStored(placeOf(grid), (state) =>
    typeof state === 'object' && state !== null && 'version' in state ? (state as GridState) : null,
  );
  return stored ? { ...stored, partialColumnState: true } : {};
}

export function keepGridState(grid: string, state: GridState): void {
  const some: GridState = { ...(state.version ? { version: state.version } : {}) };
  for (const part of KEPT) Object.assign(some, state[part] ? { [part]: state[part] } : {});
  localStorage.setItem(placeOf(grid), JSON.stringify(some));
}

export const forgetGridState = (grid: string): void => localStorage.removeItem(placeOf(grid));
