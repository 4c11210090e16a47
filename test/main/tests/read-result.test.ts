import { describe, expect, it } from 'vitest';
import { meaningOfLabHeading } from '#main/tests/lab-headings.ts';
import { readGene, readResult, readTube } from '#main/tests/read-result.ts';

describe('what a laboratory writes for a gene', () => {
  const cases: [string, string][] = [
    ['26', 'ct'],
    ['35.2', 'ct'],
    ['35，2', 'ct'],
    ['Ct: 31', 'ct'],
    ['>40', 'not-detected'],
    ['＞ 40', 'not-detected'],
    ['≥38', 'not-detected'],
    ['40+', 'not-detected'],
    ['>30', 'unreadable'],
    ['0', 'unreadable'],
    ['99', 'unreadable'],
    ['未检出', 'not-detected'],
    ['Undet.', 'not-detected'],
    ['Undetermined', 'not-detected'],
    ['ND', 'not-detected'],
    ['阴性', 'not-detected'],
    ['negative', 'not-detected'],
    ['—', 'dash'],
    ['-', 'dash'],
    ['N/A', 'dash'],
    ['复检', 'retest'],
    ['灰区', 'retest'],
    ['retest', 'retest'],
    ['阳性', 'detected'],
    ['', 'missing'],
    ['差', 'unreadable'],
  ];
  for (const [text, kind] of cases)
    it(`“${text}” is ${kind}`, () => {
      expect(readGene(text).kind).toBe(kind);
    });
});

describe('a whole result', () => {
  const cases: [orf: string, n: string, result: string, wanted: string][] = [
    ['26', '24', '阳性', 'positive'],
    ['34.99', '>40', '阴性', 'contradicts'],
    ['35', '36', '阴性', 'negative'],
    ['35', '36', '阳性', 'positive'],
    ['—', '24', '阳性', 'positive'],
    ['—', '—', '阴性', 'negative'],
    ['—', '—', '阳性', 'contradicts'],
    ['>40', '未检出', '阳性', 'contradicts'],
    ['', '', '阳性', 'positive'],
    ['', '', '', 'unreadable'],
    ['—', '—', '', 'unreadable'],
    ['阳性', '', '阴性', 'contradicts'],
    ['复检', '>40', '阴性', 'invalid'],
    ['26', '24', '复检', 'invalid'],
    ['26', '24', '', 'positive'],
    ['39', 'ND', '', 'positive'],
    ['41', 'ND', '', 'negative'],
    ['ND', 'ND', '', 'negative'],
    ['26', '24', '待定', 'unreadable'],
  ];
  for (const [orf, n, result, wanted] of cases)
    it(`ORF ${orf || '·'}, N ${n || '·'}, “${result}”: ${wanted}`, () => {
      const reading = readResult({ orf, n, result });
      expect(reading.ok ? reading.value.outcome : reading.why).toBe(wanted);
    });
});

describe('headings of other laboratories', () => {
  const cases: [string, string | null][] = [
    ['标本编号', 'barcode'],
    ['采样管条码*', 'barcode'],
    ['Specimen ID', 'barcode'],
    ['受检者姓名', 'name'],
    ['采样人', null],
    ['证件号码（必填）', 'document'],
    ['采样时间', 'sampledAt'],
    ['Collection date/time', 'sampledAt'],
    ['报告时间', 'reportedAt'],
    ['检测时间', 'reportedAt'],
    ['接收时间', null],
    ['N基因Ct值', 'n'],
    ['N Ct', 'n'],
    ['N', 'n'],
    ['ORF1ab Ct', 'orf'],
    ['ORF 基因（Ct）', 'orf'],
    ['内参Ct', null],
    ['检测结果', 'result'],
    ['结论', 'result'],
    ['Result', 'result'],
    ['混检/单检', 'tube'],
    ['序号', 'ignored'],
    ['No.', 'ignored'],
  ];
  for (const [heading, field] of cases)
    it(`${heading}: ${field ?? 'nobody’s'}`, () => {
      expect(meaningOfLabHeading(heading)?.field ?? null).toBe(field);
    });

  it('tell pools from single tubes', () => {
    expect(['混采', '10混1', '10:1', '5合1', 'pool', '单采', '1:1', ''].map(readTube)).toEqual([
      ...['pool', 'pool', 'pool', 'pool', 'pool', 'single', 'single', null],
    ]);
  });
});
