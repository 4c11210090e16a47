/** District 区县 and street 街道 or township of an address; each '' where the address does not tell. */
export interface PlaceOfLiving {
  readonly district: string;
  readonly street: string;
}

const GAP = '[\\s,，、;；/·-]*';

/** Province and city before the district. A city's name has none of the words that come after it. */
const PROVINCE = /^(?:中国)?(?:[\p{Script=Han}]{2,6}?(?:省|自治区)|内蒙古)/u;
const CITY = /^[^省市区县旗街路镇乡村号楼\d\s,，]{1,8}(?:市|自治州|地区|盟)(?!场)/u;

/** 区 that is no district: an estate, a community, a factory, a dormitory … */
const NO_DISTRICT =
  /(小区|社区|厂区|校区|院区|库区|景区|宿舍区|生活区|家属区|居民区|住宅区|单元区|[A-Za-z\d]区)$/;
const DISTRICT = /^[\p{Script=Han}]{1,14}?(?:自治县|自治旗|林区|特区|开发区|新区|区|县|旗)/u;
const COUNTY_CITY = /^[^省市区县旗街路镇乡村号楼\d\s,，]{1,6}市(?!场)/u;

const STREET =
  /^[\p{Script=Han}]{1,12}?(?:街道办事处|街道|民族乡|苏木|(?:镇|乡)(?=$|[\s,，、;；\d]|.{0,12}(?:村|屯|社|队|组|街|路)))/u;
const NO_STREET = /小区|社区|花园|家园/;

const skipGap = (text: string): string => text.replace(new RegExp(`^${GAP}`), '');

function districtOf(text: string): string {
  const match = DISTRICT.exec(text)?.[0] ?? '';
  return match === '' || NO_DISTRICT.test(match) ? '' : match;
}

function streetOf(text: string): string {
  const match = STREET.exec(text)?.[0] ?? '';
  return NO_STREET.test(match) ? '' : match.replace(/办事处$/, '');
}

function englishPlace(text: string): PlaceOfLiving {
  const find = (words: string) =>
    new RegExp(`([A-Z][\\p{L}'’]*(?: [A-Z][\\p{L}'’]*){0,3}) (?:${words})`, 'u').exec(text)?.[0] ?? '';
  return { district: find('District|County'), street: find('Subdistrict|Sub-district|Township|Town') };
}

/**
 * Splits an address such as 吉林市丰满区青岛街道31号楼5单元 by its words; no gazetteer is asked, so any city's
 * addresses work. An estate or community (小区, 社区) is neither and stays in the address only.
 */
export function splitAddress(address: string): PlaceOfLiving {
  const text = address.trim().slice(0, 300);
  if (!/\p{Script=Han}/u.test(text)) return englishPlace(text);
  let rest = skipGap(text.replace(PROVINCE, ''));
  const city = CITY.exec(rest)?.[0] ?? '';
  rest = skipGap(rest.slice(city.length));
  let district = districtOf(rest);
  if (district === '' && city !== '') district = COUNTY_CITY.exec(rest)?.[0] ?? '';
  return { district, street: streetOf(skipGap(rest.slice(district.length))) };
}
