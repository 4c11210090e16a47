import { perform } from '../act.ts';
import { held } from '../desk/kept.ts';

/** The dialog that asks for the reason of a break-glass is open. */
export const askingGlass = held(false);

export const askBreakGlass = (): void => askingGlass.set(true);

export const endBreakGlass = () =>
  perform('people.endBreakGlass', {}, { says: (t) => t('people.glass.ended') });
