import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CLASSIFICATIONS, MOBILITIES, NEEDS } from '#shared/contract/vocabulary.ts';
import { keyGroupsOf } from '#shared/rules/key-groups.ts';
import { readPhone } from '#shared/rules/phone.ts';
import { DateField } from '../ui/date-field.tsx';
import { AlertMark } from '../ui/state-mark.tsx';
import { Choices } from './choices.tsx';
import { Field } from './field.tsx';
import type { FieldName } from './field-order.ts';
import type { AdmitForm } from './use-admit-form.ts';

/** How ill, since when, what else there is, and what is needed. */
export function StayPart({ form }: { form: AdmitForm }) {
  const { t } = useTranslation();
  const { draft, change, today } = form;
  const early = draft.firstPositiveDate !== null && draft.firstPositiveDate > today;
  return (
    <>
      <Field
        name="firstPositiveDate"
        label={t('fields.firstPositiveDate')}
        span={4}
        warning={early && t('admit.firstPositive.future')}
      >
        {({ input }) => (
          <DateField
            id={input}
            placeholder="20220403"
            value={draft.firstPositiveDate}
            onChange={(firstPositiveDate) => change({ firstPositiveDate })}
          />
        )}
      </Field>
      <Field name="classification" label={t('fields.classification')} span={12}>
        {({ label }) => (
          <Choices
            labelledBy={label}
            options={CLASSIFICATIONS.map((value) => ({
              value,
              label: t(`vocabulary.classifications.${value}`),
            }))}
            chosen={[draft.classification]}
            onChange={([classification]) => classification && change({ classification })}
          />
        )}
      </Field>
      <Field name="conditions" label={t('fields.conditions')} span={12} aside={<KeyGroups form={form} />}>
        {({ input }) => (
          <Input
            id={input}
            autoComplete="off"
            maxLength={500}
            value={draft.conditions}
            placeholder={t('admit.conditions.example')}
            onChange={(event) => change({ conditions: event.target.value })}
          />
        )}
      </Field>
      <Field name="mobility" label={t('fields.mobility')} span={8}>
        {({ label }) => (
          <Choices
            labelledBy={label}
            options={MOBILITIES.map((value) => ({ value, label: t(`vocabulary.mobilities.${value}`) }))}
            chosen={[draft.mobility]}
            onChange={([mobility]) => mobility && change({ mobility })}
          />
        )}
      </Field>
      <Field name="vaccineDoses" label={t('fields.vaccineDoses')} span={4}>
        {({ input }) => (
          <Input
            id={input}
            autoComplete="off"
            inputMode="numeric"
            maxLength={1}
            value={draft.vaccineDoses ?? ''}
            placeholder="0–9"
            onChange={({ target: { value } }) => {
              if (value === '') change({ vaccineDoses: null });
              else if (/^\d$/.test(value)) change({ vaccineDoses: Number(value) });
            }}
          />
        )}
      </Field>
      <Field name="needs" label={t('fields.needs')} span={12}>
        {({ label }) => (
          <Choices
            several
            labelledBy={label}
            options={NEEDS.map((value) => ({ value, label: t(`vocabulary.needs.${value}`) }))}
            chosen={draft.needs}
            onChange={(needs) => change({ needs })}
          />
        )}
      </Field>
    </>
  );
}

/** Groups that the age, the conditions and the needs put somebody into, as they are typed. */
function KeyGroups({ form: { draft, age } }: { form: AdmitForm }) {
  const { t } = useTranslation();
  const groups = keyGroupsOf(draft, age);
  return (
    <span className="desk-key-groups" role="status">
      {groups.length > 0 && <AlertMark label={t('admit.keyGroups')} />}
      {groups.map((group) => (
        <span key={group} className="desk-key-group">
          {t(`vocabulary.keyGroups.${group}`)}
        </span>
      ))}
    </span>
  );
}

const LONGEST = { companions: 200, emergencyContact: 120, emergencyPhone: 40, remarks: 1000 } as const;
type Words = keyof typeof LONGEST & FieldName;

/** Who came along, whom to call, anything else. */
export function WordsField({ form, name, span }: { form: AdmitForm; name: Words; span: 4 | 6 }) {
  const { t } = useTranslation();
  const value = form.draft[name];
  const strange = name === 'emergencyPhone' && value !== '' && !readPhone(value).plausible;
  return (
    <Field name={name} label={t(`fields.${name}`)} span={span} warning={strange && t('admit.phone.strange')}>
      {({ input, says }) => (
        <Input
          id={input}
          autoComplete="off"
          maxLength={LONGEST[name]}
          value={value}
          aria-describedby={says}
          onChange={(event) => form.change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}
