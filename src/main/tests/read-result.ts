import type { GeneReading, NatOutcome } from '#shared/contract/clinical-vocabulary.ts';

/** What a laboratory wrote for one gene. `dash` may mean "nothing found" or "not done": the result word decides. */
export type GeneText =
  | { readonly kind: 'ct'; readonly ct: number }
  | { readonly kind: 'not-detected' | 'dash' | 'missing' | 'retest' | 'detected' | 'unreadable' };

interface GeneValue {
  readonly reading: GeneReading;
  readonly ct: number | null;
}

export interface ResultValue {
  readonly outcome: NatOutcome;
  readonly orf: GeneValue;
  readonly n: GeneValue;
}

export type ResultReading =
  | { readonly ok: true; readonly value: ResultValue }
  | { readonly ok: false; readonly why: 'unreadable' | 'contradicts' };

/**
 * Below this a gene counts as found whatever the assay: the ninth edition's bound. Between it and the assay's
 * cut-off of 40 laboratories differ in the word they write.
 */
const SURELY_FOUND = 35;
/** Where a laboratory writes no word: cut-off of common assays. */
const ASSAY_CUT_OFF = 40;
/** Cycles that an assay can report. A Ct of 0 is how some machines write "none", others "failed": not taken. */
const LEAST_CT = 5;
const MOST_CT = 50;

const tidy = (text: string): string =>
  text
    .slice(0, 60)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\ufeff'‘’"“”]/g, '')
    .replace(/^ct值?[:=]?(?=[\d><≥])/, '')
    .replace(/。$/, '');

const NOT_DETECTED =
  /^(未检出|未检测到|未检到|未测出|阴性|阴|\(-\)|undet\.?|undetermined|undetected|undetectable|notdetected|nd|n\.d\.?|n\/d|neg\.?|negative|noct|nocq)$/;
const DASH = /^([-—–―−一_/]+|n\/?a|nan|无|none)$/;
const RETEST =
  /^(复检|复查|需复检|待复检|待复核|复测|重测|重检|重采|灰区|可疑|无效|不确定|retest|repeat|re-?test|inconclusive|indeterminate|equivocal|invalid|grey(zone)?|gray(zone)?|failed)$/;
const DETECTED = /^(阳性|阳|检出|\(?\++\)?|pos\.?|positive|detected)$/;
const ABOVE = /^(?:[>≥]=?|大于等于|大于|超过)(\d{2}(?:\.\d+)?)$|^(\d{2})\+$/;

/** Reads the cell of one gene, as text. */
export function readGene(text: string): GeneText {
  const word = tidy(text);
  if (word === '') return { kind: 'missing' };
  if (/^\d{1,3}([.,]\d+)?$/.test(word)) {
    const ct = Number(word.replace(',', '.'));
    return ct >= LEAST_CT && ct <= MOST_CT ? { kind: 'ct', ct } : { kind: 'unreadable' };
  }
  const above = ABOVE.exec(word);
  // "Over 30" leaves open whether it was found after all.
  if (above) return { kind: Number(above[1] ?? above[2]) >= SURELY_FOUND ? 'not-detected' : 'unreadable' };
  if (NOT_DETECTED.test(word)) return { kind: 'not-detected' };
  if (DASH.test(word)) return { kind: 'dash' };
  if (RETEST.test(word)) return { kind: 'retest' };
  return { kind: DETECTED.test(word) ? 'detected' : 'unreadable' };
}

const POSITIVE_WORD =
  /^(新冠(病毒)?(核酸)?)?(阳性|阳|检出|弱阳性|单靶标?阳性|双靶标?阳性|\(?\++\)?|pos\.?|positive|detected|weak(ly)?positive)(\(\+\))?$/;
const NEGATIVE_WORD =
  /^(新冠(病毒)?(核酸)?)?(阴性|阴|未检出|-|—|\(-\)|neg\.?|negative|notdetected|undetected)(\(-\))?$/;

/** The laboratory's word for the whole tube; null where it wrote none, undefined where nobody knows the word. */
function readWord(text: string): NatOutcome | null | undefined {
  const word = tidy(text);
  if (word === '') return null;
  if (POSITIVE_WORD.test(word)) return 'positive';
  if (NEGATIVE_WORD.test(word)) return 'negative';
  return RETEST.test(word) ? 'invalid' : undefined;
}

const isFound = (gene: GeneText): boolean => gene.kind === 'ct' || gene.kind === 'detected';

function geneValue(gene: GeneText, dashMeans: GeneReading): GeneValue {
  switch (gene.kind) {
    case 'ct':
      return { reading: 'ct', ct: gene.ct };
    case 'dash':
      return { reading: dashMeans, ct: null };
    case 'detected':
    case 'unreadable':
      return { reading: 'missing', ct: null };
    default:
      return { reading: gene.kind, ct: null };
  }
}

const taken = (outcome: NatOutcome, genes: readonly [GeneText, GeneText]): ResultReading => {
  const dash = outcome === 'invalid' ? 'missing' : 'not-detected';
  return { ok: true, value: { outcome, orf: geneValue(genes[0], dash), n: geneValue(genes[1], dash) } };
};

/**
 * A whole result from its three cells. `unreadable`: a cell that says nothing known, or nothing at all.
 * `contradicts`: negative with a gene below Ct 35, or positive with nothing found. A Ct of 35 or more fits both
 * words. "—" is "not detected" beside a word or a gene that was found.
 */
export function readResult(cells: { orf: string; n: string; result: string }): ResultReading {
  const genes = [readGene(cells.orf), readGene(cells.n)] as const;
  const word = readWord(cells.result);
  if (word === undefined || genes.some(({ kind }) => kind === 'unreadable'))
    return { ok: false, why: 'unreadable' };
  const found = genes.some(isFound);
  const surely = genes.some(
    (gene) => gene.kind === 'detected' || (gene.kind === 'ct' && gene.ct < SURELY_FOUND),
  );
  const said = genes.some(({ kind }) => kind === 'not-detected' || kind === 'dash');
  const retest = genes.some(({ kind }) => kind === 'retest');
  switch (word) {
    case 'positive':
      if (found) return taken('positive', genes);
      if (retest) return taken('invalid', genes);
      return said ? { ok: false, why: 'contradicts' } : taken('positive', genes);
    case 'negative':
      if (surely) return { ok: false, why: 'contradicts' };
      return taken(retest ? 'invalid' : 'negative', genes);
    case 'invalid':
      return taken('invalid', genes);
    case null:
      return withoutWord(genes, { retest, surely });
  }
}

/**
 * Whether a row speaks of a positive, even where it contradicts itself or a cell cannot be read: a gene below the
 * threshold, or found, or the word. `threshold` null: that of the ninth edition.
 */
export function readsPositive(
  cells: { orf: string; n: string; result: string },
  threshold: number | null,
): boolean {
  const below = [cells.orf, cells.n].map(readGene).some((gene) => {
    if (gene.kind === 'ct') return gene.ct < (threshold ?? SURELY_FOUND);
    return gene.kind === 'detected';
  });
  return below || readWord(cells.result) === 'positive';
}

function withoutWord(
  genes: readonly [GeneText, GeneText],
  { retest, surely }: { retest: boolean; surely: boolean },
): ResultReading {
  const tells = genes.some(({ kind }) => kind !== 'missing' && kind !== 'dash');
  if (!tells) return { ok: false, why: 'unreadable' };
  const positive = surely || genes.some((gene) => gene.kind === 'ct' && gene.ct < ASSAY_CUT_OFF);
  if (positive) return taken('positive', genes);
  return taken(retest ? 'invalid' : 'negative', genes);
}

/** Whether a tube's mark says that several people are in it; null where it says nothing that is known. */
export function readTube(text: string): 'single' | 'pool' | null {
  const word = tidy(text);
  if (/混|合\d|\d+[:：合]1|^\d+in1$|pool/.test(word) && !/^1[:：合]1/.test(word)) return 'pool';
  return /单|^1[:：合]1|single|individual/.test(word) ? 'single' : null;
}
