import { asOnPaper } from './paper-letters.ts';

/** A recovery code as it is hashed and compared, from whatever somebody typed from the paper. */
export const readRecoveryCode = (typed: string): string => asOnPaper(typed).replace(/[^0-9A-Z]/g, '');
