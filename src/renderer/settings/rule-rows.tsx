import { InputNumber, Radio, Slider } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_SETTINGS } from '#shared/contract/hospital-settings.ts';
import { FieldError } from '../ui/notices.tsx';
import type { Rules } from './rules-draft.ts';
import {
  boundsOf,
  CHOICES,
  type ChoiceField,
  flatten,
  type NumberField,
  type SettingField,
} from './setting-fields.ts';
import { settingTitle, settingValue } from './setting-words.ts';

const SHIPPED = flatten(DEFAULT_SETTINGS);

interface Props<Field extends SettingField> {
  rules: Rules;
  field: Field;
}

interface RowProps {
  rules: Rules;
  field: SettingField;
  labelled: string;
  control: ReactNode;
}

/** What it is called, what it does, its control, and whether it is as the program ships it. */
function Row({ rules, field, labelled, control }: RowProps) {
  const { t } = useTranslation();
  const changed = rules.changes.some((change) => change.field === field);
  const wrong = rules.wrong.includes(field);
  const bounds = field in CHOICES ? null : boundsOf(field as NumberField);
  return (
    <div className="desk-rule" data-changed={changed}>
      <div>
        <label id={labelled} htmlFor={`${labelled}-field`}>
          {settingTitle(field, t)}
        </label>
        <p className="desk-quiet">
          {t(`settings.hints.${field}`)}{' '}
          {t('settings.shipped', { value: settingValue(field, SHIPPED[field], t) })}
        </p>
      </div>
      <div>
        {control}
        <FieldError>{wrong && bounds && t('settings.outOfRange', bounds)}</FieldError>
      </div>
    </div>
  );
}

export function NumberRow({ rules, field }: Props<NumberField>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Row
      rules={rules}
      field={field}
      labelled={id}
      control={
        <span className="desk-rule-number">
          <Figure id={`${id}-field`} rules={rules} field={field} />
          {field === 'disinfectionMinutes'
            ? t('settings.units.minutes', { n: '' })
            : field === 'reservePerZone'
              ? t('settings.units.beds', { n: '' })
              : t('settings.units.years', { n: '' })}
        </span>
      }
    />
  );
}

function Figure({ id, rules, field }: Props<NumberField> & { id: string }) {
  const text = rules.form?.[field] ?? '';
  return (
    <InputNumber<string>
      id={id}
      stringMode
      style={{ width: 96 }}
      value={text}
      status={rules.wrong.includes(field) ? 'error' : ''}
      aria-invalid={rules.wrong.includes(field)}
      onChange={(value) => rules.set(field, value ?? '')}
    />
  );
}

/** 0 (not at all) to 100: by hand with the slider, to the point with the figure. */
export function WeightRow({ rules, field }: Props<NumberField>) {
  const { t } = useTranslation();
  const id = useId();
  const { min, max } = boundsOf(field);
  return (
    <Row
      rules={rules}
      field={field}
      labelled={id}
      control={
        <span className="desk-rule-weight">
          <Slider
            min={min}
            max={max}
            step={5}
            value={Number(rules.form?.[field] ?? 0) || 0}
            tooltip={{ open: false }}
            ariaLabelForHandle={settingTitle(field, t)}
            onChange={(value: number) => rules.set(field, String(value))}
          />
          <Figure id={`${id}-field`} rules={rules} field={field} />
        </span>
      }
    />
  );
}

export function ChoiceRow({ rules, field }: Props<ChoiceField>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Row
      rules={rules}
      field={field}
      labelled={id}
      control={
        <Radio.Group
          id={`${id}-field`}
          vertical
          aria-labelledby={id}
          value={rules.form?.[field]}
          onChange={(event) => rules.set(field, String(event.target.value))}
        >
          {CHOICES[field].map((word) => (
            <Radio key={word} value={word}>
              {settingValue(field, word, t)}
            </Radio>
          ))}
        </Radio.Group>
      }
    />
  );
}
