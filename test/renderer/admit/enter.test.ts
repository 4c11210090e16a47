import { expect, test } from 'vitest';
import { afterEnter, type FieldName } from '#renderer/admit/field-order.ts';
import { readStrayScan } from '#renderer/admit/stray-scan.ts';
import { checkCharacterOf } from '#shared/rules/id-card.ts';
import type { LocalDate } from '#shared/rules/instant.ts';

const TODAY = '2022-04-05' as LocalDate;
const ID = `22020219900525012${checkCharacterOf('22020219900525012')}`;

const empty =
  (...fields: FieldName[]) =>
  (field: FieldName) =>
    fields.includes(field);

test('Enter leads to the next field that matters and is empty', () => {
  expect(afterEnter('documentNumber', empty('name', 'phone'))).toEqual({ to: 'field', field: 'name' });
  expect(afterEnter('name', empty('sex', 'phone', 'remarks'))).toEqual({ to: 'field', field: 'sex' });
  expect(afterEnter('name', empty('phone', 'remarks'))).toEqual({ to: 'field', field: 'phone' });
});

test('fields that can wait are left to Tab', () => {
  expect(afterEnter('phone', empty('district', 'firstPositiveDate', 'companions', 'remarks'))).toEqual({
    to: 'button',
  });
});

test('Enter in the last field that matters, and in those after it, admits', () => {
  expect(afterEnter('conditions', empty('conditions', 'remarks'))).toEqual({ to: 'admission' });
  expect(afterEnter('remarks', empty())).toEqual({ to: 'admission' });
});

test('the Enter of a scanner never admits by itself', () => {
  expect(afterEnter('documentNumber', empty())).toEqual({ to: 'button' });
});

test('a scan into another field is recognised by its check character', () => {
  expect(readStrayScan(ID, TODAY)).toEqual({ id: ID, rest: '' });
  expect(readStrayScan(`张三 ${ID.toLowerCase()}`, TODAY)).toEqual({ id: ID, rest: '张三' });
  const wrong = ID.slice(0, 17) + (ID.endsWith('1') ? '2' : '1');
  expect(readStrayScan(wrong, TODAY)).toBeNull();
  expect(readStrayScan('13904321234', TODAY)).toBeNull();
});
