import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AdmissionDetails, admissionDetails } from '#shared/contract/admission-details.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { DOCUMENT_FAULTS } from '#shared/messages/document-faults.ts';
import { fill } from '#shared/messages/fill.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { refusalOf } from '../client.ts';
import { language } from '../i18n/index.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { LateEntryControl, useLateEntry } from '../ui/late-entry.tsx';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { nowInstant } from '../ui/time.ts';
import { type Change, changedFields, documentFault, filledFromDocument } from './correction.ts';
import { DetailField } from './detail-field.tsx';
import { FIELD_GROUPS, type Field } from './field-text.ts';

export interface Correction {
  /** The version that was on screen when the correction began. */
  version: number;
  change: Change;
  reason: string;
}

interface Props {
  stay: StayRow;
  correction: Correction;
  onChange(correction: Partial<Correction>): void;
  onDone(): void;
}

const detailsOf = (stay: StayRow): AdmissionDetails => admissionDetails.strip().parse(stay);

/** Correct or complete: every field can be, only what was changed is sent, and it is refused if stale. */
export function CorrectionForm({ stay, correction, onChange, onDone }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const id = useId();
  const correct = useAct('stays.correct');
  const late = useLateEntry();
  const [tried, setTried] = useState(false);
  const record = detailsOf(stay);
  const details = { ...record, ...correction.change };
  const change = changedFields(record, correction.change);
  const count = Object.keys(change).length;
  const today = localDateOf(nowInstant(), timeZone);
  const fault = documentFault(details, today);
  const isStale = refusalOf(correct.refused)?.code === 'stale';

  const set = (some: Change) =>
    onChange({ change: filledFromDocument(details, { ...correction.change, ...some }, today) });

  const save = async () => {
    setTried(true);
    const when = late.read();
    if (!when.ok || details.name.trim() === '' || count === 0 || correct.busy) return;
    const answer = await correct.run(
      { stayId: stay.stayId, expectedVersion: correction.version, details: change },
      {
        happenedAt: when.happenedAt,
        reason: correction.reason.trim() || undefined,
        says: (say) => say('patient.details.saved', { name: details.name }),
        quiet: true,
      },
    );
    if (answer.ok) onDone();
  };
  useKeys(t('patient.title'), [
    { keys: 'Ctrl+S', does: t('patient.details.save'), run: () => void save() },
    { keys: 'Escape', does: t('ui.cancel'), run: onDone, inFields: true },
  ]);

  const wrong = (field: Field): string => {
    if (field === 'name' && tried && details.name.trim() === '') return t('patient.details.nameMissing');
    return field === 'documentNumber' && fault ? fill(DOCUMENT_FAULTS[fault], language()) : '';
  };
  return (
    <form
      className="desk-details"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {FIELD_GROUPS.map(({ name, fields }) => (
        <fieldset key={name} className="desk-details-group">
          <legend>{t(`patient.details.${name}`)}</legend>
          {fields.map((field) => (
            <div key={field} className="desk-detail" data-changed={field in change}>
              <label htmlFor={`${id}-${field}`}>{t(`fields.${field}`)}</label>
              <div>
                <DetailField
                  id={`${id}-${field}`}
                  field={field}
                  details={details}
                  onChange={set}
                  autoFocus={field === 'name'}
                />
                <FieldError>{wrong(field)}</FieldError>
              </div>
            </div>
          ))}
        </fieldset>
      ))}
      <RefusedNotice refused={correct.refused} />
      <div className="desk-details-acts">
        <LateEntryControl value={late.late} onChange={late.setLate} />
        <Input
          aria-label={t('patient.details.reason')}
          placeholder={t('patient.details.reason')}
          maxLength={300}
          value={correction.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
        <span className="desk-quiet">
          {count === 0 ? t('patient.details.nothing') : t('patient.details.changed', { count })}
        </span>
        <Button onClick={onDone}>
          {t('ui.cancel')} <kbd>Esc</kbd>
        </Button>
        {isStale ? (
          <Button
            type="primary"
            onClick={() => {
              onChange({ version: stay.version });
              correct.clear();
            }}
          >
            {t('patient.details.latest')}
          </Button>
        ) : (
          <Button type="primary" htmlType="submit" loading={correct.busy} disabled={count === 0}>
            {t('patient.details.save')} <kbd>Ctrl+S</kbd>
          </Button>
        )}
      </div>
    </form>
  );
}
