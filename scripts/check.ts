import path from 'node:path';
import { lastLines, projectFolder, runCommand, runScript } from './run-command.ts';

const bin = (name: string) => path.join(projectFolder, 'node_modules', '.bin', name);

const checks = [
  { name: 'types', command: bin('tsc'), args: ['--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'lint, formatting and import borders',
    command: bin('biome'),
    args: ['check', '--colors=off', '.'],
  },
  { name: 'dead code and unused dependencies', command: bin('knip'), args: ['--no-progress'] },
];

await runScript(async () => {
  const results = await Promise.all(checks.map(({ command, args }) => runCommand(command, args)));
  let failed = 0;
  for (const [index, result] of results.entries()) {
    const name = checks[index]?.name;
    console.log(`${result.code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (result.code === 0) continue;
    failed += 1;
    console.log(`${lastLines(result, 200)}\n`);
  }
  return failed > 0 ? 1 : 0;
});
