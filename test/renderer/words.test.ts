import { describe, expect, it } from 'vitest';
import { en } from '#renderer/i18n/en/index.ts';
import { zhCN } from '#renderer/i18n/zh-CN/index.ts';
import * as clinical from '#shared/contract/clinical-vocabulary.ts';
import { contract, PROCEDURE_NAMES } from '#shared/contract/index.ts';
import { STAY_STATUSES } from '#shared/contract/stays.ts';
import * as vocabulary from '#shared/contract/vocabulary.ts';
import { REFUSAL_CODES, REFUSALS } from '#shared/messages/refusals.ts';

type Words = { readonly [key: string]: string | Words };

function* texts(words: Words, path = ''): Generator<[path: string, text: string]> {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* texts(value, `${path}${key}.`);
  }
}

const placesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const chinese = new Map(texts(zhCN));
const english = new Map(texts(en));

describe('the words of the screens', () => {
  it('stand in both languages, none empty', () => {
    const singulars = [...english.keys()].filter((key) => key.endsWith('_one'));
    expect([...english.keys()].filter((key) => !singulars.includes(key)).sort()).toEqual(
      [...chinese.keys()].sort(),
    );
    for (const [key, text] of [...chinese, ...english]) expect(text.trim(), key).not.toBe('');
  });

  it('go by keys without a colon, which would be read as the end of a name', () => {
    expect([...chinese.keys()].filter((key) => key.includes(':'))).toEqual([]);
  });

  it('name the same things in both languages', () => {
    for (const [key, text] of english) {
      const twin = chinese.get(key) ?? chinese.get(key.replace(/_one$/, '_other')) ?? '';
      expect(placesOf(text), key).toEqual(placesOf(twin));
    }
  });

  it('are Chinese in Chinese and not in English', () => {
    // An example shows what is written on the papers, and those are in Chinese.
    for (const [key, text] of english)
      if (!/example/i.test(key)) expect(text, key).not.toMatch(/\p{Script=Han}/u);
    for (const [key, text] of chinese) {
      const words = text.replace(/\{\{\w+\}\}/g, '');
      if (/[A-Za-z]{4,}/.test(words)) expect(words, key).toMatch(/\p{Script=Han}/u);
    }
  });

  it('have a word for every member of every list of the vocabulary', () => {
    const lists = {
      sexes: vocabulary.SEXES,
      sexPolicies: vocabulary.SEX_POLICIES,
      classifications: vocabulary.CLASSIFICATIONS,
      documentTypes: vocabulary.DOCUMENT_TYPES,
      bedStates: vocabulary.BED_STATES,
      closureReasons: vocabulary.CLOSURE_REASONS,
      zoneStates: vocabulary.ZONE_STATES,
      bedAttributes: vocabulary.BED_ATTRIBUTES,
      mobilities: vocabulary.MOBILITIES,
      needs: vocabulary.NEEDS,
      keyGroups: vocabulary.KEY_GROUPS,
      waysOfLeaving: vocabulary.WAYS_OF_LEAVING,
      moveReasons: vocabulary.MOVE_REASONS,
      genes: clinical.GENES,
      geneReadings: clinical.GENE_READINGS,
      natOutcomes: clinical.NAT_OUTCOMES,
      verdicts: clinical.VERDICTS,
      oxygenSupplies: clinical.OXYGEN_SUPPLIES,
      consciousness: clinical.CONSCIOUSNESS_LEVELS,
      symptoms: clinical.SYMPTOMS,
      symptomTrends: clinical.SYMPTOM_TRENDS,
      teams: clinical.TEAMS,
      patientMarks: clinical.PATIENT_MARKS,
      examinationKinds: clinical.EXAMINATION_KINDS,
      alertKinds: clinical.ALERT_KINDS,
      careKinds: clinical.CARE_KINDS,
      careOutcomes: clinical.CARE_OUTCOMES,
      homeTestResults: clinical.HOME_TEST_RESULTS,
      signatureRoles: clinical.SIGNATURE_ROLES,
      paperKinds: clinical.PAPER_KINDS,
      stayStatuses: STAY_STATUSES,
    } as const satisfies Record<keyof typeof zhCN.vocabulary, readonly string[]>;
    for (const [list, words] of Object.entries(lists)) {
      for (const word of words) {
        expect(chinese.has(`vocabulary.${list}.${word}`), `${list}.${word}`).toBe(true);
        expect(english.has(`vocabulary.${list}.${word}`), `${list}.${word}`).toBe(true);
      }
    }
    const exported = [...Object.values(vocabulary), ...Object.values(clinical)].filter((list) =>
      Array.isArray(list),
    );
    expect(exported.length + 1).toBe(Object.keys(lists).length);
  });

  it('call every command by a name', () => {
    for (const name of PROCEDURE_NAMES.filter((one) => contract[one].kind === 'command')) {
      expect(chinese.has(`acts.${name}`), name).toBe(true);
    }
  });
});

describe('refusals', () => {
  it('say the same in both languages, and name the same things', () => {
    for (const code of REFUSAL_CODES) {
      const { zh, en: english } = REFUSALS[code];
      expect(zh, code).toMatch(/\p{Script=Han}/u);
      expect(english.length, code).toBeGreaterThan(5);
      expect(placesOf(zh), code).toEqual(placesOf(english));
    }
  });
});
