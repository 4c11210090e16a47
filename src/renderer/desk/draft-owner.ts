import { createContext } from 'react';
import type { OperatorId } from '#shared/contract/values.ts';

/** Whose drafts the page reads and writes; null where nobody signs in, and drafts are the desk's. */
export const DraftOwner = createContext<OperatorId | null>(null);
