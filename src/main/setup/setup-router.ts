import { existsSync } from 'node:fs';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Reply } from '#shared/contract/refusal.ts';
import { setup } from '#shared/contract/setup.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import type { WardFileError } from '../db/ward-file-error.ts';
import { createDemonstration } from '../demo/create-demonstration.ts';
import type { Desk, DeskOptions } from '../desk/desk.ts';
import { runHere } from '../desk/desk-backups.ts';
import { faultOf } from '../desk/desk-rights.ts';
import { wardFileOf } from '../desk/folder.ts';
import { Refusal } from '../ipc/refusal.ts';
import { answerApart, refused, viewOf } from '../ipc/replies.ts';
import type { CallOptions } from '../ipc/router.ts';
import { newOpenKeys, newSealedKeys } from '../keys/ward-keys.ts';
import { createWard } from './create-ward.ts';
import { readLayout, shippedLayout, shippedLayouts, summaryOf } from './layouts.ts';
import { protectionHandlers } from './protection-handlers.ts';

type Input<N extends keyof typeof setup> = z.output<(typeof setup)[N]['input']>;
type Output<N extends keyof typeof setup> = z.output<(typeof setup)[N]['output']>;
/** Printing a recovery key needs a window (window/print-recovery-key.ts). */
type Answered = Exclude<keyof typeof setup, 'setup.printRecoveryKey'>;
type SetupHandlers = { [N in Answered]: (input: Input<N>) => Promise<Output<N>> };

/**
 * Answers the set-up procedures, which have no transaction to run in: before the first of them there is no
 * database at all.
 */
export async function setupRouter(
  desk: Desk,
  options: DeskOptions,
  fault: () => WardFileError | null,
  name: string,
  input: unknown,
  call: CallOptions,
): Promise<Reply> {
  if (!Object.hasOwn(setup, name) || name === 'setup.printRecoveryKey')
    return refused(new Refusal('unknown-procedure', { name: name.slice(0, 80) }));
  const known = name as Answered;
  return answerApart(setup[known], { name, given: input, log: options.log }, async (parsed) => {
    await desk.insistOnRights(known, parsed, call);
    const handler = setupHandlers(desk, options, fault, call)[known] as (given: unknown) => Promise<unknown>;
    return handler(parsed);
  });
}

function setupHandlers(
  desk: Desk,
  options: DeskOptions,
  fault: () => WardFileError | null,
  call: CallOptions,
): SetupHandlers {
  const now = () => instantFromMillis(options.clock());
  const topics = ['hospital', 'beds', 'stays', 'convoys', 'rosters', 'operators'] as const;
  const changed = () => options.publish?.({ type: 'changed', topics });
  return {
    'setup.status': async () => {
      const wrong = fault();
      return {
        hospital: desk.hospital,
        folder: desk.folder.path,
        fault: wrong && wrong.fault !== 'missing' ? viewOf(faultOf(desk.folder, wrong)) : null,
        protection: await desk.keys.state(desk.folder),
        version: options.version,
        runtime: options.runtime,
        mishap: options.mishap?.() ?? null,
      };
    },
    'setup.layouts': async () => shippedLayouts().map(summaryOf),
    'setup.readLayout': async ({ json }) => summaryOf(readLayout(json)),
    ...protectionHandlers(desk, options.runBackup ?? runHere, changed),
    'setup.create': async ({ name, timeZone, layout, zones, operators, protection }) => {
      const folder = { path: desk.folder.path, demo: false };
      const chosen = 'id' in layout ? shippedLayout(layout.id) : readLayout(layout.json);
      const opening = { name, timeZone, demo: false, layout: chosen, zones, operators, now: now() };
      const wardId = uuid();
      const keys =
        protection.kind === 'open'
          ? newOpenKeys(wardId)
          : await newSealedKeys(wardId, await desk.keys.sealing(protection));
      const hospital = createWard(wardFileOf(folder), folder.path, opening, keys);
      if (protection.kind === 'sealed') desk.keys.hold(keys.secret);
      await desk.reopen(folder);
      desk.keys.doneWithOffer(folder);
      changed();
      return hospital;
    },
    'setup.createDemonstration': async (input) => {
      const folder = { path: desk.folder.path, demo: true };
      const there = existsSync(wardFileOf(folder));
      const made = there
        ? null
        : await (options.makeDemonstration ?? createDemonstration)(wardFileOf(folder), {
            ...input,
            now: now(),
            log: options.log,
            ...call,
          });
      await desk.reopen(folder);
      changed();
      const { hospital } = desk;
      if (!hospital) throw new Error('the demonstration ward did not open');
      return { hospital, patients: made?.patients ?? 0, inHouse: made?.inHouse ?? 0 };
    },
  };
}
