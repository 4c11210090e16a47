import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { LONGEST_NAME } from '#shared/contract/admission-details.ts';
import { SEXES } from '#shared/contract/vocabulary.ts';
import { readPhone } from '#shared/rules/phone.ts';
import { DateField } from '../ui/date-field.tsx';
import { isProvisional } from './admit-draft.ts';
import { Choices } from './choices.tsx';
import { Field } from './field.tsx';
import type { AdmitForm } from './use-admit-form.ts';

interface Props {
  form: AdmitForm;
  nameError: string | null;
}

/** Who it is, and how to reach them. */
export function PersonPart({ form, nameError }: Props) {
  const { t } = useTranslation();
  const { draft, change, age, told } = form;
  const strange = draft.phone !== '' && !readPhone(draft.phone).plausible;
  return (
    <>
      <Field
        name="name"
        label={t('fields.name')}
        span={4}
        error={nameError}
        aside={
          <Checkbox
            className="desk-provisional"
            title={`${t('fields.provisional')} (Alt+U)`}
            checked={isProvisional(draft)}
            onChange={(event) => change({ provisional: event.target.checked })}
          >
            {t('admit.name.provisional')}
          </Checkbox>
        }
      >
        {({ input, says }) => (
          <Input
            id={input}
            autoComplete="off"
            maxLength={LONGEST_NAME}
            value={draft.name}
            placeholder={t('admit.name.example')}
            status={nameError ? 'error' : ''}
            aria-invalid={nameError !== null}
            aria-describedby={says}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field name="sex" label={t('fields.sex')} span={5} aside={told.sex && <ByDocument />}>
        {({ label }) => (
          <Choices
            labelledBy={label}
            options={SEXES.map((value) => ({ value, label: t(`vocabulary.sexes.${value}`) }))}
            chosen={[draft.sex]}
            disabled={told.sex}
            onChange={([sex]) => sex && change({ sex })}
          />
        )}
      </Field>
      <Field
        name="birthDate"
        label={t('fields.birthDate')}
        span={3}
        aside={age !== null && <strong>{t('ui.years', { age })}</strong>}
      >
        {({ input }) => (
          <DateField
            id={input}
            placeholder="19800101"
            value={draft.birthDate}
            disabled={told.birthDate}
            onChange={(birthDate) => change({ birthDate })}
          />
        )}
      </Field>
      <Field name="phone" label={t('fields.phone')} span={4} warning={strange && t('admit.phone.strange')}>
        {({ input, says }) => (
          <Input
            id={input}
            autoComplete="off"
            inputMode="tel"
            maxLength={40}
            value={draft.phone}
            aria-describedby={says}
            onChange={(event) => change({ phone: event.target.value })}
          />
        )}
      </Field>
      <Field name="address" label={t('fields.address')} span={8}>
        {({ input }) => (
          <Input
            id={input}
            autoComplete="off"
            maxLength={300}
            value={draft.address}
            placeholder={t('admit.address.example')}
            onChange={(event) => form.setAddress(event.target.value)}
          />
        )}
      </Field>
      <Place form={form} name="district" />
      <Place form={form} name="street" />
    </>
  );
}

function ByDocument() {
  const { t } = useTranslation();
  return <span className="desk-quiet">{t('admit.document.told')}</span>;
}

/** District and street: read out of the address until somebody types them. */
function Place({ form, name }: { form: AdmitForm; name: 'district' | 'street' }) {
  const { t } = useTranslation();
  return (
    <Field name={name} label={t(`fields.${name}`)} span={4}>
      {({ input }) => (
        <Input
          id={input}
          autoComplete="off"
          maxLength={60}
          value={form.draft[name]}
          onChange={(event) => form.change({ [name]: event.target.value, placeByHand: true })}
        />
      )}
    </Field>
  );
}
