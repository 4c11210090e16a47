import type { Params } from '#shared/messages/fill.ts';
import type { RefusalCode } from '#shared/messages/refusals.ts';

/**
 * Thrown by a use case to leave its transaction with nothing changed; the router turns it into an answer.
 * It never crosses the process border as an exception.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly params: Params;

  constructor(code: RefusalCode, params: Params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Throws unless the condition holds. */
export function refuseUnless(holds: boolean, code: RefusalCode, params?: () => Params): asserts holds {
  if (!holds) throw new Refusal(code, params?.());
}

/**
 * Thrown by a use case that found nothing to do, or only tried: the transaction is rolled back, no act is
 * recorded, nobody is told of a change, and the value is the answer.
 */
export class NothingRecorded extends Error {
  readonly value: unknown;

  constructor(value: unknown) {
    super('nothing recorded');
    this.value = value;
  }
}
