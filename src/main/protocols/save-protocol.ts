import { protocol } from '#shared/contract/protocol.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { keepProtocol, nextVersion, readProtocols } from './protocol-repository.ts';

/** Keeps an edited protocol as the next version of its key; the version it was copied from stays as it is. */
export const saveProtocol: CommandHandler<'protocols.save'> = async (tx, input, act) => {
  const key = typeof input.protocol.key === 'string' ? input.protocol.key : '';
  const parsed = protocol.safeParse({ ...input.protocol, version: await nextVersion(tx, key) });
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new Refusal('protocol-invalid', {
      where: first?.path.map(String).join('.') || '(protocol)',
      problem: first?.message ?? '?',
    });
  }
  const made = parsed.data;
  const content = JSON.stringify({ ...made, version: 0 });
  const same = (await readProtocols(tx)).find(
    ({ protocol: one }) => JSON.stringify({ ...one, version: 0 }) === content,
  );
  if (same) {
    const { name, version } = same.protocol;
    throw new Refusal('protocol-unchanged', {
      ...{ name: name.zh, 'name.zh': name.zh, 'name.en': name.en },
      version: String(version),
    });
  }
  act.touches('protocol', await keepProtocol(tx, made, act));
  return { actId: act.id, key: made.key, version: made.version };
};
