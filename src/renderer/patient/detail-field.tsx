import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type AdmissionDetails, LONGEST_NAME } from '#shared/contract/admission-details.ts';
import { CLASSIFICATIONS, DOCUMENT_TYPES, MOBILITIES, NEEDS, SEXES } from '#shared/contract/vocabulary.ts';
import { DateField } from '../ui/date-field.tsx';
import type { Field } from './field-text.ts';

interface Props<F extends Field> {
  id: string;
  field: F;
  details: AdmissionDetails;
  onChange(change: Partial<AdmissionDetails>): void;
  autoFocus?: boolean;
}

/** Longest texts of the contract, field by field. */
const LONGEST = {
  name: LONGEST_NAME,
  documentNumber: 40,
  phone: 40,
  address: 300,
  district: 60,
  street: 60,
  conditions: 500,
  companions: 200,
  emergencyContact: 120,
  emergencyPhone: 40,
  remarks: 1000,
} as const satisfies Partial<Record<Field, number>>;

/** The control for one field of a person's record: for the correction form, and for whoever else asks it. */
export function DetailField({ id, field, details, onChange, autoFocus = false }: Props<Field>) {
  const { t } = useTranslation();
  const full = { width: '100%' };
  switch (field) {
    case 'sex':
      return (
        <Select
          id={id}
          style={full}
          value={details.sex}
          options={SEXES.map((value) => ({ value, label: t(`vocabulary.sexes.${value}`) }))}
          onChange={(sex) => onChange({ sex })}
        />
      );
    case 'classification':
      return (
        <Select
          id={id}
          style={full}
          value={details.classification}
          options={CLASSIFICATIONS.map((value) => ({
            value,
            label: t(`vocabulary.classifications.${value}`),
          }))}
          onChange={(classification) => onChange({ classification })}
        />
      );
    case 'documentType':
      return (
        <Select
          id={id}
          style={full}
          value={details.documentType}
          options={DOCUMENT_TYPES.map((value) => ({ value, label: t(`vocabulary.documentTypes.${value}`) }))}
          onChange={(documentType) =>
            onChange({ documentType, ...(documentType === 'none' ? { documentNumber: null } : {}) })
          }
        />
      );
    case 'mobility':
      return (
        <Select
          id={id}
          style={full}
          value={details.mobility}
          options={MOBILITIES.map((value) => ({ value, label: t(`vocabulary.mobilities.${value}`) }))}
          onChange={(mobility) => onChange({ mobility })}
        />
      );
    case 'needs':
      return (
        <Select
          id={id}
          mode="multiple"
          style={full}
          value={details.needs}
          options={NEEDS.map((value) => ({ value, label: t(`vocabulary.needs.${value}`) }))}
          onChange={(needs) => onChange({ needs })}
        />
      );
    case 'birthDate':
    case 'firstPositiveDate':
      return <DateField id={id} value={details[field]} onChange={(day) => onChange({ [field]: day })} />;
    case 'vaccineDoses':
      return (
        <InputNumber
          id={id}
          style={full}
          min={0}
          max={9}
          precision={0}
          value={details.vaccineDoses}
          onChange={(vaccineDoses) => onChange({ vaccineDoses })}
        />
      );
    case 'provisional':
      return (
        <Checkbox
          id={id}
          style={{ minHeight: 36, alignItems: 'center' }}
          checked={details.provisional}
          onChange={(event) => onChange({ provisional: event.target.checked })}
        >
          {t('ui.yes')}
        </Checkbox>
      );
    case 'conditions':
    case 'remarks':
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={LONGEST[field]}
          value={details[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      );
    case 'documentNumber':
      return (
        <Input
          id={id}
          maxLength={LONGEST[field]}
          value={details.documentNumber ?? ''}
          disabled={details.documentType === 'none'}
          onChange={(event) => onChange({ documentNumber: event.target.value || null })}
        />
      );
    default:
      return (
        <Input
          id={id}
          autoFocus={autoFocus}
          maxLength={LONGEST[field]}
          value={details[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      );
  }
}
