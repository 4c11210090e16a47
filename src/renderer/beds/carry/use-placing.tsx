import { type ReactNode, useRef, useState } from 'react';
import type { BedView } from '#shared/contract/beds.ts';
import { perform } from '../../act.ts';
import { call } from '../../client.ts';
import { lastNote, lastRefusal } from '../../desk/last-act.ts';
import type { Floor } from '../board/floor.ts';
import { PlaceDialog, type Placing } from './place-dialog.tsx';
import { type Carry, putDown } from './use-carry.ts';
import { isPossible, verdictOf } from './verdict.ts';

interface How {
  /** Asks for reason and time even where nothing has to be asked. */
  withDetails?: boolean;
  /** Let go of with the mouse: leaving the dialog leaves the patient where they were. */
  dropped?: boolean;
}

/**
 * Puts the carried patient down: at once where nothing has to be asked, else after the dialog. The ward is
 * asked about the very bed at this moment, whatever the screen has shown so far.
 */
export function usePlacing(
  carry: Carry | null,
  floor: Floor,
  views: readonly (BedView | undefined)[],
): { place(index: number, how?: How): void; dialog: ReactNode } {
  const [placing, setPlacing] = useState<Placing | null>(null);
  const busy = useRef(false);
  const dropped = useRef(false);

  const placeIn = async ({ act, stay }: Carry, index: number, withDetails: boolean) => {
    const bed = floor.beds[index];
    const view = views[index];
    if (!bed) return;
    let verdict = verdictOf(act, stay.stayId, view, undefined);
    if (verdict.kind === 'asking') {
      const answer = await call('allocation.check', { stayId: stay.stayId, bedId: bed.id });
      if (!answer.ok) return lastRefusal.set(answer);
      verdict = verdictOf(act, stay.stayId, view, answer.value);
    }
    if (verdict.kind === 'own') return putDown();
    if (!isPossible(verdict)) return lastNote.set((t) => t('beds.wrong.cannotHave', { bed: bed.code }));
    if (act !== 'assign' || verdict.kind !== 'free' || withDetails)
      return setPlacing({ act, stay, bed, verdict });
    const { stayId, version } = stay;
    const answer = await perform('stays.assign', {
      ...{ stayId, bedId: bed.id, expectedVersion: version, override: false },
    });
    if (answer.ok) putDown();
  };
  const place = (index: number, how: How = {}) => {
    if (!carry || busy.current) return;
    busy.current = true;
    dropped.current = how.dropped ?? false;
    void placeIn(carry, index, how.withDetails ?? false).finally(() => {
      busy.current = false;
    });
  };
  const done = (isDone: boolean) => {
    setPlacing(null);
    if (isDone || dropped.current) putDown();
  };
  return { place, dialog: placing && <PlaceDialog placing={placing} onDone={done} /> };
}
