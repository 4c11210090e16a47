import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Found } from '#shared/contract/roll-calls.ts';
import type { ActId, BedId, RollCallId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import type { Refused } from '../client.ts';
import type { useLateEntry } from '../ui/late-entry.tsx';
import { readScan, type Scanned, type WalkedBed } from './scan.ts';

type Shown = OutputOf<'rollCalls.show'>;

export const asListed = ({ expected }: WalkedBed): Found =>
  expected ? { kind: 'stay', stayId: expected.stayId } : { kind: 'nobody' };

/** Where the walk stands, and what a key or a scan does there. */
export function useWalk(
  rollCallId: RollCallId,
  data: Shown | undefined,
  late: ReturnType<typeof useLateEntry>,
) {
  const act = useAct('rollCalls.mark');
  const walk = data?.walk ?? [];
  const [chosen, setChosen] = useState<BedId | null>(null);
  /** True while the cursor stands where somebody put it: then a wristband is worn in this bed. */
  const [pointed, setPointed] = useState(false);
  const [asked, setAsked] = useState<Extract<Scanned, { kind: 'person' }> | null>(null);
  const [odd, setOdd] = useState<{ kind: 'nobody' | 'unknown'; text: string } | null>(null);
  const [unread, setUnread] = useState<Refused | null>(null);
  const firstUnwalked = walk.findIndex(({ mark }) => mark === null);
  const at = Math.max(0, chosen === null ? firstUnwalked : walk.findIndex(({ bedId }) => bedId === chosen));
  const bed = walk[at];
  // The bed where the walk begins stays under the cursor, whoever marks it meanwhile.
  useEffect(() => {
    if (chosen === null && bed) setChosen(bed.bedId);
  }, [chosen, bed]);
  const cursor = useRef(chosen);
  useEffect(() => {
    cursor.current = chosen;
  }, [chosen]);
  // This desk's own marks that the list does not show yet.
  const own = useRef(new Map<BedId, ActId>());
  useEffect(() => {
    if (data) own.current.clear();
  }, [data]);
  const markOf = ({ bedId, mark }: WalkedBed): ActId | null => own.current.get(bedId) ?? mark?.actId ?? null;

  const goTo = (index: number, byHand = true) => {
    const target = walk[Math.max(0, Math.min(walk.length - 1, index))];
    if (!target) return;
    setChosen(target.bedId);
    setPointed(byHand);
    setAsked(null);
    setOdd(null);
    setUnread(null);
  };
  const goOn = (from: number) => {
    const next = walk.findIndex((one, index) => index > from && markOf(one) === null);
    const before = walk.findIndex((one, index) => index < from && markOf(one) === null);
    goTo(next >= 0 ? next : before >= 0 ? before : from, false);
  };
  const markAll = async (beds: readonly WalkedBed[], found: (bed: WalkedBed) => Found): Promise<boolean> => {
    const when = late.read();
    if (!when.ok || beds.length === 0) return false;
    const marks = beds.map((one) => ({ bedId: one.bedId, found: found(one), over: markOf(one) }));
    const { happenedAt } = when;
    const says =
      beds.length > 1 ? (t: TFunction) => t('rollCalls.markedUnit', { count: beds.length }) : undefined;
    const answer = await act.run({ rollCallId, marks }, { happenedAt, says, quiet: true });
    if (answer.ok) for (const { bedId } of marks) own.current.set(bedId, answer.value.actId);
    return answer.ok;
  };
  const mark = async (target: WalkedBed | undefined, found: Found): Promise<boolean> => {
    if (!target) return false;
    const from = cursor.current;
    if (!(await markAll([target], () => found))) return false;
    setAsked(null);
    // Whoever has gone to another bed meanwhile is left there.
    if (cursor.current === from) goOn(walk.findIndex(({ bedId }) => bedId === target.bedId));
    return true;
  };
  const markUnit = async () => {
    const rest = walk.filter((one) => one.careUnitId === bed?.careUnitId && markOf(one) === null);
    if (await markAll(rest, asListed)) goOn(walk.indexOf(rest.at(-1) ?? (bed as WalkedBed)));
  };
  const scan = async (text: string) => {
    if (text.trim() === '') return;
    setOdd(null);
    setUnread(null);
    setAsked(null);
    const scanned = await readScan(text, walk);
    if (scanned.kind === 'bed') return goTo(walk.findIndex(({ bedId }) => bedId === scanned.bedId));
    if (scanned.kind === 'unanswered') return setUnread(scanned.refused);
    if (scanned.kind !== 'person') return setOdd({ kind: scanned.kind, text });
    const here = bed?.expected?.stayId === scanned.stayId;
    if (here || pointed || scanned.registered === null)
      await mark(bed, { kind: 'stay', stayId: scanned.stayId });
    else setAsked(scanned);
  };
  // Scans of one second must not meet the bed of the one before.
  const latest = useRef(scan);
  useEffect(() => {
    latest.current = scan;
  });
  const queue = useRef<Promise<void>>(Promise.resolve());
  return {
    ...{ act, walk, at, bed, asked, odd, unread, goTo, goOn, mark, markUnit },
    isMarked: (one: WalkedBed) => markOf(one) !== null,
    dismiss: () => setAsked(null),
    scan: (text: string) => {
      queue.current = queue.current.then(settled).then(() => latest.current(text));
    },
  };
}

export type WalkHand = ReturnType<typeof useWalk>;

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
