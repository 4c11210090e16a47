import { useRef, useState } from 'react';
import type { PaperKind } from '#shared/contract/clinical-vocabulary.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { HandoverId, ReleaseListId, RollCallId, StayId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { perform } from '../act.ts';
import { call, type Refused } from '../client.ts';
import { lastAct } from '../desk/last-act.ts';
import { operatorForAct } from '../desk/operator.ts';
import { language } from '../i18n/index.ts';
import { useLongCall } from '../long-call.ts';

/**
 * What is to be printed: papers of people, the list for the districts (or for one), the list of a walk, a daily report,
 * handovers of shifts.
 */
export type Wanted =
  | { kind: PaperKind; stayIds: StayId[]; barcodes?: string[] }
  | { listId: ReleaseListId; district?: string }
  | { rollCallId: RollCallId }
  | { cutOff: Instant; version?: number }
  | { handoverIds: HandoverId[]; unsigned?: { zoneId: ZoneId; from: Instant; to: Instant }[] };

type Source = InputOf<'papers.print'>['of'];
type Without = OutputOf<'papers.prepare'>['without'];

export interface Printing {
  /** Puts the print on record and makes the PDF; answers whether there is one. */
  print(wanted: Wanted): Promise<boolean>;
  /** Makes the PDF of the print on record once more, after a full disk or a cancel. */
  retry: (() => void) | null;
  show(): void;
  cancel(): void;
  busy: boolean;
  progress: ReturnType<typeof useLongCall<'papers.print'>>['progress'];
  /** The file, once it is there. */
  written: OutputOf<'papers.print'> | null;
  /** Who got no paper, and why. */
  without: Without;
  refused: Refused | null;
}

/**
 * Printing from any page: `const printing = usePrint()`, a button that calls `printing.print(…)`, and
 * `<PrintNews printing={printing} />` where the page has room to say how it went. A print is no act that could be
 * undone, so the status bar keeps the act before it, with its Undo.
 */
export function usePrint(): Printing {
  const long = useLongCall('papers.print');
  const [recorded, setRecorded] = useState<Source | null>(null);
  const [without, setWithout] = useState<Without>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [recording, setRecording] = useState(false);
  const running = useRef(false);

  const make = async (of: Source): Promise<boolean> => {
    setRefused(null);
    const answer = await long.run({ of, language: language() });
    if (!answer.ok) {
      setRefused(answer);
      return false;
    }
    setRecorded(null);
    return true;
  };
  const record = async (wanted: Wanted): Promise<Source | null> => {
    setWithout([]);
    if ('listId' in wanted) {
      const madeBy = await operatorForAct();
      return madeBy && { what: 'list', ...wanted, madeBy: madeBy.name };
    }
    if ('rollCallId' in wanted) {
      const madeBy = await operatorForAct();
      return madeBy && { what: 'roll-call', ...wanted, madeBy: madeBy.name };
    }
    if ('cutOff' in wanted) {
      const madeBy = await operatorForAct();
      return madeBy && { what: 'daily', ...wanted, madeBy: madeBy.name };
    }
    if ('handoverIds' in wanted) {
      const madeBy = await operatorForAct();
      return madeBy && { what: 'handover', ...wanted, madeBy: madeBy.name };
    }
    const before = lastAct.get();
    const answer = await perform('papers.prepare', wanted, { quiet: true });
    if (!answer.ok) {
      setRefused(answer);
      return null;
    }
    lastAct.set(before);
    setWithout(answer.value.without);
    return { what: 'print', actId: answer.value.actId };
  };
  const alone = async (work: () => Promise<boolean>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setRecording(true);
    try {
      return await work();
    } finally {
      running.current = false;
      setRecording(false);
    }
  };

  return {
    print: (wanted) =>
      alone(async () => {
        setRefused(null);
        setRecorded(null);
        const of = await record(wanted);
        if (!of) return false;
        setRecorded(of);
        return make(of);
      }),
    retry: recorded && !recording ? () => void alone(() => make(recorded)) : null,
    show: () => {
      if (long.value) void call('reports.showFile', { file: long.value.file });
    },
    cancel: long.cancel,
    busy: recording,
    progress: long.progress,
    written: recording ? null : long.value,
    without,
    refused,
  };
}
