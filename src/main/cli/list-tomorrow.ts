import type { InputOf, OutputOf, QueryName } from '#shared/contract/index.ts';
import type { Member } from '#shared/contract/release-list.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import {
  addMinutes,
  type Instant,
  instantFromMillis,
  type LocalDate,
  localDateOf,
} from '#shared/rules/instant.ts';

type Ask = <N extends QueryName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

interface Wanted {
  /** Else the day after `at`, or after today, on the hospital's clocks. */
  day: LocalDate | null;
  at: Instant | null;
  language: Language;
}

const A_DAY_IN_MINUTES = 1440;

/** `ward list tomorrow`: the list of a day as it stands; where nobody has opened one, who would be proposed for it. */
export async function listTomorrow(ask: Ask, { day: given, at, language }: Wanted) {
  const { timeZone } = await ask('ward.hospital', {});
  const from = at ?? instantFromMillis(Date.now());
  const day = given ?? localDateOf(addMinutes(from, A_DAY_IN_MINUTES), timeZone);
  const when = { day, ...(at === null ? {} : { at }) };
  const list = await ask('releases.list', when);
  const { members: _members, protocol, ...head } = list;
  const plates = new Map(list.buses.map(({ busId, plate }) => [busId, plate]));
  const line = (one: Omit<Listed, 'bus'> & { busId: Member['busId'] }) => ({
    stayId: one.stayId,
    name: one.name,
    documentNumber: one.documentNumber,
    bed: one.bed,
    district: one.district,
    street: one.street,
    bus: one.busId === null ? '' : (plates.get(one.busId) ?? ''),
    state: one.state,
    reason: one.reason === null ? '' : fill(one.reason, language),
  });
  const members =
    list.state === 'proposed'
      ? (await ask('releases.propose', when)).eligible.map((one) => ({ ...one, ...PROPOSED }))
      : list.members;
  const [dropped, going] = [true, false].map((off) =>
    members.filter(({ state }) => (state === 'dropped') === off).map(line),
  );
  return {
    ...head,
    protocol: { ...protocol, name: fill(protocol.name, language) },
    members: going,
    dropped,
  };
}

type Listed = Pick<
  Member,
  'stayId' | 'name' | 'documentNumber' | 'bed' | 'district' | 'street' | 'state' | 'reason'
> & { bus: string };

const PROPOSED = { state: 'on', reason: null } as const;
