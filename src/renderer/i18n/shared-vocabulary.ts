import { AUDIT_OUTCOME_WORDS } from '#shared/messages/audit-words.ts';
import { FIELD_WORDS } from '#shared/messages/field-words.ts';
import type { Sentence } from '#shared/messages/fill.ts';
import { SETTING_CHOICES, SETTING_UNITS, SETTING_WORDS } from '#shared/messages/setting-words.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';

/** The words that screens share with paper and files, in the shape in which screens ask for them. */
export function sharedVocabulary(language: keyof Sentence) {
  const said = saidIn(language);
  return {
    sexes: said(VOCABULARY.sex),
    sexPolicies: said(VOCABULARY.sexPolicy),
    classifications: said(VOCABULARY.classification),
    documentTypes: said(VOCABULARY.documentType),
    bedStates: said(VOCABULARY.bedState),
    closureReasons: said(VOCABULARY.closureReason),
    zoneStates: said(VOCABULARY.zoneState),
    bedAttributes: said(VOCABULARY.bedAttribute),
    mobilities: said(VOCABULARY.mobility),
    needs: said(VOCABULARY.need),
    keyGroups: said(VOCABULARY.keyGroup),
    waysOfLeaving: said(VOCABULARY.wayOfLeaving),
    moveReasons: said(VOCABULARY.moveReason),
    genes: said(VOCABULARY.gene),
    geneReadings: said(VOCABULARY.geneReading),
    natOutcomes: said(VOCABULARY.natOutcome),
    verdicts: said(VOCABULARY.verdict),
    oxygenSupplies: said(VOCABULARY.oxygenSupply),
    consciousness: said(VOCABULARY.consciousness),
    symptoms: said(VOCABULARY.symptom),
    symptomTrends: said(VOCABULARY.symptomTrend),
    teams: said(VOCABULARY.team),
    patientMarks: said(VOCABULARY.patientMark),
    examinationKinds: said(VOCABULARY.examinationKind),
    alertKinds: said(VOCABULARY.alertKind),
    careKinds: said(VOCABULARY.careKind),
    careOutcomes: said(VOCABULARY.careOutcome),
    homeTestResults: said(VOCABULARY.homeTestResult),
    signatureRoles: said(VOCABULARY.signatureRole),
    paperKinds: said(VOCABULARY.paperKind),
  };
}

/** What is written down about a person. */
export const sharedFields = (language: keyof Sentence) => saidIn(language)(FIELD_WORDS);

export const sharedOutcomes = (language: keyof Sentence) => saidIn(language)(AUDIT_OUTCOME_WORDS);

/** The settings by the names that the form has for them (settings/setting-fields.ts). */
export function sharedSettings(language: keyof Sentence) {
  const said = saidIn(language);
  const leaves = said(SETTING_WORDS);
  return {
    fields: {
      disinfectionMinutes: leaves.disinfectionMinutes,
      mixClassifications: leaves['allocation.mixClassifications'],
      unknownSex: leaves['allocation.unknownSex'],
      childAge: leaves['allocation.childAge'],
      adultAge: leaves['allocation.adultAge'],
      reservePerZone: leaves['allocation.reservePerZone'],
      fill: leaves['allocation.fill'],
      frailAge: leaves['allocation.frailAge'],
      familyAdjacent: leaves['allocation.weights.familyAdjacent'],
      nearToiletForFrail: leaves['allocation.weights.nearToiletForFrail'],
      nearNurseForFrail: leaves['allocation.weights.nearNurseForFrail'],
      equipment: leaves['allocation.weights.equipment'],
      fillWeight: leaves['allocation.weights.fill'],
    },
    choices: said(SETTING_CHOICES),
    units: said(SETTING_UNITS),
  };
}

const saidIn =
  (language: keyof Sentence) =>
  <Word extends string>(list: Readonly<Record<Word, Sentence>>) =>
    Object.fromEntries(
      Object.entries<Sentence>(list).map(([word, sentence]) => [word, sentence[language]]),
    ) as Readonly<Record<Word, string>>;
