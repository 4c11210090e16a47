import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BADGE_SIGNS } from '#shared/rules/people-limits.ts';
import type { DeskStatus } from './session.ts';

export type Somebody = DeskStatus['people'][number];

interface Props {
  people: readonly Somebody[];
  typed: string;
  chosen: Somebody | null;
  invalid: boolean;
  describedBy: string;
  focusRef: Ref<InputRef>;
  onType(text: string): void;
  onChoose(one: Somebody): void;
  /** Enter on what is no name on the list: a badge, perhaps. */
  onOther(text: string): void;
}

/** The arrow keys lead below the edge of a long list. */
const showWhole = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' });

/** A name by its first letters, or a badge: whoever is meant is chosen with Enter. */
export function NameField(props: Props) {
  const { people, typed, chosen, onType, onChoose, onOther } = props;
  const { t } = useTranslation();
  const list = useId();
  /** Where the arrow keys stand; null while only letters say who is meant. */
  const [arrow, setArrow] = useState<number | null>(null);
  const text = typed.trim().toLowerCase();
  const found = people.filter(({ name }) => name.toLowerCase().includes(text));
  const open = chosen === null && found.length > 0;
  const isOnly = text !== '' || people.length === 1;
  const at =
    arrow ??
    (isOnly
      ? Math.max(
          0,
          found.findIndex(({ name }) => name.toLowerCase() === text),
        )
      : -1);
  const enter = () => {
    const one = chosen ?? found[at];
    if (one) onChoose(one);
    else onOther(typed.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') enter();
    else if (event.key === 'ArrowDown' && open) setArrow(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp' && open) setArrow(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className="desk-door-name">
      <label htmlFor={`${list}-field`}>{t('people.door.name')}</label>
      <Input
        id={`${list}-field`}
        ref={props.focusRef}
        size="large"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && found[at] ? `${list}-${at}` : undefined}
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        status={props.invalid ? 'error' : ''}
        placeholder={t('people.door.nameHint')}
        maxLength={BADGE_SIGNS}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setArrow(null);
          onType(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        role="listbox"
        id={list}
        aria-label={t('people.door.name')}
        className="desk-names desk-door-names"
        hidden={!open}
      >
        {found.map((one, index) => (
          // The field above has the focus and moves through the list, as a combobox does.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={one.operatorId}
            id={`${list}-${index}`}
            ref={index === at && arrow !== null ? showWhole : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="desk-option"
            onClick={() => onChoose(one)}
          >
            {one.name}
          </div>
        ))}
      </div>
    </div>
  );
}
