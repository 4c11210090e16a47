/** The bedside's closed lists of words, as vocabulary.ts has those of the desk. */

/** The two target regions of the assay. */
export const GENES = ['orf', 'n'] as const;
export type Gene = (typeof GENES)[number];

/** What a laboratory wrote for a gene: a cycle threshold, nothing found, no word, or "test again". */
export const GENE_READINGS = ['ct', 'not-detected', 'missing', 'retest'] as const;
export type GeneReading = (typeof GENE_READINGS)[number];

/** The laboratory's own word for a tube. Release goes by the Ct values and the protocol, not by this. */
export const NAT_OUTCOMES = ['positive', 'negative', 'invalid'] as const;
export type NatOutcome = (typeof NAT_OUTCOMES)[number];

/** May somebody leave by the protocol in force? `excluded` people belong elsewhere whatever their tests say. */
export const VERDICTS = ['eligible', 'not-yet', 'excluded'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const OXYGEN_SUPPLIES = ['air', 'oxygen'] as const;
export type OxygenSupply = (typeof OXYGEN_SUPPLIES)[number];

/** ACVPU: alert, new confusion, responds to voice, to pain, unresponsive. */
export const CONSCIOUSNESS_LEVELS = ['alert', 'confusion', 'voice', 'pain', 'unresponsive'] as const;
export type Consciousness = (typeof CONSCIOUSNESS_LEVELS)[number];

/** What is asked or seen at a round. The last six are signs of the ninth edition's severe criteria for children. */
export const SYMPTOMS = [
  'cough',
  'sore-throat',
  'fatigue',
  'muscle-pain',
  'headache',
  'lost-smell',
  'diarrhoea',
  'vomiting',
  'breathless',
  'chest-pain',
  'nasal-flaring',
  'retractions',
  'drowsy',
  'convulsion',
  'refuses-food',
  'dehydration',
] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** How somebody feels compared with the last round. */
export const SYMPTOM_TRENDS = ['better', 'same', 'worse'] as const;
export type SymptomTrend = (typeof SYMPTOM_TRENDS)[number];

/** The groups of the relief team. */
export const TEAMS = ['medical', 'infection-control', 'nursing', 'logistics', 'pharmacy'] as const;
export type Team = (typeof TEAMS)[number];

/** What a doctor or nurse marks by hand; what follows from the record (over 60, diabetes …) is derived. */
export const PATIENT_MARKS = [
  'key-patient',
  'spo2-scale-2',
  'pregnant',
  'elderly-alone',
  'disabled',
  'dialysis',
  'tumour',
  'child-alone',
  'anxious',
] as const;
export type PatientMark = (typeof PATIENT_MARKS)[number];

export const EXAMINATION_KINDS = ['chest-ct', 'blood', 'ecg', 'blood-gas', 'obstetric', 'other'] as const;
export type ExaminationKind = (typeof EXAMINATION_KINDS)[number];

/** What somebody must know of. In the order in which a list shows them. */
export const ALERT_KINDS = [
  'severe',
  'news2-emergency',
  'news2-urgent',
  'news2-single',
  'early-warning',
  'fever',
  'off-the-list',
  'positive-after-release',
  'positive-in-quarantine',
  'round-overdue',
  'sample-overdue',
  'examination-overdue',
  'key-without-examination',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Work that is ordered for somebody and ticked off: treatment and medicines, talks, supplies, special needs. */
export const CARE_KINDS = ['treatment', 'medicine', 'talk', 'supplies', 'need'] as const;
export type CareKind = (typeof CARE_KINDS)[number];

export const CARE_OUTCOMES = ['done', 'refused', 'not-needed', 'absent'] as const;
export type CareOutcome = (typeof CARE_OUTCOMES)[number];

export const HOME_TEST_RESULTS = ['none', 'negative', 'positive'] as const;
export type HomeTestResult = (typeof HOME_TEST_RESULTS)[number];

export const SIGNATURE_ROLES = ['doctor', 'nurse'] as const;
export type SignatureRole = (typeof SIGNATURE_ROLES)[number];

/** What the desk prints for one patient. */
export const PAPER_KINDS = [
  'certificate',
  'discharge-summary',
  'referral-summary',
  'sample-label',
  'wristband',
  'bed-card',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
