import { randomUUID } from 'node:crypto';
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/index.ts';
import { fill } from '#shared/messages/fill.ts';
import type { Desk } from '../desk/desk.ts';
import { DAILY_WORDS } from './daily-words.ts';

/** How often it is asked whether a cut-off has passed. */
const LOOK_MS = 30_000;
/** After each failure twice as long is waited before the next try, up to this. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** Told what could not be done: a procedure and why. Never holds what a patient could be known by. */
type Tell = (procedure: ProcedureName, why: string) => void;
type Caller = Pick<Desk, 'call'>;

/**
 * Has the reports of passed cut-offs written, from now until the answer is called: at once for those that were
 * missed, then at their time. Files are written in the worker, and each is put on record in an act of its own. It asks
 * for nothing where no schedule is kept, and waits longer and longer where writing fails, unless something changed.
 */
export function keepSchedule(desk: Desk, tell: Tell, everyMs = LOOK_MS): () => void {
  let busy = false;
  let failed = { times: 0, over: '', until: 0 };
  const look = async (): Promise<void> => {
    if (busy || !desk.hospital) return;
    busy = true;
    try {
      const over = JSON.stringify(await whatIsDue(desk, tell));
      if (over === failed.over && Date.now() < failed.until) return;
      const times = over === failed.over ? failed.times + 1 : 1;
      const wait = Math.min(everyMs * 2 ** times, LONGEST_WAIT_MS);
      failed = (await writeAllDue(desk, tell))
        ? { times: 0, over: '', until: 0 }
        : { times, over, until: Date.now() + wait };
    } catch (error) {
      tell('daily.writeDue', error instanceof Error ? error.message : String(error));
    } finally {
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  return () => clearInterval(timer);
}

/** Another folder or another cut-off is worth a try at once. */
async function whatIsDue(desk: Caller, tell: Tell): Promise<unknown> {
  const kept = await ask(desk, tell, 'daily.schedule', {});
  const due = await ask(desk, tell, 'daily.due', {});
  return [kept?.schedule, due];
}

/** Writes and records what is due now. False where something could not be done. */
export async function writeAllDue(desk: Caller, tell: Tell): Promise<boolean> {
  const open = await ask(desk, tell, 'daily.due', {});
  if (!open) return false;
  if (open.due.length === 0 && open.skipped === null) return true;
  const operators = await ask(desk, tell, 'ward.operators', {});
  const system = operators?.find(({ kind }) => kind === 'system');
  if (!system) return false;
  const record = (run: Omit<InputOf<'daily.recordRun'>, 'act'>) =>
    ask(desk, tell, 'daily.recordRun', { ...run, act: { key: randomUUID(), operatorId: system.id } });
  let good = true;
  if (open.skipped) good = (await record({ ...open.skipped, files: [] })) !== undefined;
  for (const cutOff of open.due) {
    const run = await written(desk, tell, { cutOff, madeBy: system.id });
    if (run === null) continue;
    if (run.problem !== null) tell('daily.writeDue', run.problem);
    const recorded = await record({ cutOff, ...run });
    good = good && recorded !== undefined && run.problem === null;
  }
  return good;
}

/** What became of the files; a refusal and a defect of ours are told on the page of reports as well. */
async function written(
  desk: Caller,
  tell: Tell,
  input: InputOf<'daily.writeDue'>,
): Promise<OutputOf<'daily.writeDue'>> {
  let why = '';
  const noted: Tell = (procedure, what) => {
    why = what;
    tell(procedure, what);
  };
  const run = await ask(desk, noted, 'daily.writeDue', input);
  if (run !== undefined) return run;
  const kept = await ask(desk, tell, 'daily.schedule', {});
  const problem = fill(DAILY_WORDS.defect, kept?.schedule?.language ?? 'zh-CN', { id: why });
  return { files: [], problem };
}

/** The value; undefined, and told, where there is none. */
async function ask<N extends ProcedureName>(
  desk: Caller,
  tell: Tell,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N> | undefined> {
  const reply = await desk.call(name, input, { trustsPaths: true, actor: 'desk' });
  if (reply.ok) return reply.value as OutputOf<N>;
  tell(name, reply.kind === 'refused' ? reply.refusal.code : reply.id);
  return undefined;
}
