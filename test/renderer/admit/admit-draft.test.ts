import { expect, test } from 'vitest';
import {
  type AdmitDraft,
  ageOf,
  BLANK_DRAFT,
  detailsOf,
  hasSomebody,
  isProvisional,
  readingOf,
  withAddress,
  withDocument,
  withRecord,
} from '#renderer/admit/admit-draft.ts';
import { BLANK_DETAILS } from '#shared/contract/admission-details.ts';
import { checkCharacterOf } from '#shared/rules/id-card.ts';
import type { LocalDate } from '#shared/rules/instant.ts';

const TODAY = '2022-04-05' as LocalDate;
const id = (first17: string) => first17 + checkCharacterOf(first17);
const WOMAN = id('22020219900525012');
const MAN = id('22020219580512351');

const typed = (...numbers: string[]): AdmitDraft =>
  numbers.reduce((draft, documentNumber) => withDocument(draft, { documentNumber }, TODAY), BLANK_DRAFT);

test('a resident ID fills sex and birth date as soon as its last character stands there', () => {
  expect(typed(WOMAN.slice(0, 17))).toMatchObject({ sex: 'unknown', birthDate: null });
  const draft = typed(WOMAN);
  expect(draft).toMatchObject({ sex: 'female', birthDate: '1990-05-25' });
  expect(ageOf(draft, TODAY)).toBe(31);
});

test('an ID of 15 digits is written out in 18', () => {
  const draft = typed('220202580512351');
  expect(draft).toMatchObject({ sex: 'male', birthDate: '1958-05-12' });
  expect(detailsOf({ ...draft, name: '张三' }, TODAY).documentNumber).toBe(id('22020219580512351'));
});

test('what a number told goes with it', () => {
  const draft = typed(WOMAN, WOMAN.slice(0, 5));
  expect(draft).toMatchObject({ sex: 'unknown', birthDate: null, filled: {} });
});

test('what the nurse typed over stays when the number goes', () => {
  const passport = withDocument(
    BLANK_DRAFT,
    { documentType: 'passport', documentNumber: 'E12345678' },
    TODAY,
  );
  const known = withRecord(passport, { ...BLANK_DETAILS, name: '李红', phone: '13900000000' }, 'E12345678');
  const changed = withDocument({ ...known, phone: '13911111111' }, { documentNumber: 'E1234' }, TODAY);
  expect(changed).toMatchObject({ name: '', phone: '13911111111' });
});

test('a residence permit typed as a resident ID changes the kind, and back again', () => {
  const permit = id('81000019900525012');
  expect(typed(permit).documentType).toBe('region-residence-permit');
  expect(typed(permit, WOMAN)).toMatchObject({ documentType: 'resident-id', sex: 'female' });
});

test('a record fills what is empty and nothing else', () => {
  const record = {
    ...BLANK_DETAILS,
    name: '王强',
    sex: 'male' as const,
    address: '丰满区青岛街道31号楼',
    district: '丰满区',
    classification: 'severe' as const,
    remarks: '上次的备注',
    needs: ['dialysis' as const, 'late-pregnancy' as const],
  };
  const draft = withRecord({ ...typed(MAN), name: '王小强' }, record, MAN);
  expect(draft).toMatchObject({
    name: '王小强',
    address: '丰满区青岛街道31号楼',
    district: '丰满区',
    needs: ['dialysis'],
    recalled: MAN,
  });
  // New each time: how ill somebody is, and what was remarked.
  expect(draft).toMatchObject({ classification: 'unknown', remarks: '' });
});

test('an address tells district and street until somebody types those', () => {
  const address = '吉林市丰满区青岛街道31号楼5单元';
  expect(withAddress(BLANK_DRAFT, address)).toMatchObject({ district: '丰满区', street: '青岛街道' });
  const byHand = { ...BLANK_DRAFT, district: '船营区', placeByHand: true };
  expect(withAddress(byHand, address)).toMatchObject({ address, district: '船营区', street: '' });
});

test('a name that says nobody knows makes the identity provisional, unless somebody says otherwise', () => {
  expect(isProvisional({ name: '不详，3号车12座', provisional: null })).toBe(true);
  expect(isProvisional({ name: 'unknown, bus 3 seat 12', provisional: null })).toBe(true);
  expect(isProvisional({ name: '张三', provisional: null })).toBe(false);
  expect(isProvisional({ name: '不详，3号车12座', provisional: false })).toBe(false);
});

test('nothing but a name is enough', () => {
  const details = detailsOf({ ...BLANK_DRAFT, name: ' 不详，3号车12座 ' }, TODAY);
  expect(details).toMatchObject({ name: '不详,3号车12座', documentNumber: null, provisional: true });
});

test('what is sent is tidied: phones, blanks in names', () => {
  const details = detailsOf({ ...typed(WOMAN), name: ' 曹 琳 慧', phone: '159 3263-9108' }, TODAY);
  expect(details).toMatchObject({
    name: '曹琳慧',
    phone: '15932639108',
    sex: 'female',
    documentNumber: WOMAN,
  });
});

test('a bed is looked for once there is a whole number, a name, or a sex', () => {
  const has = (draft: AdmitDraft) => hasSomebody(draft, readingOf(draft, TODAY));
  expect(has(BLANK_DRAFT)).toBe(false);
  expect(has(typed(WOMAN.slice(0, 17)))).toBe(false);
  expect(has(typed(WOMAN))).toBe(true);
  expect(has({ ...BLANK_DRAFT, name: '张' })).toBe(true);
  expect(has({ ...BLANK_DRAFT, sex: 'male' })).toBe(true);
});
