import { Button } from 'antd';
import { type KeyboardEvent, memo, type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReasonView } from '#shared/contract/allocation.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import { AlertMark } from '../../ui/state-mark.tsx';
import { useReasonText } from '../carry/reason-words.ts';
import type { Choice, ProposalDraft } from './proposal-draft.ts';
import '../people-list.css';

interface Props {
  people: readonly StayRow[];
  draft: ProposalDraft;
  /** Beds that somebody has taken meanwhile. */
  isGone(choice: Choice): boolean;
  active: StayId | null;
  onActive(stayId: StayId): void;
  onAlternative(stayId: StayId, at: number): void;
  /** To the plan, with this person in hand. */
  onPlan(stayId: StayId): void;
  onLeaveOut(stayId: StayId): void;
  ref?: Ref<{ focus(): void }>;
}

/** Everybody of the proposal with their bed and why; those without one come first. */
export function ProposalList(props: Props) {
  const { people, draft, active, onActive } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const rowOf = (stayId: StayId | null) =>
    list.current?.querySelector<HTMLElement>(`[data-stay="${stayId ?? ''}"]`);
  useImperativeHandle(props.ref, () => ({
    focus: () => (rowOf(active) ?? list.current?.querySelector<HTMLElement>('.desk-beds-row'))?.focus(),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    const here = people.findIndex(({ stayId }) => stayId === active);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: people.length - 1 }[event.key];
    const next = to === undefined ? undefined : people[Math.min(Math.max(to, 0), people.length - 1)];
    if (!next || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    onActive(next.stayId);
    rowOf(next.stayId)?.focus();
    rowOf(next.stayId)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <ul ref={list} className="desk-beds-list" aria-label={t('beds.proposal.list')} onKeyDown={onKeyDown}>
      {people.map((person, index) => {
        const { stayId, familyId } = person;
        const choice = draft.placed.get(stayId);
        return (
          <Row
            key={stayId}
            person={person}
            choice={choice}
            gone={choice !== undefined && props.isGone(choice)}
            unplaced={draft.unplaced.get(stayId)}
            leftOut={draft.leftOut.has(stayId)}
            active={stayId === active}
            inTabs={active === null ? index === 0 : stayId === active}
            inFamily={
              familyId !== null &&
              (people[index - 1]?.familyId === familyId || people[index + 1]?.familyId === familyId)
            }
            act={props}
          />
        );
      })}
    </ul>
  );
}

interface RowProps {
  person: StayRow;
  choice: Choice | undefined;
  gone: boolean;
  unplaced: readonly ReasonView[] | undefined;
  leftOut: boolean;
  active: boolean;
  inTabs: boolean;
  inFamily: boolean;
  act: Pick<Props, 'onActive' | 'onAlternative' | 'onPlan' | 'onLeaveOut'>;
}

const isSame = (before: RowProps, after: RowProps): boolean =>
  !after.active &&
  Object.entries(after).every(
    ([name, value]) =>
      name === 'act' || Object.entries(before).some(([was, old]) => was === name && Object.is(old, value)),
  );

const Row = memo(function Row({
  person,
  choice,
  gone,
  unplaced,
  leftOut,
  active,
  inTabs,
  inFamily,
  act,
}: RowProps) {
  const { t } = useTranslation();
  const say = useReasonText();
  const { stayId } = person;
  const sentences = (reasons: readonly ReasonView[]) => reasons.map(say).join(t('ui.listComma'));
  const mind = [...(choice?.against ?? []), ...(choice?.warnings ?? [])];
  const age = person.age === null ? '' : t('ui.years', { age: person.age });
  const state = gone || (!choice && !leftOut) ? 'none' : leftOut ? 'out' : mind.length > 0 ? 'mind' : 'well';
  return (
    <li data-family={inFamily} data-active={active} data-state={state}>
      <button
        type="button"
        className="desk-beds-row"
        data-stay={stayId}
        tabIndex={inTabs ? 0 : -1}
        aria-current={active}
        onFocus={() => !active && act.onActive(stayId)}
        onClick={() => act.onPlan(stayId)}
      >
        <span className="desk-beds-row-name">
          {person.keyGroups.length > 0 && <AlertMark label={t('beds.alert')} />}
          <bdi>{person.name}</bdi>
          <span className="desk-quiet">
            {t(`beds.sexShort.${person.sex}`)} {age}
          </span>
        </span>
        <span className="desk-beds-row-side">
          {choice?.byHand && <span className="desk-beds-tag">{t('beds.proposal.byHand')}</span>}
          <strong>{choice?.bed ?? t(leftOut ? 'beds.proposal.leftOut' : 'beds.proposal.noBed')}</strong>
        </span>
        {gone && <span className="desk-beds-row-bad">{t('beds.proposal.gone')}</span>}
        {unplaced && <span className="desk-beds-row-bad">{sentences(unplaced)}</span>}
        {mind.length > 0 && <span className="desk-beds-row-mind">{sentences(mind)}</span>}
        {choice && (active || mind.length === 0) && (
          <span className="desk-beds-row-facts">{sentences(choice.reasons)}</span>
        )}
      </button>
      {active && (
        <div className="desk-beds-others">
          {choice?.alternatives.slice(0, 3).map(({ bedId, bed, reasons }, at) => (
            <Button
              key={bedId}
              size="small"
              tabIndex={-1}
              title={sentences(reasons)}
              type={bedId === choice.bedId ? 'primary' : 'default'}
              onClick={() => act.onAlternative(stayId, at)}
            >
              <kbd>{at + 1}</kbd> {bed}
            </Button>
          ))}
          <Button size="small" tabIndex={-1} onClick={() => act.onPlan(stayId)}>
            {t('beds.proposal.onPlan')} <kbd>Enter</kbd>
          </Button>
          {!leftOut && (
            <Button size="small" tabIndex={-1} onClick={() => act.onLeaveOut(stayId)}>
              {t('beds.proposal.leaveOut')} <kbd>Del</kbd>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}, isSame);
