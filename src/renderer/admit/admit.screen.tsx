import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ConvoyId } from '#shared/contract/values.ts';
import { hasName } from '#shared/rules/person-name.ts';
import { useWard } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { readLateEntry } from '../ui/late-entry.tsx';
import { nowInstant } from '../ui/time.ts';
import { openBedsFor } from '../ways.ts';
import { AdmitBar, GO_BUTTON } from './admit-bar.tsx';
import { detailsOf, hasSomebody, isProvisional } from './admit-draft.ts';
import { AdmitForm } from './admit-form.tsx';
import { AdmitHead } from './admit-head.tsx';
import { AdmitSide } from './admit-side.tsx';
import { AlreadyHere } from './already-here.tsx';
import { bedOf, decideBed, toggledBed } from './bed-choice-rules.ts';
import { BED_BOX, BedPanel } from './bed-panel.tsx';
import { focusField } from './field-order.ts';
import { NOBODY_ADMITTED, withAdmitted } from './just-admitted.ts';
import { NobodyYet } from './nobody-yet.tsx';
import { useAdmission } from './use-admission.ts';
import { useAdmitForm } from './use-admit-form.ts';
import { useKnownPerson } from './use-known-person.ts';
import { bestBed, proposalInput, useProposal } from './use-proposal.ts';
import './admit.css';

/** What holds for one patient after another: the bus that is being worked off, and late entry. */
const DESK: { convoyId: ConvoyId | null; late: boolean; lateText: string } = {
  convoyId: null,
  late: false,
  lateText: '',
};

/** One patient after another: scan, ask, look at the bed, Enter. */
export default function AdmitScreen() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const form = useAdmitForm();
  const { draft, today, age } = form;
  const [desk, changeDesk] = useDraft('admit-desk', DESK);
  const [{ latest }, keepLatest] = useDraft('admit-latest', NOBODY_ADMITTED);
  const [finished, setFinished] = useState(false);
  const [tried, setTried] = useState(false);
  const known = useKnownPerson(draft, form.reading, form.change);
  const admission = useAdmission();
  const board = useWard('beds.board', {});
  const someone = hasSomebody(draft, form.reading);
  const details = detailsOf(draft, today);
  const proposed = useProposal(
    proposalInput(details, age, draft.family?.stayId ?? null),
    someone && !known?.inHouse,
  );
  const decision = decideBed(draft, proposed.proposal, board.data);
  const late = { on: desk.late, text: desk.lateText };
  const when = useCallback(
    () => readLateEntry({ on: desk.late, text: desk.lateText }, nowInstant(), timeZone),
    [desk.late, desk.lateText, timeZone],
  );
  const last = latest[0];
  const nameMissing = !hasName(draft.name);

  const clear = () => {
    form.clear();
    admission.forget();
    setTried(false);
    setFinished(false);
  };
  const startAnew = () => {
    admission.forget();
    setTried(false);
    form.startAnew();
  };

  const goOn = async (onBoard: boolean) => {
    setTried(true);
    setFinished(true);
    const now = form.latest();
    if (!hasName(now.name)) return focusField('name');
    const wrong = document.querySelector<HTMLElement>('.desk-admit [aria-invalid="true"]');
    const happened = when();
    if (wrong || !happened.ok) return wrong?.focus();
    if (known?.inHouse || (decision.kind === 'gone' && !onBoard)) return;
    const byHand = onBoard || now.toWaiting || now.bed !== null;
    const bed = byHand ? bedOf(decision) : ((await bestBed(proposed))?.best ?? null);
    const done = await admission.admit({
      details: detailsOf(now, today),
      bedId: onBoard ? null : (bed?.bedId ?? null),
      familyOf: now.family?.stayId ?? null,
      convoyId: desk.convoyId,
      happenedAt: happened.happenedAt,
      reason: admission.reason.trim(),
    });
    if (!done) return;
    keepLatest({ latest: withAdmitted(latest, done) });
    clear();
    if (onBoard) openBedsFor(done.stayId, 'assign');
    else setTimeout(() => focusField('documentNumber'));
  };
  const newest = useRef(goOn);
  newest.current = goOn;
  /** What the field under the cursor still holds back (a typed date) is taken before anybody is admitted. */
  const admit = (onBoard = false) => {
    flushSync(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    if (!admission.busy) void newest.current(onBoard);
  };

  const sameFamily = () => last && form.change({ family: { stayId: last.stayId, name: last.name } });
  const unknownPerson = () => {
    const provisional = !isProvisional(draft);
    form.change({ provisional, ...(provisional && nameMissing ? { name: t('admit.name.unknown') } : {}) });
    focusField('name');
  };
  useKeys(t('admit.title'), [
    { keys: 'Ctrl+Enter', does: t('admit.keys.admit'), run: () => admit() },
    ...(proposed.proposal?.best?.alternatives ?? []).map(({ bedId, bed }, index) => ({
      keys: `Alt+${index + 1}`,
      does: t('admit.keys.other', { n: index + 1 }),
      run: () => form.change(toggledBed(draft, { bedId, bed })),
    })),
    {
      keys: 'Alt+0',
      does: t('admit.bed.toWaiting'),
      run: () => form.change({ toWaiting: !draft.toWaiting }),
    },
    { keys: 'Alt+B', does: t('admit.bed.byCode'), run: () => document.getElementById(BED_BOX)?.click() },
    { keys: 'Alt+M', does: t('admit.bed.onBoard'), run: () => admit(true), when: someone },
    {
      keys: 'Alt+D',
      does: t('admit.keys.document'),
      run: () => document.getElementById('admit-document-type')?.focus(),
    },
    { keys: 'Alt+U', does: t('admit.keys.unknown'), run: unknownPerson },
    { keys: 'Alt+F', does: t('admit.keys.family'), run: () => (last ? sameFamily() : focusField('family')) },
    { keys: 'Alt+N', does: t('admit.keys.anew'), run: startAnew },
  ]);

  return (
    <div className="desk-page desk-admit">
      <AdmitHead
        convoyId={desk.convoyId}
        onConvoy={(convoyId) => changeDesk({ convoyId })}
        late={late}
        onLate={(value) => changeDesk({ late: value.on, lateText: value.text })}
        onAnew={startAnew}
        bringBack={form.bringBack}
      />
      <div className="desk-admit-body">
        <AdmitForm
          key={form.round}
          form={form}
          known={known}
          latest={latest}
          finished={finished}
          onFinished={setFinished}
          nameError={tried && nameMissing ? t('admit.name.missing') : null}
          refused={admission.refused}
          onAnew={startAnew}
          onAdmit={() => admit()}
          onButton={() => document.getElementById(GO_BUTTON)?.focus()}
        />
        <section className="desk-admit-bed" aria-label={t('ui.bed')}>
          <div className="desk-admit-bed-body">
            {known?.inHouse ? (
              <AlreadyHere known={known} />
            ) : someone ? (
              <BedPanel draft={draft} change={form.change} proposed={proposed} onBoard={() => admit(true)} />
            ) : (
              <NobodyYet last={last ?? null} />
            )}
          </div>
          <AdmitBar
            decision={decision}
            someone={someone}
            blocked={Boolean(known?.inHouse)}
            admission={admission}
            late={desk.late ? when() : null}
            onGo={() => admit()}
          />
        </section>
        <AdmitSide
          latest={latest}
          convoyId={desk.convoyId}
          onConvoy={(convoyId) => changeDesk({ convoyId })}
          when={when}
        />
      </div>
    </div>
  );
}
