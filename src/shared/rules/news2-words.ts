import type { News2Score, News2Sign, Observation } from '../contract/rounds.ts';
import { NEWS2_SIGNS } from '../contract/rounds.ts';
import { CLINICAL_VOCABULARY } from '../messages/clinical-vocabulary.ts';
import type { Sentence } from '../messages/fill.ts';

/** The columns of NEWS2 as they are written on its chart. */
const NEWS2_SIGN_WORDS = {
  respiratoryRate: { zh: '呼吸', en: 'respiratory rate' },
  spo2: { zh: '血氧', en: 'SpO2' },
  oxygen: { zh: '吸氧', en: 'air or oxygen' },
  systolic: { zh: '收缩压', en: 'systolic pressure' },
  pulse: { zh: '脉搏', en: 'pulse' },
  consciousness: { zh: '意识', en: 'consciousness' },
  temperature: { zh: '体温', en: 'temperature' },
} as const satisfies Record<News2Sign, Sentence>;

function shownValue(sign: News2Sign, one: Observation): Sentence {
  switch (sign) {
    case 'oxygen':
      return one.oxygen === null ? { zh: '—', en: '—' } : CLINICAL_VOCABULARY.oxygenSupply[one.oxygen];
    case 'consciousness':
      return one.consciousness === null
        ? { zh: '—', en: '—' }
        : CLINICAL_VOCABULARY.consciousness[one.consciousness];
    default: {
      const value = one[sign];
      const text = value === null ? '—' : `${value}${sign === 'spo2' ? '%' : ''}`;
      return { zh: text, en: text };
    }
  }
}

const said = (sign: News2Sign, points: number, one: Observation): Sentence => {
  const value = shownValue(sign, one);
  return {
    zh: `${NEWS2_SIGN_WORDS[sign].zh} ${value.zh}（${points} 分）`,
    en: `${NEWS2_SIGN_WORDS[sign].en} ${value.en} (${points})`,
  };
};

/** The total, and which signs give the points. */
export function saySum(score: News2Score, one: Observation): Sentence {
  if (score.kind === 'not-applicable') return { zh: 'NEWS2 不适用', en: 'NEWS2 does not apply' };
  const scoring = NEWS2_SIGNS.filter((sign) => (score.points[sign] ?? 0) > 0).map((sign) =>
    said(sign, score.points[sign] ?? 0, one),
  );
  const zh = scoring.map((part) => part.zh).join('、');
  const en = scoring.map((part) => part.en).join(', ');
  return score.kind === 'complete'
    ? { zh: `NEWS2 ${score.total} 分：${zh}`, en: `NEWS2 ${score.total}: ${en}` }
    : {
        zh: `NEWS2 至少 ${score.atLeast} 分（项目不全）：${zh}`,
        en: `NEWS2 at least ${score.atLeast} (incomplete): ${en}`,
      };
}

export const sayThrees = (signs: readonly News2Sign[], one: Observation): Sentence => {
  const parts = signs.map((sign) => said(sign, 3, one));
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
};
