/** How long after an answer the same gesture still counts as the bounce of a double click. */
const BOUNCE_MS = 600;

interface Gesture<A> {
  key: string;
  answer: Promise<A> | null;
  isOver: boolean;
}

export interface Gestures<A> {
  (content: string, act: (key: string) => Promise<A>): Promise<A>;
  /** What was answered before this content has been taken back since: done again, it is no bounce. */
  forgetBefore(content: string): void;
}

/**
 * One key for one gesture. The same content again while the answer is on its way, or right after it, is the
 * same gesture and gets the same answer; where no answer came at all the key is kept for the next attempt,
 * since the first may have been carried out.
 */
export function createGestures<A>(
  unanswered: (answer: A) => boolean,
  newKey: () => string = () => crypto.randomUUID(),
  later: (forget: () => void, ms: number) => void = setTimeout,
): Gestures<A> {
  const gestures = new Map<string, Gesture<A>>();
  const run = (content: string, act: (key: string) => Promise<A>): Promise<A> => {
    const gesture = gestures.get(content) ?? { key: newKey(), answer: null, isOver: false };
    if (gesture.answer) return gesture.answer;
    gestures.set(content, gesture);
    gesture.answer = act(gesture.key).then((answer) => {
      if (unanswered(answer)) gesture.answer = null;
      else {
        gesture.isOver = true;
        later(() => forget(content, gesture), BOUNCE_MS);
      }
      return answer;
    });
    return gesture.answer;
  };
  const forget = (content: string, gesture: Gesture<A>) => {
    if (gestures.get(content) === gesture) gestures.delete(content);
  };
  const forgetBefore = (content: string) => {
    for (const [other, gesture] of gestures) if (gesture.isOver && other !== content) gestures.delete(other);
  };
  return Object.assign(run, { forgetBefore });
}
