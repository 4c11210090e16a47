import { type PointerEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import type { BedView } from '#shared/contract/beds.ts';
import type { StayId } from '#shared/contract/values.ts';
import { narrow } from '../../route.ts';
import type { BoardHandle } from '../board/board.tsx';
import type { BoardDrag } from '../board/use-mouse.ts';
import { DragChip, dragPoint } from './drag-chip.tsx';
import { putDown } from './use-carry.ts';
import type { CarryAct } from './verdict.ts';

interface Wishes {
  views: readonly (BedView | undefined)[];
  board: RefObject<BoardHandle | null>;
  /** Dropped on a bed that is not their own. */
  onDrop(index: number): void;
}

export interface PatientDrag {
  /** The bed under the mouse while somebody is dragged. */
  over: number | null;
  dragging: boolean;
  /** For the picture. */
  onBoard: BoardDrag;
  /** For a row of a list; `pressed` is told of a press without a drag. */
  onRow(stayId: StayId, name: string): RowHandlers;
  chip: ReactNode;
}

type RowHandlers = Record<
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
  (event: PointerEvent<HTMLElement>) => void
> & { wasDrag(): boolean };

const THRESHOLD = 6;

export const pickUp = (stayId: StayId, act: CarryAct): void =>
  narrow({ stay: stayId, act, state: undefined, alert: undefined, bed: undefined });

/** Patients dragged with the mouse, from a bed or from a list: the same way as being carried by keyboard. */
export function usePatientDrag({ views, board, onDrop }: Wishes): PatientDrag {
  const [who, setWho] = useState<{ stayId: StayId; name: string } | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const row = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const wasDrag = useRef(false);

  const begin = (stayId: StayId, name: string, act: CarryAct) => {
    setWho({ stayId, name });
    setOver(null);
    pickUp(stayId, act);
  };
  const move = (index: number | null, x: number, y: number) => {
    dragPoint.set({ x, y });
    setOver(index);
  };
  const letGo = () => {
    setWho(null);
    setOver(null);
    dragPoint.set(null);
  };
  const end = (stayId: StayId | undefined, index: number | null) => {
    letGo();
    const isOwn = index !== null && views[index]?.occupant?.stayId === stayId;
    if (index === null || isOwn) putDown();
    else onDrop(index);
  };
  const cancel = () => {
    letGo();
    putDown();
  };
  return {
    over,
    dragging: who !== null,
    onBoard: {
      can: (index) => views[index]?.occupant != null,
      begin: (index) => {
        const occupant = views[index]?.occupant;
        if (occupant) begin(occupant.stayId, occupant.name, 'move');
      },
      move,
      end: (index) => end(who?.stayId, index),
      cancel,
    },
    onRow: (stayId, name) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        row.current = { x: event.clientX, y: event.clientY, moved: false };
        wasDrag.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: ({ clientX: x, clientY: y }) => {
        const from = row.current;
        if (!from || (!from.moved && Math.hypot(x - from.x, y - from.y) < THRESHOLD)) return;
        if (!from.moved) begin(stayId, name, 'assign');
        from.moved = true;
        wasDrag.current = true;
        move(board.current?.bedAt(x, y) ?? null, x, y);
      },
      onPointerUp: ({ clientX: x, clientY: y }) => {
        if (row.current?.moved) end(stayId, board.current?.bedAt(x, y) ?? null);
        row.current = null;
      },
      onPointerCancel: () => {
        if (row.current?.moved) cancel();
        row.current = null;
      },
      wasDrag: () => wasDrag.current,
    }),
    chip: who && <DragChip name={who.name} />,
  };
}
