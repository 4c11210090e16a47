import type { TFunction } from 'i18next';
import { PATIENT_MARKS, type PatientMark } from '#shared/contract/clinical-vocabulary.ts';
import type { KeyReason } from '#shared/contract/rounds.ts';
import type { KeyGroup } from '#shared/contract/vocabulary.ts';

const isMark = (reason: KeyReason): reason is PatientMark => PATIENT_MARKS.some((mark) => mark === reason);

/** Why somebody is a key patient, in words. Dialysis and tumour are a mark as well as a group, and called the same. */
export const keyReasonWords = (reasons: readonly KeyReason[], t: TFunction): string =>
  reasons
    .map((reason) =>
      isMark(reason)
        ? t(`vocabulary.patientMarks.${reason}`)
        : t(`vocabulary.keyGroups.${reason satisfies KeyGroup}`),
    )
    .join(t('ui.listComma'));
