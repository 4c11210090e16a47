import type { RosterField } from '#shared/contract/roster-row.ts';
import {
  compactHeading as compact,
  HEADING_JOINT,
  LONGEST_HEADING,
  type Meaning as MeaningOf,
} from '../spreadsheets/heading-text.ts';

/**
 * `field` null with `foreign`: it is about somebody else (监护人身份证号, 填报人), and no look at its content may
 * turn it into the patient's. Where two columns mean the same, the heavier one gets it.
 */
type Meaning = MeaningOf<RosterField>;

type Rule = readonly [pattern: RegExp, field: RosterField | null, weight?: number];

const KIN =
  /监护人|家属|亲属|亲友|紧急|应急|家长|联系人|联络人|guardian|emergency|nextofkin|parent|relative|contactperson/;
const PATIENT = /本人|患者|病人|patient/;

/** People of the paperwork, not of the ward. */
const STAFF =
  /填报|填表|上报|报告人|报送|录入|审核|负责人|司机|随车|医生|医师|护士|联络员|网格|工作人员|转运员|接收人|交接|密接|单位|driver|doctor|nurse|reporter|reportedby|staff|operator|employer/;

const KIN_RULES: readonly Rule[] = [
  [
    /姓名.*(电话|手机|联系)|(联系人|监护人|家属)[及和与、/]+(电话|手机|联系)|name.*(phone|tel)/,
    'emergencyContact',
    0.9,
  ],
  [/电话|手机|号码|联系方式|phone|tel|mobile|cell|number/, 'emergencyPhone', 1],
  [/身份|证件|证号|地址|住址|年龄|性别|关系|id|address|relation/, null],
  [/随行|同行|陪/, 'companions', 0.8],
  [/人$|姓名|家属$|家长$|亲属$|联系|contact|guardian|nextofkin|name|parent|relative/, 'emergencyContact', 1],
];

/** In order; the first that fits decides. Texts come without blanks, signs and brackets, in lower case. */
const RULES: readonly Rule[] = [
  [
    /^(序号|序|编号|行号|次序|排序|no|nr|number|item|index|sn|serial|serialno|serialnumber|rowno|row|id编号)$/,
    'ignored',
    1,
  ],
  [
    /曾用名|婚姻|民族|国籍|籍贯|职业|ethnic|nationality|occupation|marital|过敏|allerg|体温|temperature/,
    null,
  ],
  [/密切接触|同时空|流行病|旅居|史.*接触|exposure|travelhistory|隔离(点|酒店|地)/, null],
  [
    /首阳|首次?.{0,4}阳性|初(次|筛).{0,2}阳|first(ly)?.{0,6}positive|positive.{0,6}(first|since)/,
    'firstPositiveDate',
    1,
  ],
  [/采样|检测|核酸(结果|报告)|ct值|结果|样本|条码|sample|barcode|result|test(ed|date)/, null, -1],

  [
    /(证件|证照|身份证件).*(类|种|名称)|^证件类|^证件种|(document|doc|id|identification)(type|kind|category)|typeof(id|document)|kindofdocument/,
    'documentType',
    1,
  ],
  [
    /身份证|公民身份|身份号|证件号|证件编号|证照号|^证号|idcard|identitycard|nationalid|^id(no|number|num)?$|(document|doc|id|identification|identity)(no|num|number|nr)/,
    'documentNumber',
    1,
  ],
  [/护照|通行证|passport/, 'documentNumber', 0.8],
  [/^(证件|document|idnopassport)$|身份信息/, 'documentNumber', 0.7],

  [/出生|生日|birth|^dob$|born/, 'birthDate', 1],
  [
    /(末次|最后|首次|第.[针剂]|加强)?.*(接种|疫苗).*(日期|时间|厂家|品牌|名称|种类|地点)|vaccin.*(date|brand|type|name)/,
    null,
  ],
  [/疫苗|接种|针次|剂次|针数|剂数|vaccin|dose|jabs?$/, 'vaccineDoses', 1],

  [
    /(阳性|确诊|检出|诊断|感染).{0,4}(日期|时间|日|时)$|(positive|diagnos\w*|infection)(test)?date|dateof.{0,8}(positive|diagnos|infection)|^positive$/,
    'firstPositiveDate',
    0.8,
  ],

  [
    /(到达|抵达|入舱|入院|到院|到舱|入住|收治|接收|进舱|报到|入仓).{0,4}(日期|时间|时刻|时)?$|arriv|admi(tted|ssion)(date|time|on|at)?|dateofadmission|timein/,
    'arrivedAt',
    1,
  ],

  [
    /临床分型|临床类型|分型|感染类型|病例类型|病例分类|病情(类型|分类|分级|程度)|classif|severity|casetype|clinicaltype/,
    'classification',
    1,
  ],
  [/症状|symptom/, null],
  [
    /诊断|病情|感染情况|轻重|感染者类别|^(类型|分类|类别|type|category)$|diagnosis|condition$/,
    'classification',
    0.6,
  ],
  [
    /基础性?(疾)?病|既往|病史|合并症|慢性?病|慢病|疾病史|并发|underlying|comorbid|medicalhistory|pasthistory|conditions|chronic|illness|disease/,
    'conditions',
    1,
  ],
  [/健康状况|身体状况|患病|疾病|health/, 'conditions', 0.7],

  [/行动|活动能力|自理|行走|步行|mobility|walk|ambulat/, 'mobility', 1],
  [/特殊需求|特需|需求|需要|specialneed|needs|requirement|assistance|equipment/, 'needs', 1],
  [/怀孕|孕妇|孕产妇|孕周|妊娠|透析|pregnan|dialysis|轮椅|wheelchair/, 'needs', 0.8],

  [
    /同行|随行|陪护|陪同|同住|家庭成员|家庭编号|家庭组|户号|companion|accompan|travel+ingwith|family(members?|group|id|no)?$|^with$|household(no|id)?$/,
    'companions',
    1,
  ],
  [/与.{0,6}关系|关系$|户主|relation/, null],

  [
    /电话|手机|联系方式|联系号|联络方式|移动|phone|mobile|^tel|telno|telephone|cell|contact(no|num|number|info|details)?$|^联系$/,
    'phone',
    1,
  ],
  [/车牌|车辆|车号|车次|车号牌|牌照|班车|大巴|plate|vehicle|^bus|busno|coach/, 'plate', 1],

  [/户籍|户口|permanentaddress|hometown/, 'address', 0.4],
  [/工作(地址|地点)|workaddress/, null],
  [
    /现住|家庭住|居住地|常住|住址|地址|住所|住处|居住|residen(ce|tial)|address|whereliving|homeaddress/,
    'address',
    1,
  ],
  [/区.{0,1}街道|街道.{0,1}社区|区县.*街道|区县.*地址/, 'address', 0.7],
  [/街道|乡镇|镇街|镇办|subdistrict|street|township/, 'street', 1],
  [
    /区县|县区|县市区|市区县|所属区|所在区|所属县|辖区|行政区|属地|来源区|^(区|区域|县)$|district|county/,
    'district',
    1,
  ],
  [/社区|小区|村|community|estate|neighbou?rhood/, 'address', 0.7],

  [/年龄|周岁|岁数|^age|ageyears|years?old/, 'age', 1],
  [/性别|^男女$|^男\/?女$|^sex|gender|^mf$/, 'sex', 1],

  [/拼音|英文名|英文姓名|pinyin/, 'name', 0.4],
  [
    /^(姓名|名字|患者姓名|病人姓名|人员姓名|患者|病人|name|fullname|patientname|patient|nameofpatient)$/,
    'name',
    1,
  ],
  [/姓名|fullname|patientname|nameof(the)?(patient|person)/, 'name', 0.9],
  [/^(given|first|fore|other)names?$|^名$/, 'givenName', 1],
  [/^(姓|姓氏)$/, 'name', 0.6],
  [/^(人员|名单|对象|surname|lastname|familyname|感染者|阳性人员|转运人员|收治人员)$|名$|name$/, 'name', 0.6],

  [/备注|说明|其他|其它|附注|特殊情况|remark|note|comment|memo|other/, 'remarks', 1],
];

const BRACKETS = /[(（[【{<〔]([^)）\]】}>〕]*)[)）\]】}>〕]/g;
const withoutNumbering = (text: string): string => text.replace(/^[0-9一二三四五六七八九十]+[、)]/, '');

function firstRule(rules: readonly Rule[], text: string): Meaning | null {
  const rule = rules.find(([pattern]) => pattern.test(text));
  if (!rule) return null;
  return { field: rule[1], weight: rule[1] === null ? 0 : (rule[2] ?? 1), foreign: false };
}

const foreign = (meaning: Meaning | null): Meaning => ({
  ...(meaning ?? { field: null, weight: 0 }),
  foreign: true,
});

/** Hints in brackets such as (岁), (必填) say nothing; (监护人) does. */
const SHORT_HINT = 6;

function meaningOfOne(heading: string): Meaning | null {
  const folded = heading.normalize('NFKC');
  const core = withoutNumbering(compact(folded.replace(BRACKETS, '')));
  const hints = [...folded.matchAll(BRACKETS)].map((match) => compact(match[1] ?? ''));
  const hinted = core + hints.filter((hint) => hint.length <= SHORT_HINT).join('');
  if (hinted === '') return null;
  if (KIN.test(hinted) && !PATIENT.test(hinted)) return foreign(firstRule(KIN_RULES, hinted));
  if (STAFF.test(hinted) && !PATIENT.test(hinted)) return foreign(null);
  return firstRule(RULES, core) ?? firstRule(RULES, hinted);
}

/**
 * The meaning of a heading by its words, in Chinese or English; null where it has none that is known. Of a
 * two-line heading the lower line counts, together with the upper where that names another person.
 */
export function meaningOf(heading: string): Meaning | null {
  if (heading.trim() === '' || heading.length > LONGEST_HEADING * 2) return null;
  const parts = heading.split(HEADING_JOINT);
  const last = parts.at(-1) ?? '';
  if (last.length > LONGEST_HEADING) return null;
  if (parts.length === 1) return meaningOfOne(last);
  const joined = parts.join('');
  const above = compact(parts[0] ?? '');
  if (KIN.test(above) || STAFF.test(above)) return meaningOfOne(joined);
  return meaningOfOne(last) ?? meaningOfOne(joined) ?? meaningOfOne(parts[0] ?? '');
}
