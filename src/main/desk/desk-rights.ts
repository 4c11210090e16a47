import { isProcedureName, type ProcedureName } from '#shared/contract/index.ts';
import { needsOf } from '#shared/contract/procedure-rights.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import type { AskedCall } from '../audit/note-call.ts';
import type { WardFileError } from '../db/ward-file-error.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { CallOptions } from '../ipc/router.ts';
import { accessFor } from '../people/access.ts';
import type { DeskSessions } from '../people/desk-sessions.ts';
import { problemOf } from './desk-backups.ts';
import { type DeskFolder, wardFileOf } from './folder.ts';
import { leftOfWard } from './left-of-ward.ts';
import type { OpenWard } from './open-ward.ts';
import type { WardAtHand } from './ward-at-hand.ts';

/** Who asks at a desk, and whether they may have what is answered beside the router of its ward. */
export class DeskRights {
  readonly #hand: WardAtHand;
  readonly #sessions: DeskSessions;
  readonly #clock: () => number;

  constructor(hand: WardAtHand, sessions: DeskSessions, clock: () => number) {
    this.#hand = hand;
    this.#sessions = sessions;
    this.#clock = clock;
  }

  /** In whose name a call is made: of whoever is signed in, where the program itself says nobody else. */
  actedBy(call: CallOptions): CallOptions {
    return { ...call, actor: call.actor === undefined ? this.#sessions.actor() : call.actor };
  }

  asked(name: ProcedureName, input: unknown, call: CallOptions): AskedCall {
    const actor = this.actedBy(call).actor ?? null;
    return { name, input, actor, now: instantFromMillis(this.#clock()) };
  }

  /** See `Desk.insistOnRights`. */
  async insist(name: ProcedureName, input: unknown, call: CallOptions): Promise<void> {
    const { open, fault } = this.#hand;
    if (!open) {
      if (needsOf(name) !== 'anybody' && fault?.fault !== 'missing') throw this.closed();
      return;
    }
    const asked = this.asked(name, input, call);
    try {
      await requireAccess(open, asked);
    } catch (error) {
      if (error instanceof Refusal) await open.router.noteRefused(asked, error);
      throw error;
    }
  }

  async may(name: string, input: unknown, call: CallOptions): Promise<boolean> {
    const { open } = this.#hand;
    if (!open || !isProcedureName(name)) return false;
    return requireAccess(open, this.asked(name, input, call)).then(
      () => true,
      () => false,
    );
  }

  /** Why the ward answers nothing while it is not open. */
  closed(): Refusal {
    const { changing, folder, fault } = this.#hand;
    return changing ? new Refusal('ward-changing') : faultOf(folder, fault);
  }
}

const requireAccess = ({ ward }: OpenWard, { name, input, actor, now }: AskedCall) =>
  ward.read.transaction().execute((db) => accessFor(db, name, input, actor, now));

/** Why a ward does not open, for whoever wanted something of it. */
export function faultOf(folder: DeskFolder, fault: WardFileError | null): Refusal {
  const kind = fault?.fault ?? 'missing';
  const left = kind === 'missing' ? leftOfWard(wardFileOf(folder)) : [];
  if (left.length > 0) return new Refusal('ward-gone', { folder: folder.path, left: left.join(', ') });
  return new Refusal(`ward-${kind}`, {
    folder: folder.path,
    file: fault?.file ?? folder.path,
    problem: problemOf(fault),
  });
}
