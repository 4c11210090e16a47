import type { ListState, ReleaseListView } from '#shared/contract/release-list.ts';
import type { Instant, LocalDate, TimeZone } from '#shared/rules/instant.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { judgeMembers } from './judge-members.ts';
import { findListOf, type ListFacts, readList } from './list-repository.ts';
import type { SignatureFact } from './signature-repository.ts';

export const stateOf = (signatures: readonly unknown[]): ListState =>
  signatures.length === 0 ? 'open' : signatures.length === 1 ? 'signed-once' : 'signed';

/** The list of a day as it stands at `at`; before anybody opened one, empty and `proposed`. */
export const showList: QueryHandler<'releases.list'> = async (db, { day, at }, { now, zone, progress }) => {
  progress({ step: 'judging-list', done: 0, total: 1 });
  const listId = await findListOf(db, day);
  return listId === null
    ? emptyList(db, day, at ?? now)
    : viewList(db, await readList(db, listId), at ?? now, zone);
};

async function emptyList(db: Reads, day: LocalDate, at: Instant): Promise<ReleaseListView> {
  const protocol = await readProtocolName(db, at);
  return { listId: null, day, at, protocol, state: 'proposed', signatures: [], buses: [], members: [] };
}

export async function viewList(
  db: Reads,
  list: ListFacts,
  at: Instant,
  zone: TimeZone,
): Promise<ReleaseListView> {
  return {
    listId: list.listId,
    day: list.day,
    at,
    protocol: await readProtocolName(db, at),
    state: stateOf(list.signatures),
    signatures: list.signatures.map(signatureView),
    buses: list.buses.map(({ id: _, ...bus }) => bus),
    members: await judgeMembers(db, list, at, zone),
  };
}

const signatureView = ({ id: _, recordedAt: __, ...signature }: SignatureFact) => signature;

export async function readProtocolName(db: Reads, at: Instant): Promise<ReleaseListView['protocol']> {
  const { key, version, name } = await protocolInForce(db, at);
  return { key, version, name: { zh: name.zh, en: name.en } };
}
