import type { Part } from '../004-clinical/fact.ts';

export const reports: Part = { sql: '', facts: [], frozen: [] };
