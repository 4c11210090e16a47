import type { Appearance } from '../ui/tokens.ts';
import { kept } from './kept.ts';

/** Light unless somebody chose otherwise: halls are bright, and visors fog. */
export const appearance = kept<Appearance>('desk:appearance', 'light', (stored) =>
  stored === 'dark' || stored === 'light' ? stored : null,
);
