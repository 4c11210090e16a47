import type { DeskEvent } from '#shared/contract/bridge.ts';
import { contract, isProcedureName, type OutputOf, type ProcedureName } from '#shared/contract/index.ts';
import { TOPICS, type Topic } from '#shared/contract/procedure.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import { SESSION_ACTS } from '#shared/contract/sessions.ts';
import type { Hospital } from '#shared/contract/setup.ts';
import type { RunBackupTask } from '../backups/backup-tasks.ts';
import { BackupKeeper } from '../backups/keep-backups.ts';
import type { createDemonstration } from '../demo/create-demonstration.ts';
import { refused } from '../ipc/replies.ts';
import type { CallOptions } from '../ipc/router.ts';
import type { Means } from '../keys/ward-keys.ts';
import { namedIn } from '../people/access.ts';
import { DeskSessions } from '../people/desk-sessions.ts';
import { callSessions, isOfSessions } from '../people/sessions-router.ts';
import { signInHandlers } from '../people/sign-in-handlers.ts';
import { answerApart, isApart } from './answer-apart.ts';
import {
  copyBeforeImport,
  copyBeforeMigration,
  IMPORTS,
  keysOf,
  requireNobodyElse,
  runHere,
} from './desk-backups.ts';
import { DeskKeys } from './desk-keys.ts';
import { DeskRights } from './desk-rights.ts';
import { type DeskFolder, wardFileOf } from './folder.ts';
import { type OpeningOptions, openWard } from './open-ward.ts';
import { WardAtHand } from './ward-at-hand.ts';

export interface DeskOptions extends OpeningOptions {
  folder: DeskFolder;
  version: string;
  runtime: string;
  /** What was cut off last. Left out: a terminal, which has no window and tells nobody. */
  mishap?: () => OutputOf<'setup.status'>['mishap'];
  publish?: (event: DeskEvent) => void;
  /** Copies, restores and checks the ward off this thread. Left out, that is done here. */
  runBackup?: RunBackupTask;
  /** What a sealed ward is opened with by itself: the keyring of a window, the passphrase of a terminal. */
  means?: Means;
  /** Makes a demonstration ward off this thread. Left out, it is made here. */
  makeDemonstration?: typeof createDemonstration;
}

/** The program without its window: one data folder, its ward if there is one, and the contract upon it. */
export interface Desk {
  call(name: string, input: unknown, options?: CallOptions): Promise<Reply>;
  /** Null while there is no ward, or none that can be opened. */
  readonly hospital: Hospital | null;
  readonly folder: DeskFolder;
  readonly backups: BackupKeeper;
  /** The ward was not put away when it was used last: a power cut, a kill, or another desk that has it open. */
  readonly leftOpen: boolean;
  /** The disk had no room for anything but reading when the ward was opened: no thread can look at it either. */
  readonly readsAlone: boolean;
  /** Opens the ward of the folder again, after one was created or the folder was changed. */
  reopen(folder?: DeskFolder): Promise<void>;
  /** Lets go of the ward's file, has something done to it, and opens it again. Refuses `ward-in-use`. */
  whileClosed<T>(work: () => T | Promise<T>): Promise<T>;
  /** What this desk opens sealed wards with, and the recovery key that is just being offered. */
  readonly keys: DeskKeys;
  /**
   * Throws the refusal of somebody who may not call this, and puts it on the trail. A ward that does not open can ask
   * nobody who they are: then only what anybody may do is done, and everything where there is no ward yet.
   */
  insistOnRights(name: ProcedureName, input: unknown, call: CallOptions): Promise<void>;
  /** The same call, in the name of whoever is signed in now, however long it takes. */
  actedBy(call: CallOptions): CallOptions;
  /** Locks the desk: whoever comes next signs in. What was typed stays on the screen. */
  lock(): void;
  /** Asks whether another desk has changed the ward or a duty is over here, and tells the screens if so. */
  lookAround(): void;
  close(): Promise<void>;
}

/** Never throws for a ward that is missing or damaged: the set-up procedures tell what is the matter. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  let signedInAt: string | null = null;
  const publish = (topics: readonly Topic[]) => options.publish?.({ type: 'changed', topics });
  const keys = new DeskKeys(options.means ?? {});
  const run = options.runBackup ?? runHere;

  const hand = new WardAtHand(options.folder, {
    open: async (folder) => {
      const secret = await keys.secretOf(wardFileOf(folder));
      await copyBeforeMigration(wardFileOf(folder), backups, keysNow());
      return openWard(options, folder, secret, publish);
    },
    failed: (error) => options.log.defect('-', 'open', error),
    opened: ({ hospital }) => {
      // The same ward again, sealed or restored, keeps who is signed in; rights are read from what is there now.
      if (hospital.wardId !== signedInAt) sessions.forget();
      signedInAt = hospital.wardId;
    },
  });
  const wardFile = () => wardFileOf(hand.folder);
  const keysNow = () => keysOf(wardFile(), hand.open?.ward ?? null, keys.held);
  const sessions = new DeskSessions(options.clock, (topics) => {
    // A key that was on the screen of somebody who has gone must not become the ward's by whoever comes next.
    if (topics.includes('session')) keys.doneWithOffer(hand.folder);
    publish(topics);
  });
  const signingIn = signInHandlers(sessions, () => {
    const { open } = hand;
    return open && { ward: open.ward, zone: open.hospital.timeZone, demo: open.hospital.demo };
  });
  const backups = new BackupKeeper({
    wardFile,
    open: () => hand.open && { ward: hand.open.ward, wardId: hand.open.hospital.wardId },
    keys: keysNow,
    run,
    clock: options.clock,
    changed: () => publish(['backups']),
    stopWriting: (problem) => {
      hand.open?.ward.stop(problem);
      hand.open?.worker?.stop(problem);
    },
    stopped: () => hand.open?.ward.stopped() ?? null,
  });

  const rights = new DeskRights(hand, sessions, options.clock);

  /** For putting another file in the ward's place, in one's turn at the copies; whoever asked is told if that cannot be done now. */
  async function whileClosed<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await hand.whileClosed((before) => {
        if (before) requireNobodyElse(wardFile(), keysOf(wardFile(), before.ward, keys.held));
        return work();
      });
    } finally {
      publish(TOPICS);
    }
  }

  const desk: Desk = {
    get hospital() {
      return hand.open?.hospital ?? null;
    },
    get folder() {
      return hand.folder;
    },
    get leftOpen() {
      return hand.open?.leftOpen ?? false;
    },
    get readsAlone() {
      return hand.open?.ward.isAlone() ?? false;
    },
    backups,
    reopen: (folder) => backups.exclusively(() => hand.reopen(folder)),
    keys,
    whileClosed,
    insistOnRights: (...given) => rights.insist(...given),
    actedBy: (call) => rights.actedBy(call),
    async call(name, input, call = {}) {
      if (name === 'setup.status') await hand.steady();
      if (isApart(name))
        return answerApart({ desk, options, hand, rights, keys: keysNow, run }, name, input, call);
      if (IMPORTS.has(name)) await copyBeforeImport(backups, () => rights.may(name, input, call));
      const { open } = hand;
      if (!open) return refused(rights.closed());
      if (isOfSessions(name)) {
        const answer = await callSessions(signingIn, name, input, options.log);
        // Without the first administrator nobody has to sign in.
        if (answer.ok && SESSION_ACTS.some((act) => act === name)) await open.ward.settle();
        return answer;
      }
      const procedure = isProcedureName(name) ? contract[name] : null;
      const whole = rights.actedBy(call);
      const giveBack = sessions.spend(namedIn(input));
      const apart = procedure?.runs === 'worker' && !open.ward.isAlone() ? open.worker : null;
      const router = apart ? apart.call : open.router;
      const reply = await router(name, input, whole);
      if (!reply.ok) giveBack();
      return reply;
    },
    lock: () => sessions.lock(),
    lookAround() {
      sessions.endIfOver();
      const { open } = hand;
      if (!open) return;
      const changes = open.ward.changesElsewhere();
      if (changes === open.seen) return;
      open.seen = changes;
      publish(TOPICS);
    },
    close: () => hand.close(),
  };
  await desk.reopen();
  return desk;
}
