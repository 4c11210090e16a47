import type {
  BedAttribute,
  BedState,
  Classification,
  ClosureReason,
  DocumentType,
  KeyGroup,
  Mobility,
  MoveReason,
  Need,
  Sex,
  SexPolicy,
  WayOfLeaving,
  ZoneState,
} from '../contract/vocabulary.ts';
import { CLINICAL_VOCABULARY } from './clinical-vocabulary.ts';
import type { Sentence } from './fill.ts';

/**
 * The words of src/shared/contract/vocabulary.ts as people read them, on screen, on paper and in files.
 * A word without its two languages fails to compile here.
 */
export const VOCABULARY = {
  sex: {
    male: { zh: '男', en: 'male' },
    female: { zh: '女', en: 'female' },
    unknown: { zh: '未知', en: 'unknown' },
  },
  sexPolicy: {
    male: { zh: '男区', en: 'men' },
    female: { zh: '女区', en: 'women' },
    family: { zh: '家庭区', en: 'families' },
  },
  classification: {
    asymptomatic: { zh: '无症状', en: 'asymptomatic' },
    mild: { zh: '轻型', en: 'mild' },
    ordinary: { zh: '普通型', en: 'ordinary' },
    severe: { zh: '重型', en: 'severe' },
    critical: { zh: '危重型', en: 'critical' },
    unknown: { zh: '未分型', en: 'not classified' },
  },
  documentType: {
    'resident-id': { zh: '居民身份证', en: 'Resident ID' },
    'household-register': { zh: '户口簿', en: 'Household register' },
    passport: { zh: '护照', en: 'Passport' },
    'officer-card': { zh: '军官证', en: 'Officer’s card' },
    'driving-licence': { zh: '驾驶证', en: 'Driving licence' },
    'hk-macao-permit': { zh: '港澳居民来往内地通行证', en: 'Hong Kong / Macao permit' },
    'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Taiwan permit' },
    'region-residence-permit': { zh: '港澳台居民居住证', en: 'Residence permit (HK, Macao, Taiwan)' },
    'foreign-permanent-resident': { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
    other: { zh: '其他证件', en: 'Other document' },
    none: { zh: '无证件', en: 'No document' },
  },
  bedState: {
    available: { zh: '空床', en: 'available' },
    reserved: { zh: '预留', en: 'reserved' },
    occupied: { zh: '占用', en: 'occupied' },
    awaitingDisinfection: { zh: '待终末消毒', en: 'awaiting disinfection' },
    outOfService: { zh: '停用', en: 'out of service' },
  },
  closureReason: {
    broken: { zh: '设备损坏', en: 'broken' },
    'no-staff': { zh: '人员不足', en: 'no staff' },
    'no-supplies': { zh: '物资不足', en: 'no supplies' },
    'infection-control': { zh: '院感要求', en: 'infection control' },
    'not-open': { zh: '尚未开放', en: 'not open yet' },
    other: { zh: '其他', en: 'other' },
    'admissions-stopped': { zh: '停止收治', en: 'admissions stopped' },
    'zone-closed': { zh: '本区已关闭', en: 'zone closed' },
  },
  zoneState: {
    'not-open': { zh: '尚未开放', en: 'not open' },
    open: { zh: '开放收治', en: 'open' },
    'stop-admissions': { zh: '停止收治', en: 'admissions stopped' },
    draining: { zh: '清空中', en: 'draining' },
    'final-disinfection': { zh: '全区终末消毒', en: 'final disinfection' },
    closed: { zh: '已关闭', en: 'closed' },
  },
  bedAttribute: {
    nearNurse: { zh: '近护士站', en: 'near nurse station' },
    nearToilet: { zh: '近卫生间', en: 'near toilet' },
    socket: { zh: '有插座', en: 'socket' },
    oxygen: { zh: '有氧气', en: 'oxygen' },
    quiet: { zh: '较安静', en: 'quieter' },
    cot: { zh: '可加婴儿床', en: 'room for a cot' },
  },
  mobility: {
    walks: { zh: '行走自如', en: 'walks' },
    'walks-with-help': { zh: '需搀扶', en: 'walks with help' },
    wheelchair: { zh: '轮椅', en: 'wheelchair' },
    stretcher: { zh: '担架', en: 'stretcher' },
  },
  need: {
    wheelchair: { zh: '轮椅', en: 'wheelchair' },
    dialysis: { zh: '透析', en: 'dialysis' },
    pregnancy: { zh: '妊娠', en: 'pregnancy' },
    'late-pregnancy': { zh: '晚期妊娠', en: 'late pregnancy' },
    oxygen: { zh: '吸氧', en: 'oxygen' },
    socket: { zh: '插座', en: 'socket' },
    cot: { zh: '婴儿床', en: 'cot' },
    quiet: { zh: '安静', en: 'quiet' },
    interpreter: { zh: '翻译', en: 'interpreter' },
  },
  keyGroup: {
    'over-60': { zh: '60岁以上', en: 'over 60' },
    cardiovascular: { zh: '心脑血管病', en: 'heart or vessels' },
    lung: { zh: '慢性肺病', en: 'lung' },
    liver: { zh: '肝病', en: 'liver' },
    kidney: { zh: '肾病', en: 'kidney' },
    dialysis: { zh: '透析', en: 'dialysis' },
    diabetes: { zh: '糖尿病', en: 'diabetes' },
    tumour: { zh: '肿瘤', en: 'tumour' },
    'immune-deficiency': { zh: '免疫缺陷', en: 'immune deficiency' },
    obesity: { zh: '肥胖', en: 'obesity' },
    'late-pregnancy': { zh: '晚期妊娠', en: 'late pregnancy' },
    'heavy-smoker': { zh: '重度吸烟', en: 'heavy smoker' },
    child: { zh: '儿童', en: 'child' },
  },
  wayOfLeaving: {
    'on-order': { zh: '医嘱离院', en: 'on doctor’s order' },
    'to-hospital': { zh: '医嘱转院', en: 'to another hospital' },
    'to-community': { zh: '转社区', en: 'to community care' },
    'against-advice': { zh: '非医嘱离院', en: 'against advice' },
    died: { zh: '死亡', en: 'died' },
    other: { zh: '其他', en: 'other' },
  },
  moveReason: {
    clinical: { zh: '病情需要', en: 'clinical' },
    family: { zh: '与家人同住', en: 'to be with family' },
    request: { zh: '本人要求', en: 'own request' },
    classification: { zh: '分型改变', en: 'classification changed' },
    'zone-closing': { zh: '区域停用', en: 'zone closing' },
    'bed-fault': { zh: '床位故障', en: 'bed at fault' },
    mistake: { zh: '安排有误', en: 'placed by mistake' },
    other: { zh: '其他', en: 'other' },
  },
  ...CLINICAL_VOCABULARY,
} as const satisfies {
  sex: Record<Sex, Sentence>;
  sexPolicy: Record<SexPolicy, Sentence>;
  classification: Record<Classification, Sentence>;
  documentType: Record<DocumentType, Sentence>;
  bedState: Record<BedState, Sentence>;
  closureReason: Record<ClosureReason, Sentence>;
  zoneState: Record<ZoneState, Sentence>;
  bedAttribute: Record<BedAttribute, Sentence>;
  mobility: Record<Mobility, Sentence>;
  need: Record<Need, Sentence>;
  keyGroup: Record<KeyGroup, Sentence>;
  wayOfLeaving: Record<WayOfLeaving, Sentence>;
  moveReason: Record<MoveReason, Sentence>;
};
