import { describe, expect, it } from 'vitest';
import { withColumn } from '#renderer/tests/lab-column-rules.ts';
import { afterScan, BLANK_SCAN, type ScannedPerson, scannedPeople } from '#renderer/tests/scan-rules.ts';
import { MAX_POOL } from '#shared/contract/tests.ts';

const person = (number: number) =>
  ({
    kind: 'person',
    person: { stayId: `s${number}`, number, name: `人${number}`, bed: '' } as unknown as ScannedPerson,
  }) as const;
const tube = { kind: 'barcode', barcode: 'T01', labelOf: null } as const;

describe('scans at the bedside', () => {
  it('make a sample of tube and person, whichever comes first', () => {
    const first = afterScan(BLANK_SCAN, tube);
    expect(first.complete).toBe(false);
    expect(afterScan(first.draft, person(1)).complete).toBe(true);
    const other = afterScan(BLANK_SCAN, person(1));
    expect(other.complete).toBe(false);
    expect(afterScan(other.draft, tube).complete).toBe(true);
  });

  it('of a second person replace the first one, who is not sampled then', () => {
    const { draft } = afterScan(afterScan(BLANK_SCAN, person(1)).draft, person(2));
    expect(scannedPeople(draft).map(({ number }) => number)).toEqual([2]);
  });

  it('make a pool only when somebody says so, of nobody twice, and of no more than a tube takes', () => {
    let { draft } = afterScan({ ...BLANK_SCAN, pool: true }, tube);
    for (let number = 1; number <= MAX_POOL; number++) {
      const next = afterScan(draft, person(number));
      expect(next).toMatchObject({ complete: false, problem: null });
      draft = next.draft;
    }
    expect(afterScan(draft, person(3)).problem).toEqual({ what: 'twice', name: '人3' });
    expect(afterScan(draft, person(99)).problem).toEqual({ what: 'full' });
  });
});

describe('columns chosen by hand', () => {
  const column = (position: number, field: 'orf' | 'n' | null) => ({
    position,
    heading: 'x',
    field,
    examples: [] as string[],
    source: 'guessed' as const,
  });

  it('take their meaning from the column that had it', () => {
    expect(withColumn([column(0, 'orf'), column(1, null)], 1, 'orf')).toEqual([
      { position: 0, field: null },
      { position: 1, field: 'orf' },
    ]);
  });
});
