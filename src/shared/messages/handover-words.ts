import type { Sentence } from './fill.ts';

/** The lists of a handover as paper and screen call them. */
export const HANDOVER_LISTS = {
  opening: { zh: '接班时在舱', en: 'At the beginning' },
  arrived: { zh: '入舱', en: 'Admitted' },
  movedIn: { zh: '转入', en: 'Moved in' },
  movedOut: { zh: '转出', en: 'Moved out' },
  within: { zh: '区内换床', en: 'Moved within' },
  left: { zh: '离舱', en: 'Left' },
  closing: { zh: '交班时在舱', en: 'At the end' },
  notes: { zh: '交班留言', en: 'Notes to the next shift' },
  worse: { zh: '病情加重', en: 'Worse' },
  better: { zh: '病情好转', en: 'Better' },
  alerts: { zh: '警报', en: 'Alerts' },
  tests: { zh: '待采样', en: 'Samples due' },
  tasks: { zh: '未完成工作', en: 'Tasks open' },
  leaving: { zh: '可出舱或明日可出舱', en: 'May leave now or within a day' },
  awaiting: { zh: '待消毒床', en: 'Beds to disinfect' },
  outOfService: { zh: '停用床', en: 'Beds out of service' },
} as const satisfies Record<string, Sentence>;
export type HandoverList = keyof typeof HANDOVER_LISTS;

export const ALERT_COURSE_WORDS = {
  opened: { zh: '新发', en: 'new' },
  open: { zh: '持续', en: 'goes on' },
  closed: { zh: '已解除', en: 'over' },
} as const satisfies Record<string, Sentence>;

export const TASK_STATE_WORDS = {
  due: { zh: '到点', en: 'due' },
  overdue: { zh: '逾期', en: 'overdue' },
  missed: { zh: '漏做', en: 'missed' },
} as const satisfies Record<string, Sentence>;

export const HANDOVER_WORDS = {
  score: { zh: 'NEWS2 {{from}}→{{to}}', en: 'NEWS2 {{from}}→{{to}}' },
  from: { zh: '来自 {{place}}', en: 'from {{place}}' },
  to: { zh: '去往 {{place}}', en: 'to {{place}}' },
  noBed: { zh: '待床', en: 'waiting for a bed' },
  people: { zh: '{{count}} 人', en: 'for {{count}} people' },
  now: { zh: '现在可出舱', en: 'now' },
  earliest: { zh: '最早 {{at}}', en: 'from {{at}}' },
  ready: { zh: '{{at}} 后可用', en: 'ready at {{at}}' },
  seenBy: { zh: '{{who}} {{at}} 已知悉', en: 'seen by {{who}} at {{at}}' },
  unseen: { zh: '无人确认', en: 'nobody has seen it' },
  retest: { zh: '单采复检', en: 'test alone' },
  anytime: { zh: '随时', en: 'at once' },
  more: { zh: '另有 {{count}} 项，见屏幕', en: 'and {{count}} more on screen' },
} as const satisfies Record<string, Sentence>;
