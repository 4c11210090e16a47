import { describe, expect, it } from 'vitest';
import { readItemLines } from '#renderer/zones/item-lines.ts';

const OXYGEN = { item: 'oxygen', zh: '氧气可用', en: 'Oxygen works' };
const BEDS = { item: 'beds', zh: '床位', en: 'Beds' };
const keysOf = (text: string, before = [OXYGEN, BEDS]) => readItemLines(text, before).map(({ key }) => key);

describe('a line of the readiness list as it was typed', () => {
  it('is the same item while one of its names stands, wherever it is', () => {
    expect(keysOf('床位 | Beds and lockers\n氧气、吸引器可用 | Oxygen works')).toEqual(['beds', 'oxygen']);
  });

  it('is another item with other names, even in the same place of a list as long', () => {
    expect(keysOf('消防通道 | Fire exits\n床位 | Beds')).toEqual(['own-1', 'beds']);
  });

  it('never takes the key of another item that shares one of its names', () => {
    const twins = [OXYGEN, { item: 'cylinders', zh: '氧气瓶', en: 'Oxygen works' }];
    expect(keysOf('氧气瓶 | Oxygen works', twins)).toEqual(['cylinders']);
  });
});
