import type { Sentence } from './fill.ts';

/** Refusals about tomorrow's list, its buses and signatures, and leaving by it. */
export const RELEASE_REFUSALS = {
  'no-such-list': { zh: '没有这份出舱名单。', en: 'There is no such list.' },
  'list-exists': { zh: '{{day}} 的出舱名单已经建立。', en: 'The list for {{day}} has been opened already.' },
  'list-day-past': {
    zh: '{{day}} 已经过去，不能再建立那天的出舱名单。',
    en: '{{day}} is over; no list can be opened for it any more.',
  },
  'list-signed': {
    zh: '{{who}} 已于 {{at}} 签署这份名单，人员和车辆不能再改。要改请先写明原因撤回签署。',
    en: '{{who}} signed this list at {{at}}; people and buses can no longer be changed. To change them, first withdraw the signature with a reason.',
  },
  'list-empty': {
    zh: '名单上没有可以出舱的人，不能签署或生成文件。请先加入符合标准的人。',
    en: 'Nobody on the list may leave, so there is nothing to sign or to send. First add people who are eligible.',
  },
  'list-has-dropped': {
    zh: '名单上有 {{people}} 人现在不符合标准，不能签署。请先把他们移出（已有一人签署的，先撤回签署）。第一位是 {{name}}：{{why}}',
    en: 'Not signed: on the list now and not fit to leave: {{people}}. First take them off (where somebody has signed already, withdraw that signature first). The first one is {{name}}: {{why}}',
  },
  'left-before-signed': {
    zh: '{{day}} 的名单到 {{signed}} 才由两人签齐，不能登记为 {{at}} 按名单出舱。',
    en: 'The list for {{day}} carries both signatures only since {{signed}}; nobody can have left by it at {{at}}.',
  },
  'not-the-lists-day': {
    zh: '这是 {{day}} 的名单，出舱时间 {{at}} 不在当天。请到当天按名单办理，或用出舱当天的名单。',
    en: 'This list is for {{day}}; the time of leaving, {{at}}, is not on that day. Discharge on that day, or use the list for the day of leaving.',
  },
  'list-not-signed': {
    zh: '{{day}} 的名单还没有医生和护士两人签署，不能按名单出舱。请先签署。',
    en: 'The list for {{day}} has not been signed by both doctor and nurse; nobody leaves by it yet. Sign it first.',
  },
  'not-eligible': {
    zh: '{{name}} 现在不能列入：{{why}}',
    en: '{{name}} cannot be put on the list now: {{why}}',
  },
  'off-the-list': {
    zh: '{{name}} 已不能按名单出舱：{{why}}',
    en: '{{name}} can no longer leave by the list: {{why}}',
  },
  'not-on-list': { zh: '{{name}} 不在这份名单上。', en: '{{name}} is not on this list.' },
  'on-other-list': {
    zh: '{{name}} 已在 {{day}} 的名单上。请先从那份名单移出。',
    en: '{{name}} is on the list for {{day}} already. First take them off that one.',
  },
  'already-signed': {
    zh: '{{who}} 已于 {{at}} 签署。',
    en: '{{who}} has signed already, at {{at}}.',
  },
  'same-signer': {
    zh: '{{who}} 已经签署过这份名单。医生和护士须是两个不同的人，请另一位按“请他人签字”，以自己的姓名签署。',
    en: '{{who}} has signed this list already. Doctor and nurse must be two different people: let the other one press “Somebody else signs” and sign in their own name.',
  },
  'signer-no-person': {
    zh: '签署须由本人完成，请先登录或在右上角选择姓名。',
    en: 'A signature needs a person: first sign in, or pick your name at the top right.',
  },
  'not-signed': { zh: '这一栏没有签署，无须撤回。', en: 'There is no such signature to withdraw.' },
  'no-such-bus': { zh: '名单上没有这辆车。', en: 'There is no such bus on the list.' },
  'bus-exists': { zh: '名单上已有车牌 {{plate}}。', en: 'There is a bus {{plate}} on the list already.' },
  'bus-cancelled': {
    zh: '{{plate}} 已取消，请另选一辆车。',
    en: '{{plate}} was called off; choose another bus.',
  },
  'bus-full': {
    zh: '{{plate}} 只有 {{seats}} 座，坐不下 {{people}} 人。请加一辆车，或把人移到别的车。',
    en: '{{plate}} has {{seats}} seats, not enough for {{people}} people. Add a bus, or move some of them to another.',
  },
} as const satisfies Record<string, Sentence>;
