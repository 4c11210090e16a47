import { Button } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { RoundRow } from '#shared/contract/rounds.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { isNothing } from '#shared/rules/vital-signs.ts';
import { perform } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { operator } from '../desk/operator.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { takeKeyboard } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import type { useLateEntry } from '../ui/late-entry.tsx';
import { Notice } from '../ui/notices.tsx';
import { agoText, useNow } from '../ui/time.ts';
import { openPatient } from '../ways.ts';
import { keyReasonWords } from './key-words.ts';
import { LiveScore, useJudged } from './live-score.tsx';
import { BLANK_SIGNS, confirmedSigns, type SignsDraft, signsOf } from './signs-draft.ts';
import { SignsForm, type SignsFormHandle } from './signs-form.tsx';

interface Props {
  row: RoundRow;
  protocol: Protocol;
  readLate: ReturnType<typeof useLateEntry>['read'];
  onSaving(): void;
  onAnswer(row: RoundRow, answer: Reply<OutputOf<'rounds.record'>>): void;
  onSkip(): void;
  onPrevious(): void;
  /** False where the scan is nobody's. */
  onScan(scan: string): Promise<boolean>;
}

/** What was typed this long ago has to be looked at again before it is saved. */
const OLD_DRAFT_MS = 20 * 60_000;

/** One patient at the bedside: the signs in the order in which they are taken, and both rules beside them. */
export function RoundForm({
  row,
  protocol,
  readLate,
  onSaving,
  onAnswer,
  onSkip,
  onPrevious,
  onScan,
}: Props) {
  const { t } = useTranslation();
  const [draft, change, clear] = useDraft<SignsDraft>(`round:${row.stayId}`, BLANK_SIGNS);
  const [foundOld, setFoundOld] = useState(
    () => draft.begunAt > 0 && Date.now() - draft.begunAt > OLD_DRAFT_MS,
  );
  const form = useRef<SignsFormHandle>(null);
  const signs = signsOf(draft);
  const judged = useJudged(row, signs, protocol);
  // Before the next key: whoever types fast is already at this bed.
  useLayoutEffect(() => takeKeyboard(form.current), []);

  /** The next bed is there before the answer is: what she types goes on as fast as she does. */
  const save = async () => {
    const when = readLate();
    if (!when.ok || !form.current?.isReady()) return;
    const going = perform(
      'rounds.record',
      { stayId: row.stayId, signs, confirmed: confirmedSigns(draft) },
      {
        quiet: true,
        happenedAt: when.happenedAt,
        says: (say, { score }) => {
          const who = { name: row.name, bed: row.bed || '–' };
          return score.kind === 'complete'
            ? say('rounds.savedScore', { ...who, score: say('rounds.score.total', { total: score.total }) })
            : say('rounds.saved', who);
        },
      },
    );
    // With nobody picked yet it first asks who acts, and that is asked at this bed.
    const asksWho = operator.get() === null;
    if (!asksWho) onSaving();
    const answer = await going;
    if (answer.ok) clear();
    if (answer.ok && asksWho) onSaving();
    onAnswer(row, answer);
  };
  useKeys(t('rounds.title'), [{ keys: 'Ctrl+Enter', does: t('rounds.keys.save'), run: () => void save() }]);
  return (
    <div className="desk-round-form">
      <div className="desk-round-body">
        <Who row={row} />
        {foundOld && (
          <Notice tone="warn">
            {t('rounds.draft', { ago: agoText(Date.now() - draft.begunAt, t) })}{' '}
            <Button
              size="small"
              onClick={() => {
                clear();
                setFoundOld(false);
                form.current?.focus();
              }}
            >
              {t('rounds.discard')}
            </Button>
          </Notice>
        )}
        <div className="desk-round-both">
          <SignsForm
            ref={form}
            draft={draft}
            onChange={(more) => change({ ...more, begunAt: draft.begunAt || Date.now() })}
            age={judged.age}
            protocol={protocol}
            last={row.last}
            score={judged.score}
            onEnd={() => void save()}
            onScan={onScan}
          />
          <LiveScore {...judged} scale2={row.scale2} blank={isNothing({ ...signs, note: '' })} />
        </div>
      </div>
      <div className="desk-round-acts">
        <Button type="primary" size="large" onClick={() => void save()}>
          {t('rounds.save')} <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button size="large" onClick={onSkip}>
          {t('rounds.skip')} <kbd>PageDown</kbd>
        </Button>
        <Button size="large" onClick={onPrevious}>
          {t('rounds.previous')} <kbd>PageUp</kbd>
        </Button>
      </div>
    </div>
  );
}

function Who({ row }: { row: RoundRow }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const now = useNow();
  const { last } = row;
  return (
    <header className="desk-round-who">
      <strong className="desk-round-where">{row.bed || '–'}</strong>
      <Button type="link" onClick={() => openPatient(row.stayId)}>
        <bdi>{row.name}</bdi>
      </Button>
      <span>{t(`vocabulary.sexes.${row.sex}`)}</span>
      {row.age !== null && <span>{t('ui.years', { age: row.age })}</span>}
      <span className="desk-quiet">
        {t('ui.number')} {row.number}
      </span>
      {row.pregnant && <span className="desk-flag">{t('rounds.pregnant')}</span>}
      {row.keyReasons.length > 0 && <span className="desk-flag">{keyReasonWords(row.keyReasons, t)}</span>}
      <span className="desk-quiet">
        {last
          ? t('rounds.lastAt', {
              at: timeOf(last.takenAt),
              ago: agoText(millisOf(now) - millisOf(last.takenAt), t),
            })
          : t('rounds.never')}
      </span>
    </header>
  );
}
