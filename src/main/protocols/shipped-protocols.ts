import guangzhou from '#resources/protocols/guangzhou-2022-11.json' with { type: 'json' };
import ninth from '#resources/protocols/ninth-edition.json' with { type: 'json' };
import ninthFeverFree from '#resources/protocols/ninth-edition-fever-free.json' with { type: 'json' };
import tenth from '#resources/protocols/tenth-edition.json' with { type: 'json' };
import { type Protocol, protocol } from '#shared/contract/protocol.ts';

/** Protocols that come with the program; the first holds until a hospital chooses one. */
const SHIPPED: readonly unknown[] = [ninth, ninthFeverFree, guangzhou, tenth];

let parsed: readonly Protocol[] | null = null;

export function shippedProtocols(): readonly Protocol[] {
  parsed ??= SHIPPED.map((json) => protocol.parse(json));
  return parsed;
}

/** The ninth edition of March 2022, with which the desk starts. */
export function defaultProtocol(): Protocol {
  const [first] = shippedProtocols();
  if (!first) throw new Error('no protocol was shipped');
  return first;
}
