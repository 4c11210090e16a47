import type { Sentence } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';

/** The words that screens share with paper and files, in the shape in which screens ask for them. */
export function sharedVocabulary(language: keyof Sentence) {
  const said = <Word extends string>(list: Readonly<Record<Word, Sentence>>) =>
    Object.fromEntries(
      Object.entries<Sentence>(list).map(([word, sentence]) => [word, sentence[language]]),
    ) as Readonly<Record<Word, string>>;
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
