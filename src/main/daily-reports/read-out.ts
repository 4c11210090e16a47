import type { DailyBody } from '#shared/contract/daily-body.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import type { Language } from '#shared/messages/fill.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { type Clock, clockOf, endClockOf } from './cut-off-rules.ts';
import { classificationWord, partsOf, recoveredPercent, waysOf, wayWord } from './daily-words.ts';

/**
 * The report as sentences to be read out at a press conference 通稿: whole numbers, each with the parts that it is the
 * sum of, and nothing said of what there was none of.
 */
export const readOutOf = (body: DailyBody, language: Language, zone: TimeZone): string =>
  language === 'en' ? inEnglish(body, zone) : inChinese(body, zone);

function chineseTime({ day, clock }: Clock): string {
  const [, month, date] = day.split('-');
  return `${Number(month)}月${Number(date)}日${clock}`;
}

const englishTime = ({ day, clock }: Clock): string => `${clock} on ${day}`;

type Classified = DailyBody['inHouse'];

/** `996 人（无症状 540 人、轻型 456 人）`. */
function peopleZh({ people, byClassification }: Classified): string {
  const parts = partsOf(byClassification).map(([word, n]) => `${classificationWord(word, 'zh-CN')} ${n} 人`);
  return parts.length === 0 ? `${people} 人` : `${people} 人（其中${parts.join('、')}）`;
}

function peopleEn({ people, byClassification }: Classified): string {
  const parts = partsOf(byClassification).map(([word, n]) => `${n} ${classificationWord(word, 'en')}`);
  return parts.length === 0 ? `${people}` : `${people} (${parts.join(', ')})`;
}

const waysZh = (counts: Record<WayOfLeaving, number>): string =>
  waysOf(counts)
    .map(([way, n]) => `${wayWord(way, 'zh-CN')} ${n} 人`)
    .join('、');
const waysEn = (counts: Record<WayOfLeaving, number>): string =>
  waysOf(counts)
    .map(([way, n]) => `${n} ${wayWord(way, 'en')}`)
    .join(', ');

function inChinese(body: DailyBody, zone: TimeZone): string {
  const { admitted, left, beds, inHouse } = body;
  const percent = recoveredPercent(body);
  const at = chineseTime(endClockOf(body.cutOff, zone));
  const lines = [
    `截至${at}，${body.hospital}累计收治 ${peopleZh(admitted.sinceOpening)}。`,
    `${chineseTime(clockOf(body.from, zone))}至${at}，新入舱 ${peopleZh(admitted.inPeriod)}，离舱 ${left.inPeriod.people} 人${bracket(waysZh(left.inPeriod.byWay))}。`,
    `累计离舱 ${left.sinceOpening.people} 人${bracket(waysZh(left.sinceOpening.byWay))}${percent === null ? '' : `；其中治愈出院 ${body.recovered} 人，占累计收治的 ${percent}%`}。`,
    `现有在舱 ${peopleZh(inHouse)}。`,
    `全院床位 ${beds.total} 张，使用 ${beds.occupied} 张，空床 ${beds.available} 张，预留 ${beds.reserved} 张，待终末消毒 ${beds.awaitingDisinfection} 张，停用 ${beds.outOfService} 张。`,
  ];
  if (body.waiting > 0) lines.push(`另有 ${body.waiting} 人正在安排床位，已计入在舱人数。`);
  if (body.daysMoreLeft > 0)
    lines.push(`出舱人数（不含转院、死亡）已连续 ${body.daysMoreLeft} 天多于入舱人数。`);
  return lines.join('\n');
}

const bracket = (inside: string): string => (inside === '' ? '' : `（${inside}）`);
const bracketEn = (inside: string): string => (inside === '' ? '' : ` (${inside})`);

function inEnglish(body: DailyBody, zone: TimeZone): string {
  const { admitted, left, beds, inHouse } = body;
  const percent = recoveredPercent(body);
  const lines = [
    `By ${englishTime(endClockOf(body.cutOff, zone))}, ${body.hospital} had admitted ${peopleEn(admitted.sinceOpening)} since opening.`,
    `Since ${englishTime(clockOf(body.from, zone))}, ${peopleEn(admitted.inPeriod)} came and ${left.inPeriod.people} left${bracketEn(waysEn(left.inPeriod.byWay))}.`,
    `Since opening, ${left.sinceOpening.people} have left${bracketEn(waysEn(left.sinceOpening.byWay))}${percent === null ? '' : `; ${body.recovered} of them recovered, ${percent} % of all admitted`}.`,
    `In house now: ${peopleEn(inHouse)}.`,
    `Of ${beds.total} beds ${beds.occupied} are occupied, ${beds.available} free, ${beds.reserved} reserved, ${beds.awaitingDisinfection} awaiting disinfection and ${beds.outOfService} out of service.`,
  ];
  if (body.waiting > 0) lines.push(`${body.waiting} of those in house are waiting for a bed.`);
  if (body.daysMoreLeft > 0)
    lines.push(
      body.daysMoreLeft === 1
        ? 'More people were discharged than admitted (without those moved to hospitals or died).'
        : `For ${body.daysMoreLeft} days in a row more people have been discharged than admitted (without those moved to hospitals or died).`,
    );
  return lines.join('\n');
}
