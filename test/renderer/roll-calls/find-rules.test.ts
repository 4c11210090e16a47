import { expect, it } from 'vitest';
import { whomEnterTakes } from '#renderer/roll-calls/find-rules.ts';
import type { SearchHit } from '#shared/contract/stays.ts';

const hit = (name: string) => ({ stayId: name, name }) as unknown as SearchHit;
const [zhangYi, zhangEr, liSan, liSi] = ['张一', '张二', '李三', '李四'].map(hit) as [
  SearchHit,
  SearchHit,
  SearchHit,
  SearchHit,
];

it('takes the only one found, whatever list was shown before', () => {
  expect(whomEnterTakes('李三', [liSan], { text: '张', hits: [zhangYi, zhangEr] }, 1)).toBe(liSan);
  expect(whomEnterTakes('李三', [liSan], null, 0)).toBe(liSan);
});

it('takes nobody by the list of another text: the new one is shown first', () => {
  expect(whomEnterTakes('李', [liSan, liSi], { text: '张', hits: [zhangYi, zhangEr] }, 0)).toBeNull();
  expect(whomEnterTakes('李', [liSan, liSi], null, 0)).toBeNull();
});

it('takes the one pointed at in the list of this very text, while they are still found', () => {
  expect(whomEnterTakes('李', [liSan, liSi], { text: '李', hits: [liSan, liSi] }, 1)).toBe(liSi);
  expect(whomEnterTakes('张', [zhangYi, zhangEr], { text: '张', hits: [liSan, zhangEr] }, 0)).toBeNull();
});

it('takes nobody where nobody is found', () => {
  expect(whomEnterTakes('王', [], { text: '王', hits: [] }, 0)).toBeNull();
});
