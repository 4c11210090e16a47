import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { takeKeyboardNext } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { LateEntryControl, useLateEntry } from '../ui/late-entry.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { useNow, useSpans } from '../ui/time.ts';
import { openBed } from '../ways.ts';
import { type BedToSignOff, bedsToSignOff, isReady } from './bed-to-sign-off.ts';
import { EarlyReason } from './early-reason.tsx';
import { signOffColumns } from './sign-off-columns.tsx';

const TICK_MS = 5_000;

/** Beds that somebody has left: since when, how long yet, and the signature that offers them again. */
export function Disinfection() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const now = useNow(TICK_MS);
  const board = useWard('beds.board', {});
  const plan = useWard('beds.plan', {});
  const late = useLateEntry();
  const signOff = useAct('beds.signOffDisinfection');
  const grid = useRef<WardGridHandle<BedToSignOff>>(null);
  const [early, setEarly] = useState<readonly BedToSignOff[] | null>(null);
  const when = late.read();
  // What counts is when it was signed on paper, not when it is typed in.
  const at = when.ok && when.happenedAt ? when.happenedAt : now;
  const beds = useMemo(() => bedsToSignOff(board.data, plan.data, at), [board.data, plan.data, at]);
  const columns = useMemo(() => signOffColumns(t, timeZone), [t, timeZone]);
  const ready = beds?.filter(isReady) ?? [];

  const sign = async (some: readonly BedToSignOff[], reason?: string) => {
    const reading = late.read();
    if (some.length === 0 || !reading.ok) return;
    const answer = await signOff.run(
      { bedIds: some.map(({ id }) => id) },
      {
        ...{ happenedAt: reading.happenedAt, reason, quiet: true },
        says: (say) =>
          say('discharge.signOff.done', {
            count: some.length,
            codes: some
              .slice(0, 3)
              .map(({ code }) => code)
              .join(' '),
          }),
      },
    );
    setEarly(null);
    if (!answer.ok) return;
    late.reset();
    grid.current?.clearSelection();
    takeKeyboardNext(() => grid.current?.focus());
  };
  const ask = (some: readonly BedToSignOff[]) => {
    if (some.every(isReady)) void sign(some);
    else setEarly(some);
  };
  const askChosen = () => ask(grid.current?.chosen() ?? []);

  useKeys(t('discharge.signOff.title'), [
    {
      keys: 'S',
      does: t('discharge.signOff.chosen'),
      run: askChosen,
      when: beds !== undefined && beds.length > 0,
    },
    {
      keys: 'Shift+S',
      does: t('discharge.signOff.allReady'),
      run: () => ask(ready),
      when: ready.length > 0,
    },
    {
      keys: 'B',
      does: t('discharge.signOff.showBed'),
      run: () => {
        const bed = grid.current?.current();
        if (bed) openBed(bed.id);
      },
    },
  ]);

  return (
    <div className="desk-sign-off">
      <div className="desk-sign-off-head">
        <Summary beds={beds} ready={ready.length} />
        <span className="desk-spread" />
        <LateEntryControl value={late.late} onChange={late.setLate} />
      </div>
      <RefusedNotice refused={signOff.refused ?? board.refused} />
      <WardGrid<BedToSignOff>
        name="disinfection"
        label={t('discharge.signOff.title')}
        ref={grid}
        rows={beds}
        columns={columns}
        rowId={(bed) => bed.id}
        onOpen={(bed) => {
          const chosen = grid.current?.chosen() ?? [];
          ask(chosen.length > 0 ? chosen : [bed]);
        }}
        tools={
          <>
            <Allowed to="beds.signOffDisinfection">
              <Button
                type="primary"
                disabled={ready.length === 0}
                loading={signOff.busy}
                onClick={() => ask(ready)}
              >
                {t('discharge.signOff.ready', { count: ready.length })} <kbd>Shift+S</kbd>
              </Button>
            </Allowed>
            <Allowed to="beds.signOffDisinfection">
              <Button disabled={!beds || beds.length === 0} onClick={askChosen}>
                {t('discharge.signOff.chosen')} <kbd>S</kbd>
              </Button>
            </Allowed>
          </>
        }
        empty={<EmptyState title={t('discharge.signOff.none')} hint={t('discharge.signOff.noneHint')} />}
      />
      <EarlyReason
        beds={early}
        busy={signOff.busy}
        onGo={(reason) => early && void sign(early, reason)}
        onCancel={() => setEarly(null)}
      />
    </div>
  );
}

function Summary({ beds, ready }: { beds: BedToSignOff[] | undefined; ready: number }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { span } = useSpans();
  if (!beds) return <span className="desk-quiet">{t('ui.loading')}</span>;
  const closed = beds.filter((bed) => bed.closed).length;
  const next = beds.find((bed) => !isReady(bed));
  return (
    <span>
      <strong>{t('discharge.signOff.count', { count: beds.length })}</strong>
      {closed > 0 && t('discharge.signOff.closed', { count: closed })}
      {' · '}
      {t('discharge.signOff.readyCount', { count: ready })}
      {next &&
        ` · ${t('discharge.signOff.next', {
          bed: next.code,
          at: timeOf(next.readyAt).slice(11),
          span: span(next.left * 60_000),
        })}`}
    </span>
  );
}
