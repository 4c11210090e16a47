import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReasonView } from '#shared/contract/allocation.ts';
import { useWard } from '../client.ts';
import { BedChoice } from '../ui/bed-choice.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import type { AdmitDraft, PickedBed } from './admit-draft.ts';
import { aboutPerson, type BedDecision, bedOf, decideBed, toggledBed } from './bed-choice-rules.ts';
import { BedReasons, ReasonsLine } from './bed-reasons.tsx';
import { NoBed } from './no-bed.tsx';
import { SmallPlan } from './small-plan.tsx';
import type { Proposed } from './use-proposal.ts';
import './bed-panel.css';

export interface BedPanelProps {
  draft: AdmitDraft;
  change(change: Partial<AdmitDraft>): void;
  proposed: Proposed;
  /** Admits now, and chooses the bed on the plan of the whole hall. */
  onBoard(): void;
}

export const BED_BOX = 'admit-bed-by-code';

/** The proposed bed with its reasons, the other choices with their keys, and where on the floor it is. */
export function BedPanel({ draft, change, proposed, onBoard }: BedPanelProps) {
  const { t } = useTranslation();
  const board = useWard('beds.board', {});
  const decision = decideBed(draft, proposed.proposal, board.data);
  const best = proposed.proposal?.best ?? null;
  const others = best?.alternatives ?? [];
  const bed = bedOf(decision);
  const pick = (picked: PickedBed) => change(toggledBed(draft, picked));
  const shown = bed ?? (best && { bedId: best.bedId, bed: best.bed });
  return (
    <>
      <Decision decision={decision} stale={proposed.isStale} about={aboutPerson(best)} />
      <RefusedNotice refused={proposed.refused} />
      <section className="desk-bed-others" aria-label={t('admit.bed.others')}>
        {others.map((other, index) => (
          <Other
            key={other.bedId}
            keys={`Alt+${index + 1}`}
            on={draft.bed?.bedId === other.bedId && !draft.toWaiting}
            onPick={() => pick({ bedId: other.bedId, bed: other.bed })}
          >
            <strong>{other.bed}</strong>
            <ReasonsLine reasons={other.reasons} />
          </Other>
        ))}
      </section>
      <section className="desk-bed-ways" aria-label={t('admit.bed.ways')}>
        <Other keys="Alt+0" on={draft.toWaiting} onPick={() => change({ toWaiting: !draft.toWaiting })}>
          {t('admit.bed.toWaiting')}
        </Other>
        <ByCode draft={draft} change={change} />
        <Other keys="Alt+M" on={false} onPick={onBoard}>
          {t('admit.bed.onBoard')}
        </Other>
        {draft.bed && best && (
          <Other keys="" on={false} onPick={() => change({ bed: null, toWaiting: false })}>
            {t('admit.bed.backToProposal', { bed: best.bed })}
          </Other>
        )}
      </section>
      {shown && <SmallPlan bedId={shown.bedId} others={others.map(({ bedId }) => bedId)} onPick={pick} />}
    </>
  );
}

interface OtherProps {
  keys: string;
  on: boolean;
  onPick(): void;
  children: ReactNode;
}

function Other({ keys, on, onPick, children }: OtherProps) {
  return (
    <button type="button" className="desk-bed-other" aria-pressed={on} onClick={onPick}>
      {keys && <kbd>{keys}</kbd>} {children}
    </button>
  );
}

interface DecisionProps {
  decision: BedDecision;
  stale: boolean;
  about: readonly ReasonView[];
}

/** The bed itself, in type that is read from two metres away. */
function Decision({ decision, stale, about }: DecisionProps) {
  const { t } = useTranslation();
  switch (decision.kind) {
    case 'asking':
      return <p className="desk-bed-large desk-quiet">{t('admit.bed.asking')}</p>;
    case 'proposed':
      return (
        <Large bed={decision.best.bed} title={t('admit.bed.proposed')} stale={stale}>
          <BedReasons reasons={decision.best.reasons} warnings={decision.best.warnings} />
        </Large>
      );
    case 'picked':
      return (
        <Large bed={decision.bed.bed} title={t('admit.bed.picked')} stale={false}>
          <BedReasons reasons={decision.reasons} warnings={about} />
        </Large>
      );
    case 'waiting':
      return (
        <Large bed={t('admit.bed.waiting')} title={t('admit.bed.noBed')} stale={false}>
          <p className="desk-quiet">{t('admit.bed.waitingHint')}</p>
        </Large>
      );
    case 'gone':
    case 'none':
      return <NoBed decision={decision} />;
  }
}

interface LargeProps {
  bed: string;
  title: string;
  stale: boolean;
  children: ReactNode;
}

function Large({ bed, title, stale, children }: LargeProps) {
  return (
    <div className="desk-bed-decision" aria-live="polite" aria-busy={stale}>
      <div>
        <span className="desk-quiet">{title}</span>
        <div className="desk-bed-large" data-stale={stale}>
          {bed}
        </div>
      </div>
      {children}
    </div>
  );
}

/** Any free bed, by its code. */
function ByCode({ draft, change }: Pick<BedPanelProps, 'draft' | 'change'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button id={BED_BOX} type="button" className="desk-bed-other" onClick={() => setOpen(true)}>
        <kbd>Alt+B</kbd> {t('admit.bed.byCode')}
      </button>
    );
  }
  return (
    <div className="desk-bed-by-code">
      <label htmlFor={`${BED_BOX}-code`}>{t('admit.bed.code')}</label>
      <BedChoice
        id={`${BED_BOX}-code`}
        autoFocus
        value={draft.bed?.bedId ?? null}
        onChange={(bedId, bed) => {
          change({ bed: bedId && { bedId, bed }, toWaiting: false });
          setOpen(false);
        }}
      />
    </div>
  );
}
