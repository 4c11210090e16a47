import type { Sentence } from './fill.ts';

/** Refusals of referrals, of the groups' work and of the week at home. */
export const CARE_REFUSALS = {
  // referrals
  'no-such-referral': { zh: '没有这条转诊记录。', en: 'There is no such referral.' },
  'referral-open': {
    zh: '{{name}} 已有进行中的转诊（{{hospital}}）。请在那条转诊上继续，或先取消它。',
    en: '{{name}} has a referral under way already ({{hospital}}). Go on with that one, or call it off first.',
  },
  'referral-not-accepted': {
    zh: '{{hospital}} 还没有同意接收 {{name}}。请先登记“医院接收”。',
    en: '{{hospital}} has not accepted {{name}} yet. Note the acceptance first.',
  },
  'referral-no-vehicle': {
    zh: '还没有登记接 {{name}} 的车辆。请先登记车辆。',
    en: 'No vehicle is noted for {{name}} yet. Note the vehicle first.',
  },
  'referral-not-left': {
    zh: '{{name}} 还没有登记离舱。请先登记离舱。',
    en: '{{name}} is not down as having left yet. Note the leaving first.',
  },
  'referral-stage-done': {
    zh: '{{name}} 的这一步已于 {{at}} 登记。如有误，请在患者的“经过”中撤销那一步。',
    en: 'This step was noted for {{name}} at {{at}} already. If that is wrong, undo it in the patient’s history.',
  },
  'referral-time-order': {
    zh: '{{at}} 早于上一步的时间 {{before}}。请核对时间。',
    en: '{{at}} lies before the step before it, {{before}}. Check the time.',
  },
  'referral-over': {
    zh: '{{name}} 转往 {{hospital}} 的转诊已结束，不能再更改。如需转诊，请重新申请。',
    en: 'The referral of {{name}} to {{hospital}} is over and stays as it is. Ask for a new one if it is needed.',
  },
  'referral-left': {
    zh: '{{name}} 已离舱前往 {{hospital}}，不能取消。如登记有误，请先撤销“离舱”。',
    en: '{{name}} has left for {{hospital}}, so it cannot be called off. If that is wrong, undo the leaving first.',
  },

  // the groups' work
  'no-such-order': { zh: '没有这项照护安排。', en: 'There is no such order.' },
  'order-stopped': {
    zh: '“{{what}}”已于 {{at}} 停止。',
    en: '“{{what}}” was stopped at {{at}} already.',
  },
  'no-such-turn': {
    zh: '“{{what}}”在 {{at}} 没有 {{name}} 的任务，可能已改动。请看过最新清单再操作。',
    en: '“{{what}}” has no turn at {{at}} for {{name}}; it may have changed. Look at the list as it is now.',
  },
  'turn-too-early': {
    zh: '“{{what}}”要到 {{at}} 才做，现在登记太早。',
    en: '“{{what}}” falls due at {{at}} only; it is too early to tick it.',
  },
  'order-ends-early': {
    zh: '结束时间须晚于开始时间 {{at}}。',
    en: 'The end must come after the start, {{at}}.',
  },

  // the week at home
  'not-monitored': {
    zh: '{{name}} 在 {{day}} 不在居家监测期内（只监测医嘱离院和转社区的人，出舱后 {{days}} 天）。',
    en: '{{name}} is not in the days of home monitoring on {{day}} (those who left on order or for community care, {{days}} days after).',
  },
  'home-day-ahead': { zh: '{{day}} 还没有到。', en: '{{day}} has not come yet.' },
  'home-not-reached': {
    zh: '没有联系上 {{name}}，就不能填写体温、症状和检测结果。请改选“已联系”，或清空这些内容。',
    en: 'Temperature, symptoms and test cannot be known where {{name}} was not reached. Choose “reached”, or leave them empty.',
  },
} as const satisfies Record<string, Sentence>;
