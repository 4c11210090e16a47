import path from 'node:path';
import { lastLines, projectFolder, runCommand, runScript } from './run-command.ts';
import { knownAdvisories } from './supply/advisories.ts';
import { billOfMaterials } from './supply/bill-of-materials.ts';
import { licenceProblems } from './supply/licences.ts';

/** What a check found, in lines; none is well. `note` stands beside its name in either case. */
interface Finding {
  problems: string;
  note?: string;
}

const tool =
  (name: string, ...args: string[]) =>
  async (): Promise<Finding> => {
    const result = await runCommand(path.join(projectFolder, 'node_modules', '.bin', name), args);
    return {
      problems: result.code === 0 ? '' : lastLines(result, 200) || `${name} ended with ${result.code}`,
    };
  };

const checks: { name: string; run: () => Promise<Finding> }[] = [
  { name: 'types', run: tool('tsc', '--noEmit', '-p', 'tsconfig.json') },
  { name: 'lint, formatting and import borders', run: tool('biome', 'check', '--colors=off', '.') },
  { name: 'dead code and unused dependencies', run: tool('knip', '--no-progress') },
  { name: 'licences of what is shipped', run: licences },
  { name: 'advisories upon what is shipped', run: advisories },
];

async function licences(): Promise<Finding> {
  const bill = await billOfMaterials().catch((error: Error) => error);
  if (bill instanceof Error) return { problems: bill.message };
  return { problems: licenceProblems(bill).join('\n'), note: `${bill.components.length} packages` };
}

async function advisories(): Promise<Finding> {
  const { serious, note } = await knownAdvisories();
  return { problems: serious.join('\n'), note };
}

await runScript(async () => {
  const findings = await Promise.all(checks.map(({ run }) => run()));
  let failed = 0;
  for (const [index, { problems, note }] of findings.entries()) {
    const name = checks[index]?.name;
    console.log(`${problems === '' ? 'ok    ' : 'FAILED'} ${name}${note ? ` (${note})` : ''}`);
    if (problems === '') continue;
    failed += 1;
    console.log(`${problems}\n`);
  }
  return failed > 0 ? 1 : 0;
});
