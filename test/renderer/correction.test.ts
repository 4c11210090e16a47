import { describe, expect, it } from 'vitest';
import { changedFields, documentFault, filledFromDocument } from '#renderer/patient/correction.ts';
import { type AdmissionDetails, BLANK_DETAILS } from '#shared/contract/admission-details.ts';
import { type LocalDate, parseLocalDate } from '#shared/rules/instant.ts';

const day = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (!date) throw new Error(text);
  return date;
};
const TODAY = day('2022-04-05');
const RECORD: AdmissionDetails = { ...BLANK_DETAILS, name: '张三', phone: '13800138000' };

describe('a correction', () => {
  it('sends what differs and nothing else', () => {
    expect(changedFields(RECORD, { name: '张三丰', phone: '13800138000', needs: [] })).toEqual({
      name: '张三丰',
    });
  });

  it('sends nothing when everything was put back', () => {
    expect(changedFields(RECORD, { name: '张三' })).toEqual({});
  });

  it('fills sex and birth date from a resident ID where they are not known', () => {
    expect(filledFromDocument(RECORD, { documentNumber: '11010519491231002x' }, TODAY)).toEqual({
      documentNumber: '11010519491231002x',
      sex: 'female',
      birthDate: '1949-12-31',
    });
  });

  it('leaves what is known alone', () => {
    const known: AdmissionDetails = { ...RECORD, sex: 'male', birthDate: day('1950-01-01') };
    const change = { documentNumber: '11010519491231002X' };
    expect(filledFromDocument(known, change, TODAY)).toEqual(change);
  });

  it('says what is wrong with a resident ID, and nothing of other documents', () => {
    expect(documentFault({ ...RECORD, documentNumber: '110105194912310021' }, TODAY)).toBe('check-character');
    expect(
      documentFault({ ...RECORD, documentType: 'passport', documentNumber: 'E12345678' }, TODAY),
    ).toBeNull();
    expect(documentFault(RECORD, TODAY)).toBeNull();
  });
});
