import type { Sentence } from './fill.ts';

/** Refusals of rounds, marks, examinations and alerts. */
export const ROUND_REFUSALS = {
  'nothing-observed': {
    zh: '{{name}} 一项也没有测。请至少填一项；人不在或不便打扰请按“跳过”。',
    en: 'Nothing was looked at for {{name}}. Fill in at least one sign, or skip this patient.',
  },
  'sign-impossible': {
    zh: '{{sign}} {{value}} {{unit}} 不可能（可录入 {{from}}–{{to}}）。请核对后重录。',
    en: '{{sign}} {{value}} {{unit}} cannot be (possible: {{from}}–{{to}}). Check it and type it again.',
  },
  'sign-unusual': {
    zh: '{{sign}} {{value}} {{unit}} 不常见（一般 {{from}}–{{to}}）。请复测或核对，确认无误后再保存。',
    en: '{{sign}} {{value}} {{unit}} is unusual (mostly {{from}}–{{to}}). Measure again or check it, then confirm it.',
  },
  'observed-already': {
    zh: '{{name}} 在 {{at}} 已有一次记录（{{who}}）。要改请更正那一次，或换一个时间。',
    en: '{{name}} was observed at {{at}} already (by {{who}}). Correct that one, or give another time.',
  },
  'no-such-observation': {
    zh: '{{name}} 在 {{at}} 没有查房记录，可能已被撤销。',
    en: 'There is no observation of {{name}} at {{at}}; it may have been undone.',
  },
  'after-leaving': {
    zh: '{{name}} 已于 {{left}} 离舱，所填时间 {{at}} 在其后。',
    en: '{{name}} left at {{left}}; the time given, {{at}}, is after that.',
  },
  'marked-already': { zh: '{{name}} 已有“{{mark}}”标记。', en: '{{name}} is marked “{{mark}}” already.' },
  'not-marked': { zh: '{{name}} 没有“{{mark}}”标记。', en: '{{name}} is not marked “{{mark}}”.' },
  'no-such-examination': { zh: '没有这项检查。', en: 'There is no such examination.' },
  'examination-ended': {
    zh: '这项检查已经完成或取消。如有误，请先在经过中撤销。',
    en: 'This examination is done or was called off. If that is wrong, undo that first.',
  },
  'alert-gone': {
    zh: '这些警报已经解除，或已有人确认。',
    en: 'These alerts have ended, or somebody has acknowledged them.',
  },
} as const satisfies Record<string, Sentence>;
