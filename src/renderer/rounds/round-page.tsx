import { ScanOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { RoundRow } from '#shared/contract/rounds.ts';
import { careUnitId, type StayId } from '#shared/contract/values.ts';
import { type Refused, useWard } from '../client.ts';
import { go, narrow, useRoute } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { LateEntryControl, useLateEntry } from '../ui/late-entry.tsx';
import { EmptyState, FieldError, RefusedNotice } from '../ui/notices.tsx';
import { nowInstant } from '../ui/time.ts';
import { findScanned } from './find-scanned.ts';
import { lastUnit } from './last-unit.ts';
import { RoundForm } from './round-form.tsx';
import { RoundList } from './round-list.tsx';
import { isWorrying, RefusedLine, type Worry, WorryNotice } from './worry-notice.tsx';

type Round = OutputOf<'rounds.list'>;

/** One care unit's round: the beds in walking order at the left, one patient's form at the right. */
export function RoundPage({ of }: { of: string }) {
  const unit = careUnitId.safeParse(of);
  const { t } = useTranslation();
  const { data, refused } = useWard('rounds.list', { of: unit.success ? unit.data : 'waiting' });
  useEffect(() => lastUnit.set(of), [of]);
  if (refused) return <RefusedNotice refused={refused} />;
  if (!data) return <p className="desk-loading">{t('ui.loading')}</p>;
  return <Round round={data} />;
}

/** Where the round begins: at whom the address names, else at the first who is due, else at the first bed. */
function startOf(rows: readonly RoundRow[], named: string | null): StayId | null {
  const now = nowInstant();
  const start =
    rows.find(({ stayId }) => stayId === named) ?? rows.find(({ dueAt }) => dueAt <= now) ?? rows[0];
  return start?.stayId ?? null;
}

function Round({ round }: { round: Round }) {
  const { t } = useTranslation();
  const { query } = useRoute();
  const { rows, protocol } = round;
  const [first] = useState(() => startOf(rows, query.get('stay')));
  const at = query.get('stay') ?? first;
  const [recorded, setRecorded] = useState<readonly StayId[]>([]);
  const [skipped, setSkipped] = useState<readonly StayId[]>([]);
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState<readonly { row: RoundRow; why: Refused }[]>([]);
  const [worry, setWorry] = useState<Worry | null>(null);
  const late = useLateEntry();
  const index = rows.findIndex(({ stayId }) => stayId === at);
  const row = rows[index];

  const walk = (to: RoundRow | undefined) => {
    setDone(to === undefined);
    if (to) narrow({ stay: to.stayId });
  };
  /** Refused: told beside the round. She may be typing at the next bed already, so nothing moves under her hands. */
  const onAnswer = (whose: RoundRow, answer: Reply<OutputOf<'rounds.record'>>) => {
    setRefused((all) => all.filter(({ row: one }) => one.stayId !== whose.stayId));
    if (!answer.ok) return setRefused((all) => [...all, { row: whose, why: answer }]);
    if (isWorrying(answer.value)) setWorry({ row: whose, said: answer.value });
    setRecorded((all) => [...all.filter((id) => id !== whose.stayId), whose.stayId]);
    setSkipped((all) => all.filter((id) => id !== whose.stayId));
  };
  const skip = () => {
    if (row && !recorded.includes(row.stayId)) {
      setSkipped((all) => [...all.filter((id) => id !== row.stayId), row.stayId]);
    }
    walk(rows[index + 1]);
  };
  const back = () => walk(done ? row : (rows[index - 1] ?? row));
  useKeys(t('rounds.title'), [
    { keys: 'PageDown', does: t('rounds.keys.next'), run: skip, inFields: true, when: !done },
    { keys: 'PageUp', does: t('rounds.keys.previous'), run: back, inFields: true },
    { keys: 'Escape', does: t('rounds.keys.units'), run: () => go('rounds'), inFields: true },
  ]);
  const [unit] = rows;
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>
          {t('rounds.title')} {unit?.bed ? unit.bed.replace(/-[^-]*$/, '') : t('rounds.units.waiting')}
        </h1>
        <Button onClick={() => go('rounds')}>
          {t('rounds.back')} <kbd>Esc</kbd>
        </Button>
        {row && !done && (
          <span className="desk-quiet">{t('rounds.of', { n: index + 1, total: rows.length })}</span>
        )}
        <span className="desk-spread" />
        <LateEntryControl value={late.late} onChange={late.setLate} />
        <ScanBox rows={rows} onFound={walk} />
      </div>
      {refused.map(({ row: whose, why }) => (
        <RefusedLine key={whose.stayId} row={whose} why={why} onBack={() => walk(whose)} />
      ))}
      {worry && <WorryNotice {...worry} onSeen={() => setWorry(null)} />}
      {rows.length === 0 ? (
        <EmptyState title={t('rounds.units.empty')}>
          <Button onClick={() => go('rounds')}>{t('rounds.back')}</Button>
        </EmptyState>
      ) : (
        <div className="desk-round">
          <RoundList
            rows={rows}
            protocol={protocol}
            at={done ? null : (row?.stayId ?? null)}
            recorded={recorded}
            skipped={skipped}
            onOpen={walk}
          />
          {row && !done ? (
            <RoundForm
              key={row.stayId}
              row={row}
              protocol={protocol}
              readLate={late.read}
              onSaving={() => walk(rows[index + 1])}
              onAnswer={onAnswer}
              onSkip={skip}
              onPrevious={back}
              onScan={async (scan) => walkTo(await findScanned(scan, rows), walk)}
            />
          ) : (
            <RoundDone
              recorded={recorded.length}
              skipped={rows.filter(({ stayId }) => skipped.includes(stayId))}
              onBack={walk}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** To the form of whoever was scanned, in their own unit. False where it is nobody in house. */
function walkTo(found: RoundRow | null, walk: (row: RoundRow) => void): boolean {
  if (!found) return false;
  const open = found.careUnitId ?? 'waiting';
  if (location.hash.startsWith(`#/rounds/${open}`)) walk(found);
  else go('rounds', open, { stay: found.stayId });
  return true;
}

function ScanBox({ rows, onFound }: { rows: readonly RoundRow[]; onFound(row: RoundRow): void }) {
  const { t } = useTranslation();
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [nobody, setNobody] = useState('');
  useKeys(t('rounds.title'), [
    { keys: 'Ctrl+F', does: t('rounds.keys.scan'), run: () => box.current?.focus({ cursor: 'all' }) },
  ]);
  const enter = async () => {
    const scan = text.trim();
    if (scan === '') return;
    setText('');
    const found = walkTo(await findScanned(scan, rows), onFound);
    setNobody(found ? '' : scan);
  };
  return (
    <div className="desk-round-scan">
      <Input
        ref={box}
        prefix={<ScanOutlined aria-hidden />}
        suffix={<kbd>Ctrl+F</kbd>}
        aria-label={t('rounds.scan')}
        placeholder={t('rounds.scan')}
        value={text}
        maxLength={40}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => void enter()}
      />
      <FieldError>{nobody && t('rounds.scanNobody', { text: nobody })}</FieldError>
    </div>
  );
}

interface DoneProps {
  recorded: number;
  skipped: readonly RoundRow[];
  onBack(row: RoundRow | undefined): void;
}

function RoundDone({ recorded, skipped, onBack }: DoneProps) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('rounds.done.title')}
      hint={[
        t('rounds.done.recorded', { count: recorded }),
        ...(skipped.length > 0 ? [t('rounds.done.skipped', { count: skipped.length })] : []),
      ].join(' · ')}
    >
      {skipped.length > 0 && (
        <Button type="primary" autoFocus onClick={() => onBack(skipped[0])}>
          {t('rounds.done.again')} ({skipped.map(({ bed, name }) => bed || name).join(t('ui.listComma'))})
        </Button>
      )}
      <Button autoFocus={skipped.length === 0} onClick={() => go('rounds')}>
        {t('rounds.done.other')}
      </Button>
    </EmptyState>
  );
}
