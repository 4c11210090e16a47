import type { Random } from './random.ts';

type List<T> = readonly [T, ...T[]];

export interface District {
  name: string;
  streets: List<string>;
  /** How many of the city's people live there, in hundreds. */
  weight: number;
}

/** Districts of the city of Jilin with some of their streets and towns; estates and numbers are made up. */
export const DISTRICTS: List<District> = [
  {
    name: '船营区',
    weight: 24,
    streets: ['德胜街道', '南京街道', '青岛街道', '向阳街道', '北极街道', '黄旗街道'],
  },
  {
    name: '昌邑区',
    weight: 26,
    streets: ['兴华街道', '文庙街道', '新地号街道', '延安街道', '站前街道', '莲花街道'],
  },
  {
    name: '龙潭区',
    weight: 18,
    streets: ['龙潭街道', '新安街道', '泡子沿街道', '遵义街道', '铁东街道', '缸窑镇'],
  },
  { name: '丰满区', weight: 14, streets: ['江南街道', '泰山街道', '沿丰街道', '石井街道', '旺起镇'] },
  { name: '高新区', weight: 7, streets: ['高新街道', '长江街道', '桃源街道'] },
  { name: '经开区', weight: 5, streets: ['九站街道', '双吉街道'] },
  { name: '永吉县', weight: 8, streets: ['口前镇', '双河镇', '西阳镇', '一拉溪镇'] },
];

const ESTATES: List<string> = [
  '幸福馨苑',
  '松江新城',
  '雾凇花园',
  '滨江家园',
  '北山雅居',
  '朝阳里',
  '吉化新村',
  '学府名苑',
];

export const madeUpDistrict = (random: Random): District => {
  const [first, ...others] = DISTRICTS.map((district) => [district, district.weight] as const);
  return first === undefined ? DISTRICTS[0] : random.weighted([first, ...others]);
};

export interface Home {
  address: string;
  district: string;
  street: string;
}

const VILLAGES: List<string> = ['和平', '向阳', '团结', '春光', '新立'];

export function madeUpHome(random: Random, district: District): Home {
  const street = random.pick(district.streets);
  const room = random.int(1, 18) * 100 + random.int(1, 6);
  const house = street.endsWith('镇')
    ? `${random.pick(VILLAGES)}村${random.int(1, 9)}组`
    : `${random.pick(ESTATES)}${random.int(1, 40)}号楼${random.int(1, 6)}单元${room}室`;
  return { address: `吉林市${district.name}${street}${house}`, district: district.name, street };
}

/** Where gravely ill patients are taken; no hospital bears these names. */
export const DESIGNATED_HOSPITALS: List<string> = [
  '吉林市定点医院东院',
  '吉林市定点医院西院',
  '省定点医院北区',
];

/** Licence plate of a bus: 吉B is the city, the digits are made up. */
export const madeUpPlate = (random: Random): string =>
  `吉B·${random.pick(['D', 'F', 'K'])}${random.int(1000, 9999)}`;
