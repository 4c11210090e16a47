import { expect, test } from 'vitest';
import { convoyName, inDeskOrder, isCurrent } from '#renderer/convoys/convoy-order.ts';
import { readExpectedTime } from '#renderer/convoys/expected-time.ts';
import type { ConvoyView } from '#shared/contract/convoys.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';

const ZONE = 'Asia/Shanghai' as TimeZone;
const NOON = '2022-04-05T04:00:00.000Z' as Instant;

const expected = (text: string) => {
  const at = readExpectedTime(text, NOON, ZONE);
  return at && localOf(at, ZONE).slice(0, 16);
};

test('when a bus comes, as it is typed', () => {
  expect(expected('40')).toBe('2022-04-05T12:40');
  expect(expected('+40')).toBe('2022-04-05T12:40');
  expect(expected('１４３０')).toBe('2022-04-05T14:30');
  expect(expected('14:30')).toBe('2022-04-05T14:30');
  expect(expected('4-6 9:05')).toBe('2022-04-06T09:05');
  expect(expected('2022-04-07 09:05')).toBe('2022-04-07T09:05');
  expect(expected('soon')).toBeNull();
  expect(expected('25:00')).toBeNull();
});

test('a time just past is a bus that is late, one long past is tomorrow’s', () => {
  expect(expected('11:30')).toBe('2022-04-05T11:30');
  expect(expected('7:00')).toBe('2022-04-06T07:00');
});

const bus = (plate: string, facts: Partial<ConvoyView>): ConvoyView => ({
  convoyId: plate as never,
  plate,
  origin: '',
  people: 40,
  note: '',
  expectedAt: NOON,
  arrivedAt: null,
  admitted: 0,
  ...facts,
});

test('who stands outside comes first, then who is on the way, then the buses that are done', () => {
  const order = inDeskOrder([
    bus('done', { arrivedAt: '2022-04-05T01:00:00.000Z' as Instant, admitted: 40 }),
    bus('later', { expectedAt: '2022-04-05T06:00:00.000Z' as Instant }),
    bus('sooner', { expectedAt: '2022-04-05T05:00:00.000Z' as Instant }),
    bus('here', { arrivedAt: '2022-04-05T03:00:00.000Z' as Instant, admitted: 12 }),
  ]);
  expect(order.map(({ plate }) => plate)).toEqual(['here', 'sooner', 'later', 'done']);
});

test('buses of yesterday are left to the search', () => {
  expect(isCurrent(bus('a', { arrivedAt: '2022-04-04T04:00:00.000Z' as Instant }), NOON)).toBe(false);
  expect(isCurrent(bus('b', { arrivedAt: '2022-04-05T02:00:00.000Z' as Instant }), NOON)).toBe(true);
  expect(isCurrent(bus('c', {}), NOON)).toBe(true);
});

test('a bus is called by its plate and where it comes from', () => {
  expect(convoyName({ plate: '吉B·K5644', origin: '昌邑区' })).toBe('吉B·K5644 · 昌邑区');
  expect(convoyName({ plate: '3号车', origin: '' })).toBe('3号车');
});
