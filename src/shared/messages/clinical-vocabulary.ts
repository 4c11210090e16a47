import type {
  AlertKind,
  CareKind,
  CareOutcome,
  Consciousness,
  ExaminationKind,
  Gene,
  GeneReading,
  HomeTestResult,
  NatOutcome,
  OxygenSupply,
  PaperKind,
  PatientMark,
  SignatureRole,
  Symptom,
  SymptomTrend,
  Team,
  Verdict,
} from '../contract/clinical-vocabulary.ts';
import type { Sentence } from './fill.ts';

/** The words of src/shared/contract/clinical-vocabulary.ts as people read them. */
export const CLINICAL_VOCABULARY = {
  gene: { orf: { zh: 'ORF1ab', en: 'ORF1ab' }, n: { zh: 'N', en: 'N' } },
  geneReading: {
    ct: { zh: 'Ct值', en: 'Ct' },
    'not-detected': { zh: '未检出', en: 'not detected' },
    missing: { zh: '未报', en: 'not reported' },
    retest: { zh: '需复检', en: 'to be tested again' },
  },
  natOutcome: {
    positive: { zh: '阳性', en: 'positive' },
    negative: { zh: '阴性', en: 'negative' },
    invalid: { zh: '无效（需复检）', en: 'invalid (test again)' },
  },
  verdict: {
    eligible: { zh: '符合出舱标准', en: 'eligible for discharge' },
    'not-yet': { zh: '尚不符合', en: 'not yet eligible' },
    excluded: { zh: '不适用（应转定点医院）', en: 'excluded (belongs in a designated hospital)' },
  },
  oxygenSupply: { air: { zh: '空气', en: 'air' }, oxygen: { zh: '吸氧', en: 'oxygen' } },
  consciousness: {
    alert: { zh: '清醒', en: 'alert' },
    confusion: { zh: '新发意识模糊', en: 'new confusion' },
    voice: { zh: '对声音有反应', en: 'responds to voice' },
    pain: { zh: '对疼痛有反应', en: 'responds to pain' },
    unresponsive: { zh: '无反应', en: 'unresponsive' },
  },
  symptom: {
    cough: { zh: '咳嗽', en: 'cough' },
    'sore-throat': { zh: '咽痛', en: 'sore throat' },
    fatigue: { zh: '乏力', en: 'fatigue' },
    'muscle-pain': { zh: '肌肉酸痛', en: 'muscle pain' },
    headache: { zh: '头痛', en: 'headache' },
    'lost-smell': { zh: '嗅味觉减退', en: 'loss of smell or taste' },
    diarrhoea: { zh: '腹泻', en: 'diarrhoea' },
    vomiting: { zh: '呕吐', en: 'vomiting' },
    breathless: { zh: '气促', en: 'breathless' },
    'chest-pain': { zh: '胸痛', en: 'chest pain' },
    'nasal-flaring': { zh: '鼻翼扇动', en: 'nasal flaring' },
    retractions: { zh: '三凹征', en: 'chest retractions' },
    drowsy: { zh: '嗜睡', en: 'drowsy' },
    convulsion: { zh: '惊厥', en: 'convulsion' },
    'refuses-food': { zh: '拒食', en: 'refuses food' },
    dehydration: { zh: '脱水征', en: 'signs of dehydration' },
  },
  symptomTrend: {
    better: { zh: '明显好转', en: 'clearly better' },
    same: { zh: '无变化', en: 'no change' },
    worse: { zh: '加重', en: 'worse' },
  },
  team: {
    medical: { zh: '医疗组', en: 'medical' },
    'infection-control': { zh: '院感组', en: 'infection control' },
    nursing: { zh: '护理组', en: 'nursing' },
    logistics: { zh: '后勤组', en: 'logistics' },
    pharmacy: { zh: '药事组', en: 'pharmacy' },
  },
  patientMark: {
    'key-patient': { zh: '重点病员', en: 'key patient' },
    'spo2-scale-2': { zh: '血氧按第二量表（88–92%）', en: 'SpO2 scale 2 (88–92%)' },
    pregnant: { zh: '孕妇', en: 'pregnant' },
    'elderly-alone': { zh: '独居老人', en: 'elderly, alone' },
    disabled: { zh: '残障', en: 'disabled' },
    dialysis: { zh: '透析', en: 'dialysis' },
    tumour: { zh: '肿瘤', en: 'tumour' },
    'child-alone': { zh: '无陪护儿童', en: 'child without a carer' },
    anxious: { zh: '需心理疏导', en: 'needs reassurance' },
  },
  examinationKind: {
    'chest-ct': { zh: '胸部CT', en: 'chest CT' },
    blood: { zh: '血液检查', en: 'blood tests' },
    ecg: { zh: '心电图', en: 'ECG' },
    'blood-gas': { zh: '血气分析', en: 'blood gas' },
    obstetric: { zh: '产科检查', en: 'obstetric examination' },
    other: { zh: '其他检查', en: 'other examination' },
  },
  alertKind: {
    severe: { zh: '达到重型标准', en: 'severe criterion met' },
    'news2-emergency': { zh: 'NEWS2 ≥ 7（急诊处置）', en: 'NEWS2 ≥ 7 (emergency)' },
    'news2-urgent': { zh: 'NEWS2 ≥ 5（紧急评估）', en: 'NEWS2 ≥ 5 (urgent)' },
    'news2-single': { zh: 'NEWS2 单项 3 分', en: 'NEWS2: a single 3' },
    'early-warning': { zh: '重型预警指标', en: 'early-warning sign' },
    fever: { zh: '发热', en: 'fever' },
    'off-the-list': { zh: '已从出舱名单退出', en: 'dropped off the list' },
    'positive-after-release': { zh: '出舱后复阳', en: 'positive after release' },
    'positive-in-quarantine': { zh: '待核结果为阳性', en: 'positive result in quarantine' },
    'round-overdue': { zh: '查房逾期', en: 'round overdue' },
    'sample-overdue': { zh: '采样逾期', en: 'sample overdue' },
    'examination-overdue': { zh: '检查逾期', en: 'examination overdue' },
    'key-without-examination': { zh: '重点病员未安排检查', en: 'key patient without an examination' },
  },
  careKind: {
    treatment: { zh: '治疗', en: 'treatment' },
    medicine: { zh: '发药', en: 'medicine' },
    talk: { zh: '安抚谈话', en: 'reassurance talk' },
    supplies: { zh: '生活物资', en: 'daily supplies' },
    need: { zh: '特殊需求', en: 'special need' },
  },
  careOutcome: {
    done: { zh: '已完成', en: 'done' },
    refused: { zh: '患者拒绝', en: 'refused' },
    'not-needed': { zh: '不需要', en: 'not needed' },
    absent: { zh: '不在床', en: 'not at the bed' },
  },
  homeTestResult: {
    none: { zh: '未检测', en: 'not tested' },
    negative: { zh: '阴性', en: 'negative' },
    positive: { zh: '阳性', en: 'positive' },
  },
  signatureRole: { doctor: { zh: '医生', en: 'doctor' }, nurse: { zh: '护士', en: 'nurse' } },
  paperKind: {
    certificate: { zh: '解除隔离证明', en: 'release certificate' },
    'discharge-summary': { zh: '出院小结', en: 'discharge summary' },
    'referral-summary': { zh: '转诊单', en: 'referral summary' },
    'sample-label': { zh: '采样标签', en: 'sample label' },
    wristband: { zh: '腕带', en: 'wristband' },
    'bed-card': { zh: '床头卡', en: 'bed card' },
  },
} as const satisfies {
  gene: Record<Gene, Sentence>;
  geneReading: Record<GeneReading, Sentence>;
  natOutcome: Record<NatOutcome, Sentence>;
  verdict: Record<Verdict, Sentence>;
  oxygenSupply: Record<OxygenSupply, Sentence>;
  consciousness: Record<Consciousness, Sentence>;
  symptom: Record<Symptom, Sentence>;
  symptomTrend: Record<SymptomTrend, Sentence>;
  team: Record<Team, Sentence>;
  patientMark: Record<PatientMark, Sentence>;
  examinationKind: Record<ExaminationKind, Sentence>;
  alertKind: Record<AlertKind, Sentence>;
  careKind: Record<CareKind, Sentence>;
  careOutcome: Record<CareOutcome, Sentence>;
  homeTestResult: Record<HomeTestResult, Sentence>;
  signatureRole: Record<SignatureRole, Sentence>;
  paperKind: Record<PaperKind, Sentence>;
};
