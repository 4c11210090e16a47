import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certainOf, sortOut } from '#renderer/discharge/find-candidates.ts';
import type { SearchHit } from '#shared/contract/stays.ts';
import { bedId, stayId } from '#shared/contract/values.ts';

const hit = (some: Partial<SearchHit>): SearchHit => ({
  ...{
    kind: 'stay',
    stayId: stayId.parse(randomUUID()),
    bedId: null,
    name: '张伟',
    number: 1,
    bed: 'A-01-01',
  },
  ...{ status: 'in-house', sex: 'male', age: 40, documentTail: '1234', phone: '' },
  ...{ arrivedAt: null, leftAt: null, matched: 'name' },
  ...some,
});

describe('putting somebody on the list by scanning or typing', () => {
  it('takes those in a bed and those who wait, and knows who has left', () => {
    const found = sortOut('zhang', [
      hit({ name: '张一' }),
      hit({ name: '张二', status: 'waiting', bed: '' }),
      hit({ name: '张三', status: 'left', bed: '' }),
      hit({ kind: 'bed', stayId: null, bedId: bedId.parse(randomUUID()), name: '', status: null }),
    ]);
    expect(found.present.map(({ hit: one }) => one.name)).toEqual(['张一', '张二']);
    expect(found.gone.map(({ name }) => name)).toEqual(['张三']);
  });

  it('names the patient of a bed once, although bed and name were found', () => {
    const id = stayId.parse(randomUUID());
    const found = sortOut('a0101', [hit({ kind: 'bed', stayId: id, matched: 'bed' }), hit({ stayId: id })]);
    expect(found.present).toHaveLength(1);
  });

  it('is certain of a number, of the only one there is, and of nothing else', () => {
    const scanned = hit({ matched: 'document', name: '王芳' });
    expect(certainOf(sortOut('2', [scanned, hit({ matched: 'phone', status: 'left' })]))?.hit.name).toBe(
      '王芳',
    );
    expect(certainOf(sortOut('2', [hit({ matched: 'pinyin' }), scanned]))?.hit.name).toBe('王芳');
    expect(certainOf(sortOut('z', [hit({})]))).not.toBeNull();
    expect(certainOf(sortOut('z', [hit({}), hit({})]))).toBeNull();
    expect(certainOf(sortOut('2', [scanned, hit({ matched: 'document' })]))).toBeNull();
    expect(certainOf(sortOut('z', []))).toBeNull();
  });
});
