import { buildProcesses } from './build-processes.ts';

// Some parts start terminals and desks of their own, as tests do: what those are started from has to stand there first.
await buildProcesses();
await import('../test/bench/run.ts');
