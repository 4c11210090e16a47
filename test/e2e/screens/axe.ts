import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What axe finds that would keep somebody from using the page. */
export async function seriousOn(page: Page): Promise<string[]> {
  // Legacy mode stays in this page: an Electron window cannot open the blank one that axe likes to use. Every rule is run
  // on everything; what passed is not described element by element, which on a page with a grid took longer than the rules.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
}
