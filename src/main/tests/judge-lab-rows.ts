import { addMinutes, type Instant, minutesBetween } from '#shared/rules/instant.ts';
import { nameKey } from '#shared/rules/person-name.ts';
import { Doubt } from './doubt.ts';
import { type Whose, whoseIs } from './identify-sample.ts';
import type { KnownStay, LabFate, LabKnowledge, Taken, Tube } from './lab-types.ts';
import type { LabLine } from './read-lab-file.ts';
import { type ResultValue, readResult, readTube } from './read-result.ts';

/** Clocks of the laboratory and the ward may differ by this much. */
const CLOCK_SKEW_MINUTES = 2;
/** The bedside's time and the file's may differ by this much before anybody is told. */
const TIME_TOLERANCE_MINUTES = 60;

const EMPTY: Tube = { pooled: false, members: [], label: null, result: null };

/**
 * Judges every line of a laboratory's list: what belongs to somebody beyond doubt is taken, what says what is
 * known already is a repeat, all else goes to quarantine with the first doubt about it. Looks at nothing but
 * what it is given; the order of the lines stays.
 */
export function judgeLabLines(lines: readonly LabLine[], known: LabKnowledge): LabFate[] {
  const doubts = doubtsWithinFile(lines, known);
  const tubes = new Map(known.tubes);
  return lines.map((line): LabFate => {
    try {
      requireReported(line, known);
      const doubt = doubts.get(line);
      if (doubt) throw doubt;
      if (line.barcode === '') throw new Doubt('barcode-missing');
      const tube = tubes.get(line.barcode) ?? EMPTY;
      const whose = whoseIs(line, tube, known);
      const fate = judgeLine(line, tube, whose, known);
      tubes.set(line.barcode, after(tube, fate, whose.person));
      return fate;
    } catch (doubt) {
      if (!(doubt instanceof Doubt)) throw doubt;
      const { problem, params } = doubt;
      return { line, status: 'quarantined', problem, params };
    }
  });
}

function judgeLine(line: LabLine, tube: Tube, whose: Whose, known: LabKnowledge): Taken {
  const { sampledAt, note } = sampledWhen(line, whose, known);
  const { params: seen, result } = resultOf(line);
  const pooled =
    tube.members.length > 0 ? tube.pooled : readTube(line.tube) === 'pool' && whose.person !== null;
  const member = tube.members.find(({ stayId }) => stayId === whose.person?.stayId);
  const moved =
    member !== undefined && !member.byHand && sampledAt !== null && member.sampledAt !== sampledAt;
  const addsSample = whose.person !== null && (member === undefined || moved);
  const same = tube.result !== null && sameResult(tube.result.value, result);
  const base = { line, stayId: whose.person?.stayId ?? null, pooled };
  if (same && !addsSample)
    return { ...base, status: 'repeat', note: null, params: {}, sample: null, result: null };
  requireNewer(line, tube, same, known);
  requirePresent(whose, known);
  const corrected = (tube.result !== null && !same) || moved;
  return {
    ...base,
    status: 'taken',
    note: corrected ? 'corrected' : note,
    params: corrected
      ? {
          ...seen,
          name: whose.person?.name ?? '—',
          before: describe(tube.result?.value ?? result, moved ? known.show(member.sampledAt) : ''),
          after: describe(result, moved && sampledAt ? known.show(sampledAt) : ''),
        }
      : note
        ? {
            barcode: line.barcode,
            sampled: shownTime(line, known),
            known: member ? known.show(member.sampledAt) : '',
          }
        : {},
    sample:
      addsSample && sampledAt !== null
        ? { at: sampledAt, replaces: moved ? (member.sampleId ?? null) : null }
        : null,
    result: same ? null : { value: result, replaces: tube.result?.id ?? null },
  };
}

const shownTime = (line: LabLine, known: LabKnowledge): string =>
  line.sampledAt === null ? line.sampled : known.show(line.sampledAt);

/** The bedside's record of a sampling leads; else the file must tell it, and it must be possible. */
function sampledWhen(
  line: LabLine,
  { person, member }: Whose,
  known: LabKnowledge,
): { sampledAt: Instant | null; note: 'time-differs' | null } {
  if (member && (member.byHand || line.sampledAt === null)) {
    const differs =
      line.sampledAt !== null &&
      Math.abs(minutesBetween(member.sampledAt, line.sampledAt)) > TIME_TOLERANCE_MINUTES;
    return { sampledAt: member.sampledAt, note: differs ? 'time-differs' : null };
  }
  if (person === null) return { sampledAt: null, note: null };
  if (line.sampledAt === null) throw new Doubt('time-unreadable', { value: line.sampled || '—' });
  const sampled = known.show(line.sampledAt);
  if (isAhead(line.sampledAt, known)) throw new Doubt('in-future', { sampled });
  if (line.reportedAt !== null && line.reportedAt < line.sampledAt)
    throw new Doubt('reported-before-sampling', { sampled, reported: known.show(line.reportedAt) });
  if (person.from > line.sampledAt)
    throw new Doubt('before-admission', { sampled, known: person.name, arrived: known.show(person.from) });
  if (person.to !== null && line.sampledAt > person.to)
    throw new Doubt('left-before-sampling', { sampled, known: person.name, left: known.show(person.to) });
  return { sampledAt: line.sampledAt, note: null };
}

const isAhead = (at: Instant, known: LabKnowledge): boolean => at > addMinutes(known.now, CLOCK_SKEW_MINUTES);

/** A report from the future would count only when its time has come: a positive would hold nobody back. */
function requireReported({ reportedAt }: LabLine, known: LabKnowledge): void {
  if (reportedAt !== null && isAhead(reportedAt, known))
    throw new Doubt('reported-in-future', { reported: known.show(reportedAt) });
}

function resultOf(line: LabLine): { params: Record<string, string>; result: ResultValue } {
  const { orf, n, result } = line;
  const reading = readResult({ orf, n, result });
  if (reading.ok) return { params: { barcode: line.barcode }, result: reading.value };
  throw new Doubt(reading.why === 'unreadable' ? 'result-unreadable' : 'result-contradicts', {
    orf,
    n,
    result,
  });
}

/** What comes for somebody who is gone is looked at by a person: the community may have to know. */
function requirePresent({ person }: Whose, known: LabKnowledge): void {
  if (person !== null && person.to !== null && person.to <= known.now)
    throw new Doubt('has-left', { known: person.name, left: known.show(person.to) });
}

function requireNewer(line: LabLine, tube: Tube, same: boolean, known: LabKnowledge): void {
  const last = tube.result?.reportedAt ?? null;
  if (same || last === null || line.reportedAt === null || line.reportedAt >= last) return;
  throw new Doubt('older-report', {
    barcode: line.barcode,
    known: known.show(last),
    reported: known.show(line.reportedAt),
  });
}

export const sameResult = (a: ResultValue, b: ResultValue): boolean =>
  a.outcome === b.outcome &&
  a.orf.reading === b.orf.reading &&
  a.orf.ct === b.orf.ct &&
  a.n.reading === b.n.reading &&
  a.n.ct === b.n.ct;

const SIGNS = { positive: '+', negative: '−', invalid: '?' } as const;
const gene = ({ reading, ct }: ResultValue['orf']): string =>
  ({ ct: String(ct), 'not-detected': 'ND', missing: '·', retest: '?' })[reading];

/** A result in signs that need no language: `ORF1ab 26, N ND (+)`. */
export const describe = (value: ResultValue, when = ''): string =>
  `ORF1ab ${gene(value.orf)}, N ${gene(value.n)} (${SIGNS[value.outcome]})${when === '' ? '' : ` ${when}`}`;

/** The tube as later lines of the same file find it. */
function after(tube: Tube, fate: Taken, owner: KnownStay | null): Tube {
  const { stayId, sample, result, pooled } = fate;
  return {
    ...tube,
    pooled,
    members:
      sample && owner
        ? [
            ...tube.members.filter((one) => one.stayId !== stayId),
            { ...owner, sampleId: null, sampledAt: sample.at, byHand: false },
          ]
        : tube.members,
    result: result ? { id: null, value: result.value, reportedAt: fate.line.reportedAt } : tube.result,
  };
}

/** Barcodes that stand for different people, or for different results, within the file. */
function doubtsWithinFile(lines: readonly LabLine[], known: LabKnowledge): Map<LabLine, Doubt> {
  const doubts = new Map<LabLine, Doubt>();
  for (const [barcode, some] of Map.groupBy(lines, (line) => line.barcode)) {
    if (barcode === '' || some.length < 2) continue;
    const people = new Map(some.map((line) => [whoOf(line), line.name || line.document]));
    const pool = known.tubes.get(barcode)?.pooled || some.every((line) => readTube(line.tube) === 'pool');
    const results = new Set(some.flatMap((line) => resultKey(line)));
    for (const line of some) {
      if (people.size > 1 && !pool) {
        const other = [...people].flatMap(([who, name]) => (who === whoOf(line) ? [] : [name]));
        doubts.set(
          line,
          new Doubt('barcode-used-twice', { barcode, other: other.slice(0, 3).join('、') || '—' }),
        );
      } else if (results.size > 1) doubts.set(line, new Doubt('results-differ-in-file', { barcode }));
    }
  }
  return doubts;
}

const whoOf = (line: LabLine): string =>
  line.document.toUpperCase().replace(/[\s-]/g, '') || nameKey(line.name);

function resultKey({ orf, n, result }: LabLine): string[] {
  const reading = readResult({ orf, n, result });
  return reading.ok ? [JSON.stringify(reading.value)] : [];
}
