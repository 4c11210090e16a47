import { CheckCircleFilled } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_TYPES } from '#shared/contract/vocabulary.ts';
import { DOCUMENT_FAULTS } from '#shared/messages/document-faults.ts';
import { fill } from '#shared/messages/fill.ts';
import { tidyDocumentNumber } from '#shared/rules/id-card.ts';
import { type DocumentReading, guessDocumentType, readDocument } from '#shared/rules/identity-document.ts';
import { language } from '../i18n/index.ts';
import { Field } from './field.tsx';
import { focusField } from './field-order.ts';
import type { AdmitForm } from './use-admit-form.ts';

interface Props {
  form: AdmitForm;
  /** Enter was pressed in it, or it was left: only then is a number too short a fault. */
  finished: boolean;
  onFinished(finished: boolean): void;
}

export const DOCUMENT_TYPE_BOX = 'admit-document-type';

/** The document: a scanner types it, and everything that it tells stands there at once. */
export function DocumentPart({ form, finished, onFinished }: Props) {
  const { t } = useTranslation();
  const { draft, reading } = form;
  const old = converted(reading, draft.documentNumber);
  const fault = faultOf(reading, draft.documentNumber, finished);
  const without = draft.documentType === 'none';
  return (
    <>
      <div className="desk-field" data-span={4}>
        <div className="desk-field-label">
          <label htmlFor={DOCUMENT_TYPE_BOX}>{t('fields.documentType')}</label>
          <kbd>Alt+D</kbd>
        </div>
        <Select
          id={DOCUMENT_TYPE_BOX}
          size="large"
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.documentType}
          options={DOCUMENT_TYPES.map((value) => ({ value, label: t(`vocabulary.documentTypes.${value}`) }))}
          onChange={(documentType) => {
            form.setDocument({ documentType, ...(documentType === 'none' ? { documentNumber: '' } : {}) });
            setTimeout(() => focusField(documentType === 'none' ? 'name' : 'documentNumber'));
          }}
        />
      </div>
      <Field
        name="documentNumber"
        label={t('fields.documentNumber')}
        span={8}
        error={fault && <Fault fault={fault} form={form} />}
        warning={old && t('admit.document.converted', { number: old })}
      >
        {({ input, says }) => (
          <Input
            id={input}
            size="large"
            className="desk-document-number"
            autoFocus
            autoComplete="off"
            maxLength={40}
            disabled={without}
            value={draft.documentNumber}
            placeholder={t(without ? 'admit.document.without' : 'admit.document.placeholder')}
            status={fault ? 'error' : ''}
            aria-invalid={fault !== null}
            aria-describedby={says}
            suffix={<Told form={form} />}
            onChange={(event) => {
              onFinished(false);
              form.setDocument({ documentNumber: event.target.value });
            }}
            onBlur={() => onFinished(true)}
          />
        )}
      </Field>
    </>
  );
}

type Fault = Extract<DocumentReading, { ok: false }>['fault'];

function faultOf(reading: DocumentReading, typed: string, finished: boolean): Fault | null {
  if (reading.ok || typed.trim() === '' || reading.fault === 'missing') return null;
  const unfinished = reading.fault === 'length' || reading.fault === 'format';
  const tooLong = reading.fault === 'length' && tidyDocumentNumber(typed).length > 18;
  return unfinished && !finished && !tooLong ? null : reading.fault;
}

/** What the document says of its holder, right behind the number. */
function Told({ form: { reading, age } }: { form: AdmitForm }) {
  const { t } = useTranslation();
  if (!reading.ok || reading.number === null) return <span />;
  const { sex, birthDate } = reading;
  const words = [sex && t(`vocabulary.sexes.${sex}`), birthDate && age !== null && t('ui.years', { age })];
  return (
    <span className="desk-document-told" role="status">
      {words.filter(Boolean).join(' · ')} <CheckCircleFilled aria-hidden />
    </span>
  );
}

/** An old number of 15 digits as it is written today. */
function converted(reading: DocumentReading, typed: string): string | null {
  const isOld = tidyDocumentNumber(typed).length === 15;
  return reading.ok && isOld && reading.number?.length === 18 ? reading.number : null;
}

/** What is wrong with the number, and the ways out. */
function Fault({ fault, form }: { fault: Fault; form: AdmitForm }) {
  const { t } = useTranslation();
  const { draft, today } = form;
  const guess = guessDocumentType(draft.documentNumber);
  const fits = guess !== draft.documentType && readDocument(guess, draft.documentNumber, today).ok;
  return (
    <>
      {t('admit.document.wrong', { problem: fill(DOCUMENT_FAULTS[fault], language()) })}
      <span className="desk-field-ways">
        {fits && (
          <Button size="small" onClick={() => form.setDocument({ documentType: guess })}>
            {t('admit.document.itIs', { type: t(`vocabulary.documentTypes.${guess}`) })}
          </Button>
        )}
        <Button size="small" onClick={form.putNumberAside}>
          {t('admit.document.later')}
        </Button>
      </span>
    </>
  );
}
