import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActId, StayId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import type { Refused } from '../client.ts';
import { useHeld } from '../desk/kept.ts';
import { lastAct } from '../desk/last-act.ts';
import { undoAct } from '../desk/undo.ts';
import { takeKeyboardNext } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { AddBox } from './add-box.tsx';
import { type BatchRow, goersOf, leavingOf, needsDestination } from './batch-draft.ts';
import { BatchGrid } from './batch-grid.tsx';
import { ConfirmLeaving, type Leavers } from './confirm-leaving.tsx';
import { forgetDestinations } from './destinations.ts';
import { LeavingForm, PLACE_FIELD } from './leaving-form.tsx';
import type { Batch } from './use-batch.ts';
import type { Brought } from './use-brought-along.ts';

interface Props {
  batch: Batch;
  brought: Brought;
  onPick(): void;
  onBeds(): void;
}

interface Done {
  actId: ActId;
  rows: readonly BatchRow[];
  beds: number;
}

/** The list on the left, the way of leaving on the right, one button. */
export function BatchView({ batch, brought, onPick, onBeds }: Props) {
  const { t } = useTranslation();
  const box = useRef<{ focus(): void }>(null);
  const list = useRef<{ focus(): void }>(null);
  const [ticked, setTicked] = useState<ReadonlySet<StayId>>(new Set());
  const [tried, setTried] = useState(false);
  const [leavers, setLeavers] = useState<Leavers | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const commit = useAct('discharges.commit');

  // The dialog gives the keyboard back to where it came from; after a discharge the next scan comes first.
  useEffect(() => {
    if (done) takeKeyboardNext(() => box.current?.focus());
  }, [done]);

  const here = new Set([...ticked].filter((id) => batch.stayIds.includes(id)));
  const goers = goersOf(batch.rows, here);
  const meant = here.size > 0 ? here.size : batch.rows.length;
  const listed = (ids: readonly StayId[]) => ids.filter((id) => batch.stayIds.includes(id));
  const [came, others] = [listed(brought.ids), listed(brought.before)];

  const ask = () => {
    setTried(true);
    const leaving = leavingOf(batch.draft);
    const placed = !needsDestination(leaving.way) || leaving.destination !== '';
    if (!placed) return document.getElementById(PLACE_FIELD)?.focus();
    if (goers.length === 0 || batch.judging || !batch.when.ok) return;
    commit.clear();
    batch.forgetRefusals();
    setDone(null);
    setLeavers({ rows: goers, leaving, happenedAt: batch.when.happenedAt });
  };

  const go = async ({ rows, leaving, happenedAt }: Leavers) => {
    const stays = rows.map(({ stayId, version }) => ({ stayId, expectedVersion: version }));
    const answer = await commit.run(
      { stays, leaving },
      { happenedAt, quiet: true, says: (say) => saysWhoLeft(say, rows) },
    );
    setLeavers(null);
    if (!answer.ok) {
      if (answer.kind === 'refused') batch.markRefused(answer.refusal, rows);
      return;
    }
    setTried(false);
    setTicked(new Set());
    setDone({
      actId: answer.value.actId,
      rows,
      beds: rows.filter(({ bed }) => bed !== '').length,
    });
    void forgetDestinations();
    batch.finish(rows.map(({ stayId }) => stayId));
  };

  useKeys(t('discharge.title'), [
    { keys: 'Ctrl+Enter', does: t('discharge.keys.go'), run: ask },
    { keys: 'N', does: t('discharge.add.label'), run: () => box.current?.focus() },
  ]);

  return (
    <div className="desk-discharge">
      <div className="desk-discharge-list">
        <AddBox
          key={done?.actId}
          ref={box}
          onAdd={(id) => batch.add([id]).length > 0}
          onDown={() => list.current?.focus()}
        />
        <div className="desk-discharge-says">
          {commit.refused && <NobodyLeft refused={commit.refused} />}
          <RefusedNotice refused={batch.refused} />
          {came.length > 0 && others.length > 0 && (
            <Notice tone="warn">
              {t('discharge.brought', { brought: came.length, others: others.length })}{' '}
              <Button onClick={() => batch.drop(others)}>{t('discharge.onlyBrought')}</Button>
            </Notice>
          )}
          {done && <DoneNotice done={done} onBeds={onBeds} />}
        </div>
        <BatchGrid ref={list} batch={batch} onTicked={setTicked} onPick={onPick} />
      </div>
      <LeavingForm
        batch={batch}
        going={goers.length}
        failing={meant - goers.length}
        ticked={here.size > 0}
        tried={tried}
        onGo={ask}
      />
      <ConfirmLeaving
        leavers={leavers}
        act={commit}
        onGo={(all) => void go(all)}
        onClose={() => setLeavers(null)}
      />
    </div>
  );
}

const SHOWN = 3;

/** In the status line and on the page: a name is checked at a glance, a number is not. */
function saysWhoLeft(t: TFunction, rows: readonly BatchRow[]): string {
  const [first] = rows;
  if (first && rows.length === 1)
    return t('discharge.doneOne', { name: first.bed === '' ? first.name : `${first.name} · ${first.bed}` });
  const names = rows
    .slice(0, SHOWN)
    .map(({ name }) => name)
    .join(t('ui.listComma'));
  const shown = rows.length > SHOWN ? t('discharge.andMore', { names }) : names;
  return t('discharge.done', { count: rows.length, names: shown });
}

/** Cancelled by whoever sits here is no fault; anything else is. */
function NobodyLeft({ refused }: { refused: Refused }) {
  const { t } = useTranslation();
  const say = useRefusedSentence();
  const cancelled = refused.kind === 'refused' && refused.refusal.code === 'cancelled';
  return (
    <Notice tone={cancelled ? 'warn' : 'bad'}>
      {say(refused)} {t('discharge.nobodyLeft')}
    </Notice>
  );
}

/** What was done, with the way back, until the next act. */
function DoneNotice({ done, onBeds }: { done: Done; onBeds(): void }) {
  const { t } = useTranslation();
  const last = useHeld(lastAct);
  if (last?.actId !== done.actId) return null;
  return (
    <Notice tone="good">
      <strong>{saysWhoLeft(t, done.rows)}</strong>{' '}
      {done.beds > 0 && t('discharge.bedsFree', { count: done.beds })}{' '}
      <Button onClick={() => void undoAct(done.actId)}>{t('ui.undo')}</Button>{' '}
      {done.beds > 0 && <Button onClick={onBeds}>{t('discharge.showBeds')}</Button>}
    </Notice>
  );
}
