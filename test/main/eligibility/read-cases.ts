import { readFileSync } from 'node:fs';
import type { GeneResult, ReleaseFacts, SampleFacts } from '#main/eligibility/eligibility-types.ts';
import { shippedProtocols } from '#main/protocols/shipped-protocols.ts';
import { type Protocol, protocol } from '#shared/contract/protocol.ts';
import type { Classification } from '#shared/contract/vocabulary.ts';
import { type Instant, instantOfLocal, type LocalDate, type TimeZone } from '#shared/rules/instant.ts';

/** One row of cases.md, read. */
export interface Case {
  id: string;
  facts: ReleaseFacts;
  protocol: Protocol;
  zone: TimeZone;
  at: Instant;
  verdict: string;
  /** `never` is null. */
  earliest: Instant | null;
  next: string;
  nextAt: Instant | null;
  why: string;
}

const KEYS: Record<string, string> = {
  '9': 'ninth-edition',
  '9f': 'ninth-edition-fever-free',
  gz: 'guangzhou-2022-11',
  '10': 'tenth-edition',
};

export function readCases(): Case[] {
  const text = readFileSync(new URL('./cases.md', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => /^\| *\d+ *\|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map((cells) => {
      if (cells.length !== 9) throw new Error(`row ${cells[0]} has ${cells.length} cells`);
      return readCase(cells);
    });
}

function readCase(cells: string[]): Case {
  const [
    id = '',
    samples = '',
    other = '',
    rules = '',
    moment = '',
    verdict = '',
    by = '',
    next = '',
    why = '',
  ] = cells;
  const words = other.split(';').map((one) => one.trim());
  const zone = (words.find((one) => one.startsWith('zone '))?.slice(5) ?? 'Asia/Shanghai') as TimeZone;
  const time = (local: string): Instant => {
    const found = /^\d\d-\d\d \d\d:\d\d$/.test(local) ? instantOfLocal(`2022-${local}`, zone) : null;
    if (!found) throw new Error(`row ${id}: no time: ${local}`);
    return found;
  };
  const at = time(moment);
  const [what = '', ...when] = next.split(' ');
  const whenText = when.join(' ');
  return {
    id,
    zone,
    at,
    verdict,
    why,
    facts: readFacts(samples, words, time, id),
    protocol: readProtocol(rules),
    earliest: by === 'never' ? null : by === 'now' ? at : time(by),
    next: what,
    nextAt: whenText === '' ? null : whenText === 'now' ? at : time(whenText),
  };
}

function readProtocol(text: string): Protocol {
  const [key = '', ...changes] = text.split(' ');
  const found = shippedProtocols().find((one) => one.key === KEYS[key]);
  if (!found) throw new Error(`no protocol ${key}`);
  const made = structuredClone(found);
  for (const change of changes) {
    const [name = '', value = ''] = change.split('=');
    const { release } = made;
    if (name === 'minimumDays') release.minimumStay.days = Number(value);
    else if (name === 'countedFrom') release.minimumStay.countedFrom = value as 'arrival';
    else if (name === 'genes') Object.assign(release.tests ?? {}, { genes: value.split('+') });
    else if (release.tests && name in release.tests) {
      Object.assign(release.tests, { [name]: Number.isNaN(Number(value)) ? value : Number(value) });
    } else throw new Error(`no parameter ${name}`);
  }
  return protocol.parse(made);
}

function readFacts(
  samples: string,
  words: string[],
  time: (local: string) => Instant,
  id: string,
): ReleaseFacts {
  const facts = {
    arrivedAt: null as Instant | null,
    classification: 'mild' as Classification,
    firstPositiveDate: '2022-04-03' as LocalDate | null,
    temperatures: [] as { at: Instant; celsius: number }[],
    lastSymptoms: null as ReleaseFacts['lastSymptoms'],
    severeSince: null as Instant | null,
    referred: false,
  };
  for (const word of words.filter((one) => one !== '' && !one.startsWith('zone '))) {
    const moment = /(\d\d-\d\d \d\d:\d\d)/.exec(word)?.[1] ?? '';
    const last = word.split(' ').at(-1) ?? '';
    if (word.startsWith('arrived ')) facts.arrivedAt = time(moment);
    else if (word.startsWith('class ')) facts.classification = last as Classification;
    else if (word.startsWith('first positive '))
      facts.firstPositiveDate = last === 'none' ? null : (`2022-${last}` as LocalDate);
    else if (word.startsWith('temp ')) facts.temperatures.push({ at: time(moment), celsius: Number(last) });
    else if (word.startsWith('symptoms '))
      facts.lastSymptoms = { at: time(moment), none: last === 'none', better: last === 'better' };
    else if (word.startsWith('severe ')) facts.severeSince = time(moment);
    else if (word === 'referred') facts.referred = true;
    else throw new Error(`row ${id}: what is ${word}?`);
  }
  return {
    ...facts,
    arrivedAt: facts.arrivedAt ?? time('04-04 12:00'),
    samples: samples
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one, i) => readSample(one, i, time, id)),
  };
}

const SAMPLE =
  /^(\d\d-\d\d \d\d:\d\d) (\S+)(?: called (neg|pos|invalid))?(?: rep (\d\d-\d\d \d\d:\d\d))?( pool)?$/;

function readSample(text: string, index: number, time: (local: string) => Instant, id: string): SampleFacts {
  const match = SAMPLE.exec(text);
  if (!match) throw new Error(`row ${id}: no sample: ${text}`);
  const [, sampled = '', result = '', called, reported, pool] = match;
  const [orf = '', n] = result.split('/');
  const genes = n === undefined ? { orf: gene('none'), n: gene('none') } : { orf: gene(orf), n: gene(n) };
  const OUTCOMES = { neg: 'negative', pos: 'positive', invalid: 'invalid' } as const;
  const low = [genes.orf, genes.n].some(({ ct }) => ct !== null && ct < 35);
  const said = (called ?? (n === undefined ? result : low ? 'pos' : 'neg')) as
    | keyof typeof OUTCOMES
    | 'waiting';
  return {
    barcode: `T${String(index).padStart(3, '0')}`,
    sampledAt: time(sampled),
    reportedAt: reported === undefined ? null : time(reported),
    pooled: pool !== undefined,
    outcome: said === 'waiting' ? null : OUTCOMES[said],
    ...genes,
  };
}

function gene(text: string): GeneResult {
  if (text === 'ND') return { reading: 'not-detected', ct: null };
  if (text === 'none') return { reading: 'missing', ct: null };
  if (text === 'retest') return { reading: 'retest', ct: null };
  return { reading: 'ct', ct: Number(text) };
}
