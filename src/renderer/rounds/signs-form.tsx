import { Input } from 'antd';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { News2Score, Observation } from '#shared/contract/rounds.ts';
import { type Age, isChild } from '#shared/rules/severity.ts';
import { FieldError } from '../ui/notices.tsx';
import { ChoiceField } from './choice-field.tsx';
import { FaultLine } from './fault-line.tsx';
import { lastValue } from './last-value.ts';
import { measureOf } from './measure.ts';
import { FieldPoints } from './points.tsx';
import {
  asRead,
  type FormField,
  faultsOf,
  fieldsFor,
  type SignsDraft,
  withConfirmed,
} from './signs-draft.ts';
import { readStrayScan } from './typing.ts';
import { useBedsideScan } from './use-bedside-scan.ts';
import { TEXT_FIELDS, type TextField, usualOf } from './usual-answers.ts';

export interface SignsFormHandle {
  focus(): void;
  /** False, with the keyboard at the field, where something cannot be saved as it stands. */
  isReady(): boolean;
}

interface Props {
  draft: SignsDraft;
  onChange(change: Partial<SignsDraft>): void;
  age: Age;
  protocol: Protocol;
  last: Observation | null;
  score: News2Score;
  /** Enter on the last field. */
  onEnd(): void;
  onScan?(scan: string): Promise<boolean>;
  ref?: Ref<SignsFormHandle>;
}

const isTextField = (field: FormField): field is TextField => TEXT_FIELDS.some((one) => one === field);

/** The signs of one moment. Enter goes on; on a choice that nobody made it takes the first word, the usual one. */
export function SignsForm(props: Props) {
  const { draft, onChange, age, protocol, last, score, onEnd, onScan } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  const [shown, setShown] = useState<readonly FormField[]>([]);
  const [nobody, setNobody] = useState('');
  const fields = fieldsFor(draft, isChild(age, protocol));
  const faults = faultsOf(draft, age.years);

  const focus = (field: FormField | undefined) => {
    const place = box.current?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    const target = place?.querySelector<HTMLElement>('input, textarea, button[tabindex="0"]');
    target?.focus();
    if (target instanceof HTMLInputElement) target.select();
  };
  const show = (field: FormField) => setShown((all) => (all.includes(field) ? all : [...all, field]));
  const change = (field: FormField, more: Partial<SignsDraft>) => {
    setShown((all) => all.filter((one) => one !== field));
    setNobody('');
    onChange(more);
  };
  useImperativeHandle(props.ref, () => ({
    focus: () => focus(fields[0]),
    isReady: () => {
      const bad = fields.find((field) => faults[field]);
      if (bad === undefined) return true;
      show(bad);
      focus(bad);
      return false;
    },
  }));
  const scanned = async (scan: string) => {
    if (onScan) setNobody((await onScan(scan)) ? '' : scan);
  };
  const onScanKeys = useBedsideScan(scanned);

  /** What was typed stands there as it was read: 368 becomes 36.8. */
  const onLeave = (field: TextField) => {
    if (draft[field].trim() === '') return;
    show(field);
    const read = asRead(draft, field);
    if (read !== null && read !== draft[field]) onChange({ [field]: read });
  };
  const onEnter = (field: FormField, target: HTMLElement) => {
    const stray = onScan && target instanceof HTMLInputElement ? readStrayScan(target.value) : null;
    if (stray && (field !== 'note' || stray.rest === '')) {
      onChange({ [field]: stray.rest });
      void scanned(stray.scan);
      return;
    }
    const fault = faults[field];
    if (fault) {
      if (fault.kind !== 'unusual' || !shown.includes(field)) return show(field);
      onChange({ confirmed: withConfirmed(draft, fault) });
    }
    // At once, so that the next digit is already the next field's; the oxygen flow is there once oxygen was chosen.
    flushSync(() => onChange(usualOf(field, draft)));
    const next = fieldsFor({ ...draft, ...usualOf(field, draft) }, isChild(age, protocol));
    const to = next[next.indexOf(field) + 1];
    if (to) focus(to);
    else onEnd();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (onScanKeys(event)) return;
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest('[data-answer]')) return;
    const field = fields.find(
      (one) => one === (event.target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset.field,
    );
    if (!field) return;
    event.preventDefault();
    event.stopPropagation();
    onEnter(field, event.target);
  };

  return (
    <fieldset className="desk-signs" ref={box} aria-label={t('rounds.title')} onKeyDown={onKeyDown}>
      {fields.map((field) => {
        const fault = shown.includes(field) ? faults[field] : undefined;
        const label = t(`rounds.fields.${field}`);
        return (
          <div key={field} className="desk-sign" data-field={field} data-wide={!isTextField(field)}>
            <label id={`${id}-${field}-label`} htmlFor={`${id}-${field}`}>
              {label}
            </label>
            {isTextField(field) ? (
              <Input
                id={`${id}-${field}`}
                inputMode="decimal"
                autoComplete="off"
                suffix={measureOf(field, t)}
                value={draft[field]}
                maxLength={20}
                status={fault ? (fault.kind === 'unusual' ? 'warning' : 'error') : ''}
                aria-invalid={fault !== undefined}
                aria-describedby={`${id}-${field}-says`}
                onChange={(event) => change(field, { [field]: event.target.value })}
                onBlur={() => onLeave(field)}
              />
            ) : (
              <ChoiceField
                field={field}
                inputId={`${id}-${field}`}
                labelledBy={`${id}-${field}-label`}
                draft={draft}
                child={isChild(age, protocol)}
                onChange={(more) => change(field, more)}
              />
            )}
            <span className="desk-sign-last desk-quiet">
              {last &&
                lastValue(field, last, t) !== '' &&
                t('rounds.last', { value: lastValue(field, last, t) })}
            </span>
            <FieldPoints field={field} score={score} />
            {fault && (
              <FaultLine
                id={`${id}-${field}-says`}
                fault={fault}
                unit={isTextField(field) ? measureOf(field, t) : ''}
                onConfirm={() => {
                  onChange({ confirmed: withConfirmed(draft, fault) });
                  focus(field);
                }}
              />
            )}
          </div>
        );
      })}
      <FieldError>{nobody && t('rounds.scanNobody', { text: nobody })}</FieldError>
    </fieldset>
  );
}
