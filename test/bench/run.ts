import { measureAlerts } from './alerts.ts';
import { measureAllocation } from './allocation.ts';
import { measureBackup } from './backup.ts';
import { measureCommands } from './commands.ts';
import { measureEligibility } from './eligibility.ts';
import type { Part } from './figures.ts';
import { measureImport } from './import.ts';
import { measureLab } from './lab.ts';
import { measureLongHistory } from './long-history.ts';
import { measureMainThread } from './main-thread.ts';
import { type OldWard, openOldWard } from './old-ward.ts';
import { measurePapers } from './papers.ts';
import { measurePlan } from './plan-frames.ts';
import { measureReads } from './reads.ts';
import { measureReleaseList } from './release-list.ts';
import { measureSealed } from './sealed.ts';
import { measureSearch } from './search.ts';
import { printTable, sayLoad } from './table.ts';
import { measureWindow } from './window.ts';

/**
 * `npm run bench [-- commands sealed search reads import lab allocation eligibility alerts main-thread backup papers release-list window plan long-history]`: how the program compares
 * with the same work done plainly, on this machine, in this run. It judges nothing and always ends well.
 */
const PARTS: Record<string, (oldWard: () => Promise<OldWard>) => Promise<Part>> = {
  commands: measureCommands,
  sealed: measureSealed,
  search: measureSearch,
  reads: measureReads,
  import: measureImport,
  lab: measureLab,
  allocation: measureAllocation,
  eligibility: measureEligibility,
  alerts: measureAlerts,
  'main-thread': measureMainThread,
  backup: measureBackup,
  papers: measurePapers,
  'release-list': measureReleaseList,
  window: measureWindow,
  plan: measurePlan,
  'long-history': measureLongHistory,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0)
  console.log(`There is no ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);

/** Written once, for all the parts that want it. */
const kept: { ward?: Promise<OldWard> } = {};
const oldWard = (): Promise<OldWard> => {
  kept.ward ??= openOldWard();
  return kept.ward;
};

console.log(`Node ${process.versions.node}, ${sayLoad()}`);
const done: [string, Part][] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`· ${name}`);
  try {
    done.push([name, await measure(oldWard)]);
  } catch (error) {
    console.error(error);
    done.push([name, { about: 'could not be measured, see above', figures: [] }]);
  }
}
await (await kept.ward)?.ward.close();
printTable(done);
console.log(`\nat the end: ${sayLoad()}`);
// Not process.exitCode: a window or a worker that hangs must not keep the run open.
process.exit(0);
