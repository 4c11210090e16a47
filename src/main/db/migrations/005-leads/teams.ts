import type { Part } from '../004-clinical/fact.ts';

export const teams: Part = { sql: '', facts: [], frozen: [] };
