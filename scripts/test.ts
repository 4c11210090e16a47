import path from 'node:path';
import { parseArgs } from 'node:util';
import { startVitest, type TestModule } from 'vitest/node';
import { buildProcesses } from './build-processes.ts';
import { prepareDesk } from './prepare.ts';
import { projectFolder, SetupError } from './run-command.ts';
import { ensureForTests } from './system-libraries.ts';

// Terminals, desks and what dies in tests are started some twelve hundred times, from the same few files.
process.env.NODE_COMPILE_CACHE = path.join(projectFolder, '.cache', 'compile');

const suites = ['unit', 'e2e', 'package'] as const;
type Suite = (typeof suites)[number];

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** `npm test -- [unit|e2e|package] [part of a file name …] [-t part of a test's name]` */
async function main(): Promise<Tally> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { t: { type: 'string', short: 't' } },
  });
  const asked = suites.filter((suite) => positionals.includes(suite));
  const patterns = positionals.filter((word) => !suites.some((suite) => suite === word));
  const chosen: Suite[] = asked.length > 0 ? asked : [...suites];
  const setup: Tally = { passed: 0, failed: 0, skipped: 0 };

  const processes = buildProcesses().catch((error) => report(error, setup));
  const programs = ensureForTests().catch((error) => report(error, setup));
  let label = 'no Electron: unit tests only';
  if (chosen.includes('e2e') || chosen.includes('package')) {
    try {
      label = (await prepareDesk()).label;
    } catch (error) {
      report(error, setup);
      chosen.splice(0, chosen.length, ...chosen.filter((suite) => suite === 'unit'));
      label = 'no Electron: the tests in the window could not run';
    }
  }
  await Promise.all([programs, processes]);
  const tests = chosen.length > 0 ? await runVitest(chosen, patterns, values.t) : setup;
  console.log(`\nran on ${label}; Node ${process.versions.node}`);
  return tests === setup ? setup : sum(tests, setup);
}

/** A machine that cannot be made ready is a failure, not a reason to test less and say nothing. */
function report(error: unknown, tally: Tally): void {
  tally.failed += 1;
  console.error(error instanceof SetupError ? `\n${error.message}\n` : error);
}

async function runVitest(project: Suite[], patterns: string[], name: string | undefined): Promise<Tally> {
  let modules: readonly TestModule[] = [];
  let stray = 0;
  const counter = {
    onTestRunEnd(all: readonly TestModule[], errors: readonly unknown[]) {
      modules = all;
      stray = errors.length;
    },
  };
  const vitest = await startVitest(patterns, {
    project,
    watch: false,
    reporters: ['default', counter],
    passWithNoTests: false,
    ...(name ? { testNamePattern: name } : {}),
  });
  await vitest.close();
  const tally = modules.map(tallyOf).reduce(sum, { passed: 0, failed: stray, skipped: 0 });
  // Nothing ran: a wrong pattern, or files that were not found. That is no success.
  if (tally.passed + tally.failed === 0) tally.failed = 1;
  return tally;
}

function tallyOf(module: TestModule): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed' || state === 'skipped') tally[state] += 1;
    else tally.failed += 1;
  }
  // A file that does not even load, or whose hooks fail, has no failed test of its own.
  if (!module.ok() && tally.failed === 0) tally.failed = 1;
  return tally;
}

function sum(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

const tally = await main().catch((error: unknown): Tally => {
  console.error(error);
  return { passed: 0, failed: 1, skipped: 0 };
});
const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
// Not process.exitCode: a window or a worker that hangs must not keep the run open.
process.exit(tally.failed > 0 ? 1 : 0);
