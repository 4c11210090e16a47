import type { Random } from './random.ts';

type List<T> = readonly [T, ...T[]];
const list = (text: string): List<string> => [...text] as unknown as List<string>;

/** Common family names; the first ones are borne by more people, as in life. */
const MOST_COMMON = list('王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林');
const COMMON = list(
  '罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤关全朴',
);
const COMPOUND: List<string> = ['欧阳', '上官', '尉迟', '司徒', '诸葛', '慕容'];

type Names = { first: List<string>; second: List<string> };

/**
 * Characters of given names by sex and generation: names have fashions. First and second characters are kept
 * apart so that the sound is right, and every name has two of them: short ones are too often somebody's.
 */
const GIVEN = {
  male: {
    old: { first: list('国建文德志永福振玉长连景'), second: list('忠发贵祥山林财义仁坤田洲') },
    grown: { first: list('春海晓立庆宏俊学少洪金树'), second: list('东波伟峰军斌辉亮刚勇涛鹏') },
    young: { first: list('浩子宇梓俊博思嘉铭泽天一'), second: list('轩然航睿宸阳辰昊霖哲楠铮') },
  },
  female: {
    old: { first: list('桂淑玉秀凤素雅翠彩月金兰'), second: list('珍芬琴荣芳霞香贤清云莲芝') },
    grown: { first: list('丽海晓春红艳立雪慧冬佳亚'), second: list('娟梅玲燕杰敏华萍红霞静颖') },
    young: { first: list('雨梓欣思若佳诗一可嘉语依'), second: list('桐涵怡彤萱悦瑶琪妍宁菲然') },
  },
} as const satisfies Record<'male' | 'female', Record<'old' | 'grown' | 'young', Names>>;

export function madeUpSurname(random: Random): string {
  return random.pick(
    random.weighted([
      [MOST_COMMON, 55],
      [COMMON, 44],
      [COMPOUND, 1],
    ]),
  );
}

/** A given name of the fashion of the birth year. */
export function madeUpGivenName(random: Random, sex: 'male' | 'female', birthYear: number): string {
  const generation = birthYear < 1966 ? 'old' : birthYear < 1996 ? 'grown' : 'young';
  const { first, second } = GIVEN[sex][generation];
  return random.pick(first) + random.pick(second);
}

interface Abroad {
  country: string;
  male: List<string>;
  female: List<string>;
  family: List<string>;
  /** Family name in front, as in Viet Nam and Korea. */
  familyFirst?: boolean;
}

/** Students and engineers from abroad, as their passports write them. */
const ABROAD: List<Abroad> = [
  {
    country: '俄罗斯',
    male: ['Artem', 'Kirill', 'Maksim', 'Timur'],
    female: ['Darya', 'Polina', 'Alina', 'Ksenia'],
    family: ['Belov', 'Zaytsev', 'Karpov', 'Orlov', 'Gusev'],
  },
  {
    country: '韩国',
    male: ['Min-jun', 'Do-yun', 'Ji-ho'],
    female: ['Seo-yeon', 'Ha-eun', 'Ji-woo'],
    family: ['Kim', 'Park', 'Choi', 'Jung'],
    familyFirst: true,
  },
  {
    country: '巴基斯坦',
    male: ['Hamza', 'Bilal', 'Usman'],
    female: ['Ayesha', 'Maryam', 'Zainab'],
    family: ['Qureshi', 'Malik', 'Chaudhry'],
  },
  {
    country: '越南',
    male: ['Quang Huy', 'Đức Anh', 'Minh Khôi'],
    female: ['Thị Hương', 'Ngọc Lan', 'Thu Trang'],
    family: ['Nguyễn', 'Trần', 'Phạm'],
    familyFirst: true,
  },
  {
    country: '法国',
    male: ['Loïc', 'Gaël', 'Étienne'],
    female: ['Zoé', 'Maëlle', 'Anaïs'],
    family: ["L'Hermitte", 'Besançon', 'Müller-Roux'],
  },
];

/** The name as in the passport, and the country. */
export function madeUpNameFromAbroad(random: Random, sex: 'male' | 'female') {
  const { country, family, familyFirst, [sex]: given } = random.pick(ABROAD);
  const [last, first] = [random.pick(family), random.pick(given)];
  return { country, name: familyFirst ? `${last} ${first}` : `${first} ${last}` };
}
