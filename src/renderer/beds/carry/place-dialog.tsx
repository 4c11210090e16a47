import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { MOVE_REASONS, type MoveReason } from '#shared/contract/vocabulary.ts';
import { perform } from '../../act.ts';
import type { Refused } from '../../client.ts';
import { kept } from '../../desk/kept.ts';
import { LateEntryControl, useLateEntry } from '../../ui/late-entry.tsx';
import { ActDialog } from '../act-dialog.tsx';
import type { FloorBed } from '../board/floor.ts';
import type { CarryAct, Verdict } from './verdict.ts';
import { VerdictWords } from './verdict-words.tsx';

export interface Placing {
  act: CarryAct;
  stay: StayRow;
  bed: FloorBed;
  verdict: Verdict;
}

/** The reason of the last move at this desk: on a round many have the same. */
const lastBecause = kept<MoveReason>(
  'desk:move-because',
  'clinical',
  (stored) => MOVE_REASONS.find((one) => one === stored) ?? null,
);

type Other = NonNullable<BedView['occupant']>;

interface Details {
  because: MoveReason;
  override: boolean;
  reason: string;
  happenedAt: ReturnType<ReturnType<typeof useLateEntry>['read']> & { ok: true };
}

async function carryOut({ act, stay, bed }: Placing, other: Other | null, details: Details): Promise<Reply> {
  const { because, override, reason } = details;
  const options = { happenedAt: details.happenedAt.happenedAt, reason: reason || undefined, quiet: true };
  const who = { stayId: stay.stayId, expectedVersion: stay.version };
  if (other) {
    const second = { stayId: other.stayId, expectedVersion: other.version };
    return await perform('stays.swap', { first: who, second, because, override }, options);
  }
  const where = { ...who, bedId: bed.id, override };
  return act === 'assign'
    ? await perform('stays.assign', where, options)
    : await perform('stays.move', { ...where, because }, options);
}

/** Why somebody is moved, why a rule is put aside, and when it was: asked before the patient is put down. */
export function PlaceDialog({ placing, onDone }: { placing: Placing; onDone(done: boolean): void }) {
  const { t } = useTranslation();
  const { act, stay, bed, verdict } = placing;
  const other = verdict.kind === 'swap' ? verdict.other : null;
  const [because, setBecause] = useState(lastBecause.get());
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const late = useLateEntry();
  // The ward's own rules are only asked in the act itself where two people change places.
  const againstRule = refused?.kind === 'refused' && refused.refusal.code === 'bed-not-allowed';
  const override = verdict.kind === 'overridable' || againstRule;
  const when = late.read();

  const go = async () => {
    if (!when.ok) return;
    setBusy(true);
    const answer = await carryOut(placing, other, {
      ...{ because, override, happenedAt: when },
      reason: reason.trim(),
    });
    setBusy(false);
    if (!answer.ok) return setRefused(answer);
    if (act !== 'assign') lastBecause.set(because);
    onDone(true);
  };
  const names = { name: stay.name, bed: bed.code, from: stay.bed?.code ?? '', other: other?.name ?? '' };
  const kind = other ? 'swap' : act;
  return (
    <ActDialog
      title={t(`beds.place.title.${kind}`, names)}
      name={t(`beds.acts.${kind}`)}
      verb={t(`beds.acts.${kind}`)}
      {...{ busy, refused }}
      ready={when.ok && (!override || reason.trim() !== '')}
      onGo={() => void go()}
      onCancel={() => onDone(false)}
    >
      {verdict.kind !== 'swap' && <VerdictWords verdict={verdict} />}
      {kind !== 'assign' && (
        <Radio.Group
          className="desk-beds-choices"
          aria-label={t('beds.place.because')}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        >
          {MOVE_REASONS.map((one) => (
            <Radio key={one} value={one}>
              {t(`vocabulary.moveReasons.${one}`)}
            </Radio>
          ))}
        </Radio.Group>
      )}
      <Input
        key={String(override)}
        autoFocus={againstRule}
        {...(override ? { 'data-first': true } : {})}
        value={reason}
        maxLength={300}
        status={override && reason.trim() === '' ? 'warning' : ''}
        aria-label={t('ui.reason')}
        placeholder={override ? t('beds.place.whyOverride') : `${t('ui.reason')}（${t('ui.optional')}）`}
        onChange={(event) => setReason(event.target.value)}
      />
      <LateEntryControl value={late.late} onChange={late.setLate} />
    </ActDialog>
  );
}
