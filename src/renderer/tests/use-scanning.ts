import { useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { MAX_POOL } from '#shared/contract/tests.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { call, type Refused } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { afterScan, BLANK_SCAN, type ScanDraft, scannedPeople } from './scan-rules.ts';

export type Recorded = OutputOf<'tests.recordSample'>;

/** What the last scan was met with. */
export type ScanSaid =
  | { readonly what: 'unknown'; readonly text: string }
  | { readonly what: 'twice'; readonly name: string }
  | { readonly what: 'full' }
  | null;

/**
 * The tube and the people scanned so far, kept over a reload. A single sample is recorded as soon as both are
 * there; a pool when somebody says that it is complete. After a refusal both are scanned again: which of the two
 * was the wrong one only the tube and the wristband tell.
 */
export function useScanning(happenedAt: () => { ok: true; at: Instant | undefined } | { ok: false }) {
  const [draft, change, clear] = useDraft('sampling', BLANK_SCAN);
  const record = useAct('tests.recordSample');
  const [said, setSaid] = useState<ScanSaid>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  const [last, setLast] = useState<Recorded | null>(null);
  const people = scannedPeople(draft);

  const reset = () => {
    const { pool } = draft;
    clear();
    change({ ...BLANK_SCAN, pool });
  };

  const save = async (complete: ScanDraft) => {
    const when = happenedAt();
    if (!when.ok) return;
    const answer = await record.run(
      { barcode: complete.barcode, people: scannedPeople(complete).map(({ number }) => String(number)) },
      {
        happenedAt: when.at,
        quiet: true,
        says: (t, value) =>
          t('tests.scan.done', {
            names: value.people.map(({ name }) => name).join(t('ui.listComma')),
            barcode: value.barcode,
          }),
      },
    );
    reset();
    setFailed(answer.ok ? null : answer);
    setLast(answer.ok ? answer.value : null);
  };

  const scan = async (text: string) => {
    setSaid(null);
    setFailed(null);
    const answer = await call('tests.resolveScan', { text });
    if (!answer.ok) return setFailed(answer);
    if (answer.value.kind === 'unknown') return setSaid({ what: 'unknown', text });
    const next = afterScan(draft, answer.value);
    if (next.problem) return setSaid(next.problem);
    change(next.draft);
    setLast(null);
    if (next.complete) await save(next.draft);
  };

  return {
    draft,
    people,
    said,
    failed: failed ?? null,
    last,
    busy: record.busy,
    full: people.length >= MAX_POOL,
    scan,
    setPool: (pool: boolean) => change({ ...BLANK_SCAN, pool }),
    finish: () => void (draft.barcode !== '' && people.length > 0 && save(draft)),
    reset: () => {
      setSaid(null);
      setFailed(null);
      setLast(null);
      reset();
    },
  };
}
