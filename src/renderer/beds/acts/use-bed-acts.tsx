import { type ReactNode, useState } from 'react';
import type { BedView } from '#shared/contract/beds.ts';
import type { StayId } from '#shared/contract/values.ts';
import { perform } from '../../act.ts';
import { useWard } from '../../client.ts';
import { lastNote } from '../../desk/last-act.ts';
import { openBedsFor, openDischarge, openPatient } from '../../ways.ts';
import type { Floor, FloorBed } from '../board/floor.ts';
import type { BedAct } from './bed-act.ts';
import { CloseDialog } from './close-dialog.tsx';
import { likelyScope, type Scope } from './closures.ts';
import { EarlyDialog } from './early-dialog.tsx';
import { ReserveDialog } from './reserve-dialog.tsx';
import { SignOffDialog } from './sign-off-dialog.tsx';

type Asking =
  | { kind: 'close'; chosen: readonly number[]; scope: Scope }
  | { kind: 'reserve'; beds: readonly FloorBed[] }
  | {
      kind: 'early';
      beds: Parameters<typeof EarlyDialog>[0]['bedIds'];
      refusal: Parameters<typeof EarlyDialog>[0]['refusal'];
    }
  | { kind: 'ready' };

/** Why nothing is done; the words are in `beds.wrong`. */
type Wrong = 'nobodyHere' | 'notFree' | 'notAwaiting';

const say = (wrong: Wrong): void => lastNote.set((t) => t(`beds.wrong.${wrong}`));

export interface BedActs {
  /** Does it with the beds given; false, with a word to the status bar, where it cannot be done with any. */
  run(act: BedAct, beds: readonly number[]): boolean;
  close(beds: readonly number[], scope: Scope): void;
  /** All beds whose contact time is over. */
  signOffReady(): void;
  dialog: ReactNode;
}

/** What keys and buttons do with beds, and the questions that some of it asks first. */
export function useBedActs(
  floor: Floor,
  views: readonly (BedView | undefined)[],
  page: { onWaiting(): void; onDone(): void },
): BedActs {
  const [asking, setAsking] = useState<Asking | null>(null);
  const waiting = useWard('stays.list', { scope: 'waiting' }).data?.rows;
  const done = () => {
    setAsking(null);
    page.onDone();
  };
  const viewsOf = (beds: readonly number[]) =>
    beds.flatMap((index) => {
      const view = views[index];
      return view ? [view] : [];
    });

  const signOff = async (bedIds: BedView['id'][]) => {
    const answer = await perform('beds.signOffDisinfection', { bedIds }, { quiet: true });
    if (answer.ok) return;
    setAsking({ kind: 'early', beds: bedIds, refusal: answer });
  };
  const occupants = (beds: readonly number[]) =>
    viewsOf(beds).flatMap(({ occupant }) => (occupant ? [occupant.stayId] : []));
  const carry = (stayId: StayId) =>
    openBedsFor(stayId, waiting?.some((row) => row.stayId === stayId) ? 'assign' : 'move');

  const run: BedActs['run'] = (act, beds) => {
    const [first] = viewsOf(beds);
    const no = (wrong: Wrong) => {
      say(wrong);
      return false;
    };
    switch (act) {
      case 'assign':
        page.onWaiting();
        return true;
      case 'settle': {
        const stayId = first?.reservation?.stayId;
        if (!stayId) return no('nobodyHere');
        carry(stayId);
        return true;
      }
      case 'move':
      case 'swap': {
        if (!first?.occupant) return no('nobodyHere');
        openBedsFor(first.occupant.stayId, act);
        return true;
      }
      case 'discharge': {
        const stays = occupants(beds);
        if (stays.length === 0) return no('nobodyHere');
        openDischarge(stays);
        return true;
      }
      case 'patient': {
        if (!first?.occupant) return no('nobodyHere');
        openPatient(first.occupant.stayId);
        return true;
      }
      case 'reserve':
      case 'release':
        return reserveOrRelease(beds) || no('notFree');
      case 'signOff': {
        const ids = viewsOf(beds).flatMap(({ id, disinfection }) => (disinfection ? [id] : []));
        if (ids.length === 0) return no('notAwaiting');
        void signOff(ids);
        return true;
      }
      case 'close':
      case 'reopen': {
        setAsking({ kind: 'close', chosen: beds, scope: likelyScope(views, beds) });
        return true;
      }
    }
  };

  const reserveOrRelease = (beds: readonly number[]): boolean => {
    const held = viewsOf(beds).filter(({ state }) => state === 'reserved');
    const free = beds.flatMap((index) => {
      const bed = floor.beds[index];
      return bed && views[index]?.state === 'available' ? [bed] : [];
    });
    if (free.length > 0) setAsking({ kind: 'reserve', beds: free });
    else for (const { id } of held) void perform('beds.release', { bedId: id });
    return free.length + held.length > 0;
  };

  const dialogOf = (question: Asking): ReactNode => {
    switch (question.kind) {
      case 'close':
        return <CloseDialog {...{ floor, views }} {...question} onDone={done} />;
      case 'reserve':
        return <ReserveDialog beds={question.beds} onDone={done} />;
      case 'early':
        return <EarlyDialog bedIds={question.beds} refusal={question.refusal} onDone={done} />;
      case 'ready':
        return <SignOffDialog {...{ floor, views }} onDone={done} />;
    }
  };
  return {
    run,
    close: (chosen, scope) => setAsking({ kind: 'close', chosen, scope }),
    signOffReady: () => setAsking({ kind: 'ready' }),
    dialog: asking && dialogOf(asking),
  };
}
