import type { Page } from 'playwright';

/** One stretch of watching a window, frame by frame. */
export interface Frames {
  /** From one frame to the next, in ms, as the window itself sees it: what we did, and the compositor, and the machine. */
  between: number[];
  /** How long our own drawing took in each frame in which it drew. */
  drawing: number[];
  /** CPU of the window's main thread for each frame drawn: our scripts; and all of it, their strokes made pixels too. */
  cpu: { scripts: number; thread: number };
}

interface Watch {
  between: number[];
  drawing: number[];
  runs: boolean;
}

/** Watches while `work` goes on. Whatever draws by requestAnimationFrame meanwhile is timed. */
export async function watchFrames(page: Page, work: () => Promise<void>): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const seconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
    return { scripts: of('ScriptDuration'), thread: of('TaskDuration') };
  };
  await page.evaluate(() => {
    const watch: Watch = { between: [], drawing: [], runs: true };
    const plain = window.requestAnimationFrame.bind(window);
    Object.assign(window, { planFrames: watch, plainFrame: plain });
    window.requestAnimationFrame = (draw) =>
      plain((now) => {
        const start = performance.now();
        draw(now);
        watch.drawing.push(performance.now() - start);
      });
    let before = performance.now();
    const next = (now: number) => {
      watch.between.push(now - before);
      before = now;
      if (watch.runs) plain(next);
    };
    plain(next);
  });
  const before = await seconds();
  await work();
  const after = await seconds();
  const { between, drawing } = await page.evaluate(() => {
    const { planFrames: watch, plainFrame } = window as unknown as {
      planFrames: Watch;
      plainFrame: typeof window.requestAnimationFrame;
    };
    watch.runs = false;
    window.requestAnimationFrame = plainFrame;
    return watch;
  });
  await session.detach();
  const each = (name: 'scripts' | 'thread') =>
    (1000 * (after[name] - before[name])) / (drawing.length || between.length);
  return {
    between: between.slice(2),
    drawing,
    cpu: { scripts: each('scripts'), thread: each('thread') },
  };
}
