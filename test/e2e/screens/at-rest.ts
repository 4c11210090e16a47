import type { Page } from 'playwright';

/**
 * Waits until the page is whole and nothing on it moves: axe measures colours, and half a fade is another colour. Some
 * frames in a row, for what a new page asks for begins to move only when the answer is there.
 */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const QUIET_FRAMES = 6;
    const patience = performance.now() + 15_000;
    const moves = (one: Animation) =>
      one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
    const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
    for (let quiet = 0; quiet < QUIET_FRAMES && performance.now() < patience; quiet++) {
      await nextFrame();
      const isWaiting = document.querySelector('.desk-loading, .ag-overlay-loading-center') !== null;
      if (isWaiting || document.getAnimations().some(moves)) quiet = -1;
    }
  });
}
