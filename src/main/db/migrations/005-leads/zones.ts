import type { Part } from '../004-clinical/fact.ts';

export const zones: Part = { sql: '', facts: [], frozen: [] };
