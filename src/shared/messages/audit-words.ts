import type { AuditOutcome } from '../contract/audit.ts';
import { ROLES } from '../rules/rights.ts';
import { ACT_WORDS } from './act-words.ts';
import { ASKED_WORDS } from './asked-words.ts';
import { fill, type Language, type Sentence } from './fill.ts';
import { ROLE_WORDS } from './rights.ts';
import { sayRefusal } from './say-refusal.ts';

/** What became of what somebody tried, as the trail tells it on screen and as a file. */
export const AUDIT_OUTCOME_WORDS = {
  done: { zh: '已完成', en: 'done' },
  refused: { zh: '已拒绝', en: 'refused' },
  seen: { zh: '已查看', en: 'looked at' },
} as const satisfies Record<AuditOutcome, Sentence>;

const PROCEDURES: Readonly<Record<string, Sentence>> = { ...ASKED_WORDS, ...ACT_WORDS };

/** What was done or asked; a name that only another version of the program knows is told as it is. */
export const procedureWord = (name: string, language: Language): string => {
  const word = Object.hasOwn(PROCEDURES, name) ? PROCEDURES[name] : undefined;
  return word ? fill(word, language) : name;
};

/** Of a refusal what it said, without what it named: that is not kept. */
export const refusedBecause = (code: string, language: Language): string =>
  code === '' ? '' : sayRefusal({ code, params: {} }, language).replace(/\{\{[\w.]+\}\}/g, '…');

/** The roles somebody had, which the trail keeps as `nurse team-lead`. */
export function rolesInWords(roles: string, language: Language): string {
  const kept = roles.split(' ');
  return ROLES.filter((role) => kept.includes(role))
    .map((role) => fill(ROLE_WORDS[role], language))
    .join(' · ');
}
