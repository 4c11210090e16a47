import type { Sentence } from './fill.ts';

/** The end of `not-allowed`, where the right is one that break-glass gives (BREAK_GLASS_RIGHTS). */
export const BY_GLASS: Sentence = {
  zh: '；紧急情况可用“紧急授权”',
  en: '; in an emergency use break-glass',
};

/** Refusals of signing in, of rights, and of what administrators do with people. */
export const PEOPLE_REFUSALS = {
  'sign-in-needed': {
    zh: '请先登录。您输入的内容不会丢失。',
    en: 'Please sign in first. What you have typed is kept.',
  },
  'not-signed-in-as': {
    zh: '这一操作要由 {{who}} 本人登录或在此输入口令后进行。',
    en: 'Only {{who}} can do this, signed in or with their secret typed here.',
  },
  'not-allowed': {
    zh: '您的角色没有这项权限（{{right}}）。请找有权限的同事，或由管理员调整角色{{glass}}。',
    en: 'Your role does not have this right ({{right}}). Ask a colleague who has it or an administrator{{glass}}.',
  },
  'outside-your-zones': {
    zh: '{{place}} 不在您负责的分区内，未作更改。紧急情况可用“紧急授权”。',
    en: '{{place}} is not in your zones; nothing was changed. In an emergency use break-glass.',
  },
  'secret-must-change': {
    zh: '口令由他人代设，请先换成您自己的口令。',
    en: 'Your secret was set by somebody else. Change it to one of your own first.',
  },
  'wrong-secret': {
    zh: '口令不对，请再输一次。忘记口令请找管理员重设。',
    en: 'That is not the right PIN or password. Try again, or ask an administrator to set a new one.',
  },
  'locked-out': {
    zh: '{{name}} 连续输错，{{seconds}} 秒后可再试。',
    en: 'Too many wrong attempts for {{name}}. Try again in {{seconds}} seconds.',
  },
  'unknown-badge': {
    zh: '没有人登记过这个工牌。请选姓名，或请管理员登记工牌。',
    en: 'Nobody has this badge. Choose the name, or ask an administrator to register the badge.',
  },
  'cannot-sign-in': {
    zh: '{{name}} 还没有口令，请管理员先设置。',
    en: '{{name}} has no PIN or password yet. An administrator sets the first one.',
  },
  'secret-too-short': {
    zh: '口令太短：数字口令至少 {{pin}} 位，其他至少 {{password}} 个字符。',
    en: 'Too short: a PIN has at least {{pin}} digits, a password at least {{password}} characters.',
  },
  'secret-too-long': {
    zh: '口令太长：数字口令最多 {{pin}} 位，其他最多 {{password}} 个字符。',
    en: 'Too long: a PIN has at most {{pin}} digits, a password at most {{password}} characters.',
  },
  'secret-too-plain': {
    zh: '口令太简单（全部相同或连续的字符），请换一个。',
    en: 'Too plain: all the same sign, or a run such as 123456. Choose another.',
  },
  'secret-same': { zh: '新口令与原口令相同，请换一个。', en: 'This is the present one. Choose another.' },
  'has-administrator': {
    zh: '已经有管理员，请由管理员登录后添加人员。',
    en: 'There is an administrator already, who adds other people.',
  },
  'wrong-recovery-code': {
    zh: '恢复码不对。请核对纸上的恢复码（字母不分大小写，横线可省）。',
    en: 'That is not the recovery code. Look at the paper again; capitals and dashes do not matter.',
  },
  'badge-taken': {
    zh: '这个工牌已登记在 {{name}} 名下。',
    en: 'This badge is registered to {{name}} already.',
  },
  'last-administrator': {
    zh: '至少要留一位能登录、能管理人员的管理员，未作更改。',
    en: 'Somebody who can sign in and manage people must remain; nothing was changed.',
  },
  'no-break-glass': {
    zh: '没有这次紧急授权，或已结束。',
    en: 'There is no such break-glass, or it is over.',
  },
  'own-break-glass': {
    zh: '自己的紧急授权要由别人查看。',
    en: 'Somebody else has to look at your own break-glass.',
  },
  'no-audit-head': {
    zh: '这不是审计校验码（形如 1234-…，印在日报和备份说明上）。',
    en: 'That is no audit head (1234-…, as it stands on daily reports and beside backups).',
  },
  'wrong-signing-role': {
    zh: '以“{{role}}”身份签字，需要有这一角色。',
    en: 'To sign as {{role}} one needs that role.',
  },
} as const satisfies Record<string, Sentence>;
