import { describe, expect, it } from 'vitest';
import { billOfMaterials, fullName } from '../../scripts/supply/bill-of-materials.ts';
import rules from '../../scripts/supply/licences.json' with { type: 'json' };
import { licenceProblems } from '../../scripts/supply/licences.ts';

type Licences = { expression?: string; license?: { id?: string; name?: string } }[];

const bill = (...licences: Licences[]) => ({
  bomFormat: 'CycloneDX' as const,
  specVersion: '1.6',
  metadata: {},
  components: licences.map((licenses, index) => ({
    type: 'library',
    name: `part-${index}`,
    version: '1.0.0',
    licenses,
  })),
});

describe('licences of what is shipped', () => {
  it('are all allowed today, and every reason is given', async () => {
    const shipped = await billOfMaterials();
    const names = shipped.components.map(fullName);
    expect(names).toEqual(
      expect.arrayContaining([
        'react',
        'better-sqlite3-multiple-ciphers',
        '@tanstack/react-query',
        'exceljs',
      ]),
    );
    expect(names).not.toContain('vitest');
    expect(licenceProblems(shipped)).toEqual([]);
    for (const reason of Object.values(rules.allowed)) expect(reason.length).toBeGreaterThan(5);
  });

  it('one of "A or B" is enough, of "A and B" both are needed', () => {
    expect(licenceProblems(bill([{ expression: '(MIT OR GPL-3.0-or-later)' }]))).toEqual([]);
    expect(licenceProblems(bill([{ expression: '(MIT AND Zlib)' }]))).toEqual([]);
    expect(licenceProblems(bill([{ expression: '(MIT AND GPL-3.0-only)' }]))).toHaveLength(1);
  });

  it('a licence nobody has allowed, none, and words that are no expression are all told', () => {
    const problems = licenceProblems(
      bill([{ license: { id: 'AGPL-3.0-only' } }], [], [{ license: { name: 'SEE LICENSE IN EULA.txt' } }]),
    );
    expect(problems).toEqual([
      'part-0 1.0.0: "AGPL-3.0-only" is not among the licences allowed',
      'part-1 1.0.0: has no licence',
      'part-2 1.0.0: "SEE LICENSE IN EULA.txt" is not among the licences allowed',
    ]);
  });

  it('an exception holds for the words it was made for, and is told when nothing needs it', () => {
    const exceptions = { 'part-0': { says: 'MIT/X11', reason: 'an old name of MIT' } };
    const allowed = { MIT: 'free' };
    expect(licenceProblems(bill([{ license: { name: 'MIT/X11' } }]), { allowed, exceptions })).toEqual([]);
    expect(
      licenceProblems(bill([{ license: { id: 'GPL-3.0-only' } }]), { allowed, exceptions }),
    ).toHaveLength(1);
    expect(licenceProblems(bill(), { allowed, exceptions })).toHaveLength(1);
  });
});
