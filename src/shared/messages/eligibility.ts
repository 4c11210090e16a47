import type { Sentence } from './fill.ts';

/** What the eligibility engine says: what each rule saw, whether it is met and why, and what to do next. */
export const ELIGIBILITY = {
  // belongs-here
  'saw-classification': { zh: '临床分型：{{classification}}', en: 'classification: {{classification}}' },
  'belongs-here': {
    zh: '{{classification}}，属于本院收治范围。',
    en: 'Classified {{classification}}: belongs here.',
  },
  'belongs-elsewhere': {
    zh: '{{classification}}，应转定点医院，不按出舱标准评估。',
    en: 'Classified {{classification}}: belongs in a designated hospital, whatever the tests say.',
  },
  'not-classified': {
    zh: '尚未定临床分型，须先由医生查看。',
    en: 'Not classified yet: a doctor has to look first.',
  },

  // not-severe, not-referred
  'saw-not-severe': { zh: '最近一次查房未见重型指标', en: 'no severe criterion at the last round' },
  'saw-not-observed': { zh: '入舱后尚未查房', en: 'no round since arrival' },
  'not-severe': { zh: '未达到重型标准。', en: 'No severe criterion is met.' },
  'saw-severe': { zh: '{{at}} 达到重型标准', en: 'severe criterion met at {{at}}' },
  severe: {
    zh: '{{at}} 起达到重型标准，应转定点医院。',
    en: 'Has met a severe criterion since {{at}}: belongs in a designated hospital.',
  },
  'saw-no-referral': { zh: '无转诊', en: 'no referral' },
  'not-referred': { zh: '没有正在办理的转诊。', en: 'No referral is under way.' },
  'saw-referral': { zh: '转诊办理中', en: 'referral under way' },
  referred: {
    zh: '正在转往定点医院，不列入出舱。',
    en: 'Is being referred to a designated hospital, so is not released from here.',
  },

  // tests: what was seen
  'saw-no-test': { zh: '没有样本', en: 'no sample' },
  'saw-pooled': { zh: '（混检）', en: ' (pooled)' },
  'saw-pending': { zh: '结果未出', en: 'no result yet' },
  'saw-invalid': { zh: '无效', en: 'invalid' },
  'saw-word-negative': { zh: '阴性', en: 'negative' },
  'saw-word-positive': { zh: '阳性', en: 'positive' },
  'saw-earlier': { zh: '此前另有{{count}}份', en: '{{count}} earlier' },

  // tests: judged
  'tests-none-needed': { zh: '本方案不要求核酸检测。', en: 'This protocol needs no nucleic acid test.' },
  'tests-met-one': {
    zh: '{{first}} 采样合格（各基因 Ct ≥ {{ct}} 或未检出）。',
    en: 'The sample of {{first}} qualifies (each gene Ct ≥ {{ct}} or not detected).',
  },
  'tests-met': {
    zh: '{{first}} 与 {{last}} 采样均合格，连续{{count}}次，相邻间隔至少{{hours}}小时。',
    en: 'Samples of {{first}} and {{last}} qualify: {{count}} in a row, at least {{hours}} h from each to the next.',
  },
  'tests-met-waiting': {
    zh: '{{at}} 采样的结果未出；如为阳性，将不再符合。',
    en: 'The sample of {{at}} has no result yet; a positive one would take this away.',
  },
  'tests-no-sample': { zh: '还没有采样。', en: 'No sample has been taken yet.' },
  'tests-none-counts': { zh: '还没有一份计数的合格样本。', en: 'No sample counts as qualifying yet.' },
  'tests-broken': {
    zh: '{{at}} 采样为阳性（{{what}}），连续合格须从其后重新算起。',
    en: 'The sample of {{at}} is positive ({{what}}); the row begins anew after it.',
  },
  'tests-broken-invalid': {
    zh: '{{at}} 采样无效，按本方案连续合格须重新算起。',
    en: 'The sample of {{at}} is invalid; by this protocol the row begins anew after it.',
  },
  'tests-some': {
    zh: '连续合格{{count}}次（末次计数的为 {{at}} 采样），需{{needed}}次，相邻间隔至少{{hours}}小时。',
    en: '{{count}} of {{needed}} in a row (the last that counts was taken {{at}}), at least {{hours}} h from each to the next.',
  },
  'tests-too-close': {
    zh: '{{at}} 采样合格，但距上一份仅{{gap}}，不足{{hours}}小时。',
    en: 'The sample of {{at}} qualifies but comes only {{gap}} after the one before, not {{hours}} h.',
  },
  'tests-too-early-day': {
    zh: '{{at}} 采样合格，但在第{{day}}天（方案自第{{from}}天起计）。',
    en: 'The sample of {{at}} qualifies but is of day {{day}}; the protocol counts from day {{from}} on.',
  },
  'tests-invalid': {
    zh: '{{at}} 采样无效，不计数，须重采。',
    en: 'The sample of {{at}} is invalid and does not count; take another.',
  },
  'tests-gene-missing': {
    zh: '{{at}} 采样未报 {{gene}} 结果，不计数。',
    en: 'The sample of {{at}} has no {{gene}} result and does not count.',
  },
  'tests-pool-passed-over': {
    zh: '{{at}} 的混检不计数，须单采。',
    en: 'The pooled sample of {{at}} does not count; a single one is needed.',
  },
  'tests-pool-cleared': {
    zh: '{{at}} 混检阳性，其后单采合格，不作中断。',
    en: 'The pool of {{at}} was positive, but the single test after it qualifies, so it breaks nothing.',
  },
  'tests-pending': { zh: '{{at}} 采样的结果未出。', en: 'The sample of {{at}} has no result yet.' },

  // minimum-stay
  'saw-day': { zh: '{{from}}起第{{day}}天', en: 'day {{day}} since {{from}}' },
  'stay-long-enough': {
    zh: '自{{what}} {{from}} 起已满{{days}}天。',
    en: '{{days}} days since {{what}} ({{from}}) are over.',
  },
  'stay-too-short': {
    zh: '自{{what}} {{from}} 起须满{{days}}天，{{until}} 起满足。',
    en: '{{days}} days since {{what}} ({{from}}) are needed; they are over from {{until}} on.',
  },
  'day-of-first-positive': { zh: '首次阳性日', en: 'the first positive test' },
  'day-of-arrival': { zh: '到达日', en: 'arrival' },
  'day-of-arrival-instead': {
    zh: '到达日（首次阳性日未填）',
    en: 'arrival (no first positive test on record)',
  },

  // fever-free
  'saw-no-temperature': { zh: '没有体温记录', en: 'no temperature on record' },
  'saw-temperature': { zh: '{{at}} {{celsius}}°C', en: '{{at}} {{celsius}} °C' },
  'saw-fever': { zh: '末次发热 {{at}} {{celsius}}°C', en: 'last fever {{at}} {{celsius}} °C' },
  'no-temperature': {
    zh: '没有体温记录，须有至少{{hours}}小时无发热的记录。',
    en: 'No temperature on record; {{hours}} h without fever have to be shown.',
  },
  'temperature-old': {
    zh: '末次体温在 {{at}}，已超过{{hours}}小时，须重测。',
    en: 'The last temperature was taken {{at}}, more than {{hours}} h ago; take one.',
  },
  'fever-lately': {
    zh: '{{at}} 发热（{{celsius}}°C），须无发热满{{hours}}小时，{{until}} 起满足。',
    en: 'Fever ({{celsius}} °C) at {{at}}; {{hours}} h without are over from {{until}} on.',
  },
  'fever-free-too-short': {
    zh: '无发热记录自 {{at}} 起，须满{{hours}}小时，{{until}} 起满足。',
    en: 'Without fever since the first reading, {{at}}; {{hours}} h are over from {{until}} on.',
  },
  'fever-free': {
    zh: '自 {{at}} 起无发热，已满{{hours}}小时。',
    en: 'No fever since {{at}}: more than {{hours}} h.',
  },

  // symptoms
  'saw-never-asked': { zh: '未询问症状', en: 'never asked' },
  'saw-symptoms': { zh: '{{at}} {{answer}}', en: '{{at}} {{answer}}' },
  'symptoms-none': { zh: '无症状', en: 'no symptoms' },
  'symptoms-better': { zh: '明显好转', en: 'clearly better' },
  'symptoms-not-better': { zh: '未见明显好转', en: 'not clearly better' },
  'symptoms-never-asked': { zh: '还没有人询问过症状。', en: 'Nobody has asked about symptoms yet.' },
  'symptoms-old': {
    zh: '末次询问症状在 {{at}}，已超过{{hours}}小时，须再问。',
    en: 'Symptoms were last asked about at {{at}}, more than {{hours}} h ago; ask again.',
  },
  'symptoms-met': { zh: '{{at}} 询问：{{answer}}。', en: 'Asked at {{at}}: {{answer}}.' },
  'symptoms-unmet': {
    zh: '{{at}} 询问：未见明显好转。',
    en: 'Asked at {{at}}: not clearly better.',
  },

  // what to do next
  'next-release': { zh: '可以办理出舱。', en: 'May be released.' },
  'next-release-waiting': {
    zh: '可以办理出舱；{{at}} 采样的结果未出，请留意。',
    en: 'May be released; watch for the result of the sample of {{at}}.',
  },
  'next-refer': { zh: '转定点医院。', en: 'Refer to a designated hospital.' },
  'next-referred': { zh: '等待转诊车辆。', en: 'Await the vehicle of the referral.' },
  'next-see-doctor': { zh: '请医生查看并定分型。', en: 'Have a doctor look and classify.' },
  'next-sample-now': { zh: '现在采样。', en: 'Take a sample now.' },
  'next-sample': { zh: '{{at}} 起采样。', en: 'Sample due at {{at}}.' },
  'next-result': { zh: '等待 {{at}} 采样的结果。', en: 'Await the result of the sample of {{at}}.' },
  'next-temperature': { zh: '测体温。', en: 'Take the temperature.' },
  'next-symptoms': { zh: '询问症状。', en: 'Ask about symptoms.' },
  'next-wait': { zh: '等到 {{at}}。', en: 'Wait until {{at}}.' },

  'span-hours': { zh: '{{h}}小时', en: '{{h}} h' },
  'span-hours-minutes': { zh: '{{h}}小时{{m}}分', en: '{{h}} h {{m}} min' },
} as const satisfies Record<string, Sentence>;

export type EligibilityWord = keyof typeof ELIGIBILITY;
