import type { Sentence } from './fill.ts';

/** Refusals about protocols; part of REFUSALS. */
export const PROTOCOL_REFUSALS = {
  'no-such-protocol': {
    zh: '没有这个方案版本：{{key}} 第{{version}}版。请从方案列表中选择。',
    en: 'There is no protocol {{key}}, version {{version}}. Choose one from the list.',
  },
  'protocol-invalid': {
    zh: '方案有误：{{where}}（{{problem}}）。请改正后再保存。',
    en: 'The protocol is not as it must be: {{where}} ({{problem}}). Correct it, then save.',
  },
  'protocol-unchanged': {
    zh: '与《{{name}}》第{{version}}版完全相同，无需另存。',
    en: 'This is the same as “{{name}}”, version {{version}}; there is nothing to save.',
  },
  'protocol-in-force': {
    zh: '《{{name}}》第{{version}}版届时已在执行。',
    en: '“{{name}}”, version {{version}}, is in force then already.',
  },
  'preview-stale': {
    zh: '预览后情况有变：现在有{{gain}}人变为符合、{{lose}}人不再符合。请重新预览后再执行。',
    en: 'Things have changed since the preview: now {{gain}} would become eligible and {{lose}} would no longer be. Look at the preview again.',
  },
} as const satisfies Record<string, Sentence>;
