import type { Page } from 'playwright';
import type { IndependentFigures } from './independent.ts';

/** The first number of each tile of the overview, by the tile's name. */
export const overviewTiles = (page: Page): Promise<Record<string, number>> =>
  page
    .locator('.desk-overview-tile')
    .evaluateAll((tiles) =>
      Object.fromEntries(
        (tiles as HTMLElement[]).map((tile) => [
          tile.dataset.name ?? '',
          Number(tile.querySelector('.desk-overview-number')?.textContent?.replaceAll(',', '') ?? Number.NaN),
        ]),
      ),
    );

/** Free beds stand on two tiles: those that can be used, and those that are merely empty. */
export const isCounted = (seen: Record<string, number>, counted: IndependentFigures): boolean =>
  seen.inHouse === counted.inHouse &&
  (seen.usable ?? 0) + (seen.emptyOnly ?? 0) === counted.available &&
  seen.reserved === counted.reserved &&
  seen.awaitingDisinfection === counted.awaitingDisinfection &&
  seen.outOfService === counted.outOfService &&
  seen.waiting === counted.waiting;
