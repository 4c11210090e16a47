import { BREAK_GLASS_RIGHTS, type Right } from '../rules/rights.ts';
import { BY_GLASS } from './people-refusals.ts';
import { RIGHT_WORDS } from './rights.ts';

/** What the sentence of `not-allowed` names: the screen offers break-glass by the right itself, the sentence by its words. */
export function ofRight(right: Right): Record<string, string> {
  const word = RIGHT_WORDS[right];
  const way = BREAK_GLASS_RIGHTS.includes(right) ? BY_GLASS : { zh: '', en: '' };
  return {
    ...{ right, 'right.zh': word.zh, 'right.en': word.en },
    ...{ 'glass.zh': way.zh, 'glass.en': way.en },
  };
}
