import { Button } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCallFinding } from '#shared/contract/roll-call-findings.ts';
import type { RollCallId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { PrintButton, PrintNews, usePrint } from '../papers/print.tsx';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { LateEntryControl } from '../ui/late-entry.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { BedList } from './bed-list.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { MendDialog } from './mend-dialog.tsx';
import { ScanLine } from './scan-line.tsx';
import { OtherDialog, StrangerDialog } from './seen-dialogs.tsx';
import { usePageScans } from './use-page-scans.ts';
import { asListed, useWalk } from './use-walk.ts';

type Open = 'other' | 'stranger' | 'close' | RollCallFinding | null;

/** The walk: the beds in their order on the left, what is not as registered on the right. */
export function WalkPage({ rollCallId }: { rollCallId: RollCallId }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { data, refused } = useWard('rollCalls.show', { rollCallId }, { keep: true });
  const hand = useWalk(rollCallId, data);
  const printing = usePrint();
  const [open, setOpen] = useState<Open>(null);
  const { bed, at, walk, late } = hand;
  const going = data !== undefined && data.closedAt === null;
  const firstOpen = data?.findings.find(({ state }) => state === 'open');
  const goTo = useRef(hand.goTo);
  goTo.current = hand.goTo;
  const onGo = useCallback((index: number) => goTo.current(index), []);
  usePageScans(hand.scan);
  const listed = () => void (bed && hand.mark(bed, asListed(bed)));
  const nobody = () => void hand.mark(bed, { kind: 'nobody' });
  useKeys(t('rollCalls.title'), [
    { keys: ['Space', 'Enter', '1'], does: t('rollCalls.keys.asListed'), run: listed, when: going },
    { keys: '2', does: t('rollCalls.keys.nobody'), run: nobody, when: going },
    { keys: '3', does: t('rollCalls.keys.other'), run: () => setOpen('other'), when: going },
    { keys: '4', does: t('rollCalls.keys.stranger'), run: () => setOpen('stranger'), when: going },
    { keys: '5', does: t('rollCalls.keys.unit'), run: () => void hand.markUnit(), when: going },
    { keys: 'ArrowDown', does: t('rollCalls.keys.down'), run: () => hand.goTo(at + 1) },
    { keys: 'ArrowUp', does: t('rollCalls.keys.up'), run: () => hand.goTo(at - 1) },
    { keys: 'End', does: t('rollCalls.keys.next'), run: () => hand.goOn(at) },
    {
      keys: '6',
      does: t('rollCalls.keys.mend'),
      run: () => firstOpen && setOpen(firstOpen),
      when: firstOpen !== undefined,
    },
    { keys: 'Ctrl+P', does: t('rollCalls.keys.print'), run: () => void printing.print({ rollCallId }) },
    { keys: 'Ctrl+Enter', does: t('rollCalls.keys.close'), run: () => setOpen('close'), when: going },
  ]);
  if (!data)
    return (
      <div className="desk-page">
        <RefusedNotice refused={refused} />
        {!refused && <p className="desk-loading">{t('ui.loading')}</p>}
      </div>
    );
  const { result } = data;
  const code = bed?.code ?? '';
  const seen = (found: Parameters<typeof hand.mark>[1]) => hand.mark(bed, found);
  const close = () => setOpen(null);
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
            <Button type="primary" onClick={() => setOpen('close')}>
              {t('rollCalls.keys.close')} <kbd>Ctrl+Enter</kbd>
            </Button>
          </>
        )}
      </div>
      <RefusedNotice refused={hand.act.refused ?? refused} />
      <PrintNews printing={printing} />
      <div className="desk-roll">
        <div className="desk-roll-walk">
          {going && <ScanLine hand={hand} onOpen={setOpen} />}
          <BedList walk={walk} at={at} onGo={onGo} />
        </div>
        <FindingsPanel findings={data.findings} onMend={setOpen} />
      </div>
      {open === 'other' && <OtherDialog bed={code} onSeen={seen} onClose={close} />}
      {open === 'stranger' && <StrangerDialog bed={code} onSeen={seen} onClose={close} />}
      {open === 'close' && <CloseDialog rollCall={data} onClose={close} />}
      {open !== null && typeof open === 'object' && (
        <MendDialog rollCallId={rollCallId} finding={open} onClose={close} />
      )}
    </div>
  );
}
