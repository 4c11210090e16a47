import { randomUUID } from 'node:crypto';
import type { CommandName, InputOf, OutputOf, QueryName } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import { type Instant, millisOf, type TimeZone } from '#shared/rules/instant.ts';
import type { WardDb } from '../db/open.ts';
import { handlers } from '../handlers.ts';
import { createRouter, type RouterLog } from '../ipc/router.ts';
import { HOUR } from './calendar.ts';

/** Who of a shift does something: the one at the door, or the one on the floor. */
type Post = 'door' | 'floor';

interface How {
  /** When it happened, for what stood on paper first. */
  happenedAt?: Instant;
  reason?: string;
}

/** A desk in the past: the real router, on a clock that is put forward from one act to the next. */
export interface MovingDesk {
  readonly now: Instant;
  /** Puts the clock forward; it never goes back, as in life. */
  moveTo(at: Instant): void;
  ask<N extends QueryName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** An act of whoever is on shift. A refusal here is a mistake of the story, and ends it. */
  act<N extends CommandName>(
    post: Post,
    name: N,
    input: Omit<InputOf<N>, 'act'>,
    how?: How,
  ): Promise<OutputOf<N>>;
  /** As {@link act}, for what the ward may refuse without harm to the story: null then. */
  tryAct<N extends CommandName>(
    post: Post,
    name: N,
    input: Omit<InputOf<N>, 'act'>,
    how?: How,
  ): Promise<OutputOf<N> | null>;
}

export interface Staffing {
  zone: TimeZone;
  /** Ids of those who take turns. */
  operators: readonly string[];
  begins: Instant;
}

/** Short shifts, as people in protective suits work them. */
const SHIFT = 4 * HOUR;

export function movingDesk(ward: WardDb, { zone, operators, begins }: Staffing, log: RouterLog): MovingDesk {
  let now = begins;
  const router = createRouter({
    ward,
    zone,
    exportFolder: '',
    trustsPaths: false,
    handlers,
    clock: () => millisOf(now),
    publish: () => undefined,
    log: { defect: log.defect, slow: () => undefined },
  });
  const onDuty = (post: Post): string => {
    const shift = Math.floor((millisOf(now) - millisOf(begins)) / SHIFT);
    const half = post === 'door' ? 0 : Math.floor(operators.length / 2);
    return operators[(shift + half) % operators.length] ?? '';
  };
  const command = (post: Post, name: CommandName, input: object, how: How) =>
    router(name, { ...input, act: { key: randomUUID(), operatorId: onDuty(post), ...how } });
  return {
    get now() {
      return now;
    },
    moveTo(at) {
      if (at > now) now = at;
    },
    ask: async (name, input) => answerOf(name, await router(name, input)),
    act: async (post, name, input, how = {}) => answerOf(name, await command(post, name, input, how)),
    async tryAct(post, name, input, how = {}) {
      const reply = await command(post, name, input, how);
      return !reply.ok && reply.kind === 'refused' ? null : answerOf(name, reply);
    },
  };
}

function answerOf<N extends CommandName | QueryName>(name: N, reply: Reply): OutputOf<N> {
  if (reply.ok) return reply.value as OutputOf<N>;
  const why = reply.kind === 'refused' ? JSON.stringify(reply.refusal) : reply.id;
  throw new Error(`the made-up history breaks a rule: ${name} ${why}`);
}
