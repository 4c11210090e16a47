import { describe, expect, it } from 'vitest';
import { readDraft } from '#renderer/desk/draft-rules.ts';

const BLANK = { name: '', age: null as number | null, needs: [] as string[] };
const NOW = Date.UTC(2022, 3, 5);

describe('a draft that was left lying', () => {
  it('comes back as it was', () => {
    const stored = { at: NOW - 1000, value: { name: '张三', age: 4, needs: ['cot'] } };
    expect(readDraft(stored, BLANK, NOW)).toEqual(stored.value);
  });

  it('lacks nothing where the form has grown, and brings nothing that the form no longer has', () => {
    const stored = { at: NOW, value: { name: '张三', gone: true } };
    expect(readDraft(stored, BLANK, NOW)).toEqual({ ...BLANK, name: '张三' });
  });

  it('leaves out what has another kind now', () => {
    expect(readDraft({ at: NOW, value: { name: 7, needs: 'cot' } }, BLANK, NOW)).toEqual(BLANK);
  });

  it('is forgotten after a week, and where it is no draft at all', () => {
    expect(readDraft({ at: NOW - 8 * 86_400_000, value: BLANK }, BLANK, NOW)).toBeNull();
    for (const nonsense of [null, 1, 'x', [], {}, { at: NOW }, { at: NOW, value: [] }]) {
      expect(readDraft(nonsense, BLANK, NOW)).toBeNull();
    }
  });
});
