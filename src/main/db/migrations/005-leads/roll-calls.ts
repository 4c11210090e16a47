import type { Part } from '../004-clinical/fact.ts';

export const rollCalls: Part = { sql: '', facts: [], frozen: [] };
