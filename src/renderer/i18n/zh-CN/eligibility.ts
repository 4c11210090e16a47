/** The judgement of who may leave, on the patient's page. The sentences themselves come from the ward. */
export const eligibility = {
  title: '出舱评估',
  earliest: '最早可出舱',
  now: '现在',
  next: '下一步',
  met: '符合',
  notMet: '不符合',
  rules: {
    'belongs-here': '收治范围：',
    'not-severe': '非重型：',
    'not-referred': '未转诊：',
    tests: '核酸检测：',
    'minimum-stay': '天数：',
    'fever-free': '无发热：',
    symptoms: '症状：',
  },
  by: '依据：{{protocol}} 第{{version}}版 · {{at}}',
  basis: '出舱时按《{{protocol}}》第{{version}}版评估（{{at}}）：{{verdict}}。',
} as const;
