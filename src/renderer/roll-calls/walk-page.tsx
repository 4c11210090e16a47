import { Button } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCallFinding } from '#shared/contract/roll-call-findings.ts';
import type { Found } from '#shared/contract/roll-calls.ts';
import type { RollCallId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { PrintButton, PrintNews, usePrint } from '../papers/print.tsx';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { LateEntryControl, useLateEntry } from '../ui/late-entry.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { BedList } from './bed-list.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { MendDialog } from './mend-dialog.tsx';
import type { WalkedBed } from './scan.ts';
import { ScanLine } from './scan-line.tsx';
import { OtherDialog, StrangerDialog } from './seen-dialogs.tsx';
import { usePageScans } from './use-page-scans.ts';
import { asListed, useWalk } from './use-walk.ts';

/** A dialog, with the bed that it was opened for: the list may change under it. */
type Open =
  | { what: 'other' | 'stranger'; bed: WalkedBed }
  | { what: 'close' }
  | { what: 'mend'; finding: RollCallFinding };

/** The walk: the beds in their order on the left, what is not as registered on the right. */
export function WalkPage({ rollCallId }: { rollCallId: RollCallId }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const late = useLateEntry();
  const when = late.read();
  // A walk on paper is compared with the list of its own time.
  const asOf = when.ok && when.happenedAt ? { at: when.happenedAt } : {};
  const { data, refused, isFormer } = useWard('rollCalls.show', { rollCallId, ...asOf }, { keep: true });
  const hand = useWalk(rollCallId, data, late);
  const printing = usePrint();
  const [open, setOpen] = useState<Open | null>(null);
  const { bed, at, walk } = hand;
  const going = data !== undefined && data.closedAt === null;
  const marks = going && !isFormer;
  const openAt = (what: 'other' | 'stranger') => {
    if (!bed || isFormer) return;
    hand.act.clear();
    setOpen({ what, bed });
  };
  const firstOpen = data?.findings.find(({ state }) => state === 'open');
  const goTo = useRef(hand.goTo);
  goTo.current = hand.goTo;
  const onGo = useCallback((index: number) => goTo.current(index), []);
  usePageScans(hand.scan);
  // Enter goes from bed to bed: it takes no mark for another. Who means that presses 1.
  const listed = ({ key }: KeyboardEvent) => {
    if (bed && (key === '1' || !hand.isMarked(bed))) void hand.mark(bed, asListed(bed));
  };
  const nobody = () => void hand.mark(bed, { kind: 'nobody' });
  useKeys(t('rollCalls.title'), [
    { keys: ['Space', 'Enter', '1'], does: t('rollCalls.keys.asListed'), run: listed, when: marks },
    { keys: '2', does: t('rollCalls.keys.nobody'), run: nobody, when: marks },
    { keys: '3', does: t('rollCalls.keys.other'), run: () => openAt('other'), when: marks },
    { keys: '4', does: t('rollCalls.keys.stranger'), run: () => openAt('stranger'), when: marks },
    { keys: '5', does: t('rollCalls.keys.unit'), run: () => void hand.markUnit(), when: marks },
    { keys: 'ArrowDown', does: t('rollCalls.keys.down'), run: () => hand.goTo(at + 1) },
    { keys: 'ArrowUp', does: t('rollCalls.keys.up'), run: () => hand.goTo(at - 1) },
    { keys: 'End', does: t('rollCalls.keys.next'), run: () => hand.goOn(at) },
    {
      keys: '6',
      does: t('rollCalls.keys.mend'),
      run: () => firstOpen && setOpen({ what: 'mend', finding: firstOpen }),
      when: firstOpen !== undefined,
    },
    { keys: 'Ctrl+P', does: t('rollCalls.keys.print'), run: () => void printing.print({ rollCallId }) },
    {
      keys: 'Ctrl+Enter',
      does: t('rollCalls.keys.close'),
      run: () => setOpen({ what: 'close' }),
      when: going,
    },
  ]);
  if (!data)
    return (
      <div className="desk-page">
        <RefusedNotice refused={refused} />
        {!refused && <p className="desk-loading">{t('ui.loading')}</p>}
      </div>
    );
  const { result } = data;
  const close = () => setOpen(null);
  const dialogAt = (target: WalkedBed) => ({
    ...{ bed: target.code, refused: hand.act.refused, onClose: close },
    onSeen: (found: Found) => hand.mark(target, found),
  });
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <a href={hrefOf('rollCall')}>{t('rollCalls.back')}</a>
        <h1>
          {t('rollCalls.title')} {data.place || t('rollCalls.wholeWard')}
        </h1>
        <progress
          max={result.beds}
          value={result.walked}
          aria-label={t('rollCalls.progress', { walked: result.walked, beds: result.beds })}
        />
        <span>{t('rollCalls.progress', { walked: result.walked, beds: result.beds })}</span>
        <span className="desk-quiet">{t('rollCalls.result', result)}</span>
        <span className="desk-spread" />
        <PrintButton printing={printing} wanted={{ rollCallId }} keys="Ctrl+P">
          {t('rollCalls.keys.print')}
        </PrintButton>
        {data.closedAt ? (
          <span>{t('rollCalls.closedAt', { who: data.closedBy, at: timeOf(data.closedAt) })}</span>
        ) : (
          <>
            <LateEntryControl value={late.late} onChange={late.setLate} />
            <Button type="primary" onClick={() => setOpen({ what: 'close' })}>
              {t('rollCalls.keys.close')} <kbd>Ctrl+Enter</kbd>
            </Button>
          </>
        )}
      </div>
      <RefusedNotice refused={hand.act.refused ?? hand.unread ?? refused} />
      <PrintNews printing={printing} />
      <div className="desk-roll">
        <div className="desk-roll-walk">
          {going && <ScanLine hand={hand} waits={isFormer} onOpen={openAt} />}
          <BedList walk={walk} at={at} onGo={onGo} />
        </div>
        <FindingsPanel findings={data.findings} onMend={(finding) => setOpen({ what: 'mend', finding })} />
      </div>
      {open?.what === 'other' && <OtherDialog {...dialogAt(open.bed)} />}
      {open?.what === 'stranger' && <StrangerDialog {...dialogAt(open.bed)} />}
      {open?.what === 'close' && <CloseDialog rollCall={data} onClose={close} />}
      {open?.what === 'mend' && <MendDialog rollCallId={rollCallId} finding={open.finding} onClose={close} />}
    </div>
  );
}
