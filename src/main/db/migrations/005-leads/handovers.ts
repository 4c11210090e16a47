import type { Part } from '../004-clinical/fact.ts';

export const handovers: Part = { sql: '', facts: [], frozen: [] };
