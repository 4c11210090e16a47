import type { Sentence } from './fill.ts';

/** Refusals of shift handovers. */
export const HANDOVER_REFUSALS = {
  'no-such-handover': {
    zh: '没有这份交接单，可能已被撤销。',
    en: 'There is no such handover; it may have been undone.',
  },
  'handover-given': {
    zh: '{{zone}} 这一班已由 {{who}} 于 {{at}} 签字移交。要更改请先撤回那一份。',
    en: 'This shift of {{zone}} was handed over by {{who}} at {{at}}. To change it, withdraw that one first.',
  },
  'handover-changed': {
    zh: '{{zone}} 的交接内容在您查看后有了变化，尚未签字。请看过现在的内容再签。',
    en: 'What {{zone}} hands over has changed since you looked at it; nothing was signed. Look again, then sign.',
  },
  'handover-taken': {
    zh: '{{zone}} 的交接已由 {{who}} 于 {{at}} 签字接班。',
    en: 'The handover of {{zone}} was taken over by {{who}} at {{at}} already.',
  },
  'handover-same-person': {
    zh: '移交人与接班人不能是同一人（{{who}}）。请接班人按“换人”，以自己的姓名签。',
    en: 'Whoever hands over cannot take over as well ({{who}}). Let the one who takes over press “Somebody else” and sign in their own name.',
  },
  'handover-withdrawn': {
    zh: '这份交接单已被撤回，不能再签字。',
    en: 'This handover has been withdrawn; it can be signed no more.',
  },
  'no-such-note': {
    zh: '没有这条交班留言，可能已被撤销。',
    en: 'There is no such note; it may have been undone.',
  },
  'note-done': {
    zh: '这条留言已由 {{who}} 于 {{at}} 标为办完。',
    en: 'This note was marked done by {{who}} at {{at}} already.',
  },
} as const satisfies Record<string, Sentence>;
