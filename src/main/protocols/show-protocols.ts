import type { QueryHandler } from '../ipc/context.ts';
import { protocolInForce, readChoices, readProtocols } from './protocol-repository.ts';

export const listProtocols: QueryHandler<'protocols.list'> = async (db, _input, { now }) => {
  const { key, version } = await protocolInForce(db, now);
  const choices = await readChoices(db);
  return {
    inForce: { key, version },
    protocols: await readProtocols(db),
    choices: choices.map(({ from_at, to_at, ...choice }) => ({ ...choice, from: from_at, to: to_at })),
  };
};

export const showProtocolInForce: QueryHandler<'protocols.inForce'> = async (db, { at }, { now }) => ({
  protocol: await protocolInForce(db, at ?? now),
});
