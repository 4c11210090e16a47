import { useState } from 'react';
import { type BedId, bedId } from '#shared/contract/values.ts';
import { type Held, kept } from '../desk/kept.ts';
import { useHospital } from '../ui/hospital.tsx';
import type { Floor } from './board/floor.ts';
import type { Aim } from './board/view.ts';

interface Memory {
  aim: Held<Aim>;
  bed: Held<BedId | null>;
}

const memories = new Map<string, Memory>();

function memoryOf(wardId: string): Memory {
  const known = memories.get(wardId);
  if (known) return known;
  const made = {
    aim: kept<Aim>(`desk:${wardId}:board-aim`, 'fit', readAim),
    bed: kept<BedId | null>(`desk:${wardId}:board-bed`, null, readBed),
  };
  memories.set(wardId, made);
  return made;
}

function readAim(stored: unknown): Aim | null {
  if (stored === 'fit') return 'fit';
  if (typeof stored !== 'object' || stored === null) return null;
  if (!('scale' in stored && 'x' in stored && 'y' in stored)) return null;
  const { scale, x, y } = stored;
  const isPlace = typeof scale === 'number' && typeof x === 'number' && typeof y === 'number';
  return isPlace && scale > 0 ? { scale, x, y } : null;
}

function readBed(stored: unknown): BedId | null {
  const read = bedId.safeParse(stored);
  return read.success ? read.data : null;
}

/** What part of the floor was seen last, and at which bed: the same on every board of this hospital. */
export function useBoardMemory(): Memory {
  const { wardId } = useHospital();
  return memoryOf(wardId);
}

/** The bed where the keyboard stands; the first one until somebody has been anywhere. */
export function useCursor(floor: Floor): [cursor: number, setCursor: (index: number) => void] {
  const { bed } = useBoardMemory();
  const [cursor, setCursor] = useState(() => {
    const remembered = bed.get();
    return (remembered === null ? undefined : floor.indexOf.get(remembered)) ?? 0;
  });
  const go = (index: number) => {
    setCursor(index);
    bed.set(floor.beds[index]?.id ?? null);
  };
  return [Math.min(cursor, floor.beds.length - 1), go];
}
