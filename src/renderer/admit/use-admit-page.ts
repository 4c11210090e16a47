import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { hasName } from '#shared/rules/person-name.ts';
import { useWard } from '../client.ts';
import { openBedsFor } from '../ways.ts';
import { detailsOf, hasAnything, hasSomebody } from './admit-draft.ts';
import { type BedDecision, bedOf, decideBed } from './bed-choice-rules.ts';
import { focusField } from './field-order.ts';
import { useAdmission } from './use-admission.ts';
import { type AdmitDesk, useAdmitDesk } from './use-admit-desk.ts';
import { type AdmitForm, useAdmitForm } from './use-admit-form.ts';
import { type KnownPerson, useKnownPerson } from './use-known-person.ts';
import { bestBed, type Proposed, proposalInput, useProposal } from './use-proposal.ts';

/** `board`: to the waiting list, and on to the plan of the hall with the patient in hand. */
type Way = 'here' | 'board';

export interface AdmitPage {
  form: AdmitForm;
  desk: AdmitDesk;
  known: KnownPerson | null;
  proposed: Proposed;
  decision: BedDecision;
  admission: ReturnType<typeof useAdmission>;
  /** Enough is known to look for a bed. */
  someone: boolean;
  nameMissing: boolean;
  /** The admission was tried: what is missing is said from now on. */
  tried: boolean;
  finished: boolean;
  setFinished(finished: boolean): void;
  admit(way: Way): void;
  startAnew(): void;
}

/** One admission: the form, who it is, the bed, and the act. */
export function useAdmitPage(): AdmitPage {
  const form = useAdmitForm();
  const desk = useAdmitDesk();
  const admission = useAdmission();
  const board = useWard('beds.board', {});
  const [finished, setFinished] = useState(false);
  const [tried, setTried] = useState(false);
  const { draft, today, age, reading } = form;
  const known = useKnownPerson(draft, reading, form.change);
  const someone = hasSomebody(draft, reading);
  const proposed = useProposal(
    proposalInput(detailsOf(draft, today), age, draft.family?.stayId ?? null),
    someone && !known?.inHouse,
  );
  const decision = decideBed(draft, proposed.proposal, board.data);

  const forget = () => {
    admission.forget();
    setTried(false);
    setFinished(false);
  };
  const carryOut = async (way: Way) => {
    const now = form.latest();
    // The second half of a double press: the form is empty already.
    if (!hasAnything(now)) return focusField('documentNumber');
    setTried(true);
    setFinished(true);
    if (!hasName(now.name)) return focusField('name');
    const wrong = document.querySelector<HTMLElement>('.desk-admit [aria-invalid="true"]');
    const happened = desk.when();
    if (wrong || !happened.ok) return wrong?.focus();
    if (known?.inHouse || (decision.kind === 'gone' && way === 'here')) return;
    const byHand = now.toWaiting || now.bed !== null;
    const bed = byHand ? bedOf(decision) : way === 'here' ? ((await bestBed(proposed))?.best ?? null) : null;
    const done = await admission.admit({
      details: detailsOf(now, today),
      bedId: way === 'board' ? null : (bed?.bedId ?? null),
      familyOf: now.family?.stayId ?? null,
      convoyId: desk.convoyId,
      happenedAt: happened.happenedAt,
      reason: admission.reason.trim(),
    });
    if (!done) return;
    desk.keep(done);
    form.clear();
    forget();
    if (way === 'board') openBedsFor(done.stayId, 'assign');
    else setTimeout(() => focusField('documentNumber'));
  };
  const newest = useRef(carryOut);
  useLayoutEffect(() => {
    newest.current = carryOut;
  });

  return {
    ...{ form, desk, known, proposed, decision, admission, someone, tried, finished, setFinished },
    nameMissing: !hasName(draft.name),
    admit: (way) => {
      // What the field under the cursor still holds back (a typed date) is taken first.
      flushSync(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      if (!admission.busy) void newest.current(way);
    },
    startAnew: () => {
      forget();
      form.startAnew();
    },
  };
}
