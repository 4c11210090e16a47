import { describe, expect, it } from 'vitest';
import { createGestures } from '#renderer/desk/gestures.ts';

interface Answer {
  key: string;
  came: boolean;
}

function gestures() {
  let made = 0;
  const forgetting: (() => void)[] = [];
  const gesture = createGestures<Answer>(
    ({ came }) => !came,
    () => {
      made += 1;
      return `key-${made}`;
    },
    (forget) => void forgetting.push(forget),
  );
  const bounceOver = () => {
    for (const forget of forgetting.splice(0)) forget();
  };
  return { gesture, bounceOver };
}

describe('a gesture', () => {
  it('is one act for a double click, with one key and one answer', async () => {
    const { gesture } = gestures();
    let acts = 0;
    const act = async (key: string) => {
      acts += 1;
      return { key, came: true };
    };
    const [first, second] = await Promise.all([gesture('assign', act), gesture('assign', act)]);
    expect(acts).toBe(1);
    expect(second).toBe(first);
  });

  it('is the same for the second click of a slow hand, when the first was answered in no time', async () => {
    const { gesture } = gestures();
    const act = async (key: string) => ({ key, came: true });
    const first = await gesture('assign', act);
    expect(await gesture('assign', act)).toBe(first);
  });

  it('is another one after that, and for other content', async () => {
    const { gesture, bounceOver } = gestures();
    const act = async (key: string) => ({ key, came: true });
    await gesture('assign', act);
    expect((await gesture('move', act)).key).toBe('key-2');
    bounceOver();
    expect((await gesture('assign', act)).key).toBe('key-3');
  });

  it('is another one at once where an undo lies between, which is one itself for a double press', async () => {
    const { gesture, bounceOver } = gestures();
    const act = async (key: string) => ({ key, came: true });
    await gesture('mend', act);
    const undo = await gesture('undo', act);
    gesture.forgetBefore('undo');
    expect((await gesture('mend', act)).key).toBe('key-3');
    expect(await gesture('undo', act)).toBe(undo);
    bounceOver();
    expect((await gesture('mend', act)).key).toBe('key-4');
  });

  it('keeps its key when no answer came, since it may have been carried out', async () => {
    const { gesture } = gestures();
    const lost = await gesture('assign', async (key) => ({ key, came: false }));
    const again = await gesture('assign', async (key) => ({ key, came: true }));
    expect(again.key).toBe(lost.key);
  });
});
