import { useMemo } from 'react';
import { type Protocol, protocol as schema } from '#shared/contract/protocol.ts';
import { useDraft } from '../desk/draft.ts';
import { FIELD_NAMES, type FieldName, fieldOf, isWithin, readField, writeField } from './protocol-fields.ts';

type Texts = Record<FieldName, string | null>;
type Draft = Texts & { base: string; nameZh: string | null; nameEn: string | null };

const UNCHANGED: Draft = {
  ...(Object.fromEntries(FIELD_NAMES.map((name) => [name, null])) as Texts),
  base: '',
  nameZh: null,
  nameEn: null,
};

/** A copy of a protocol in the making; what was typed survives a reload. Only what differs is kept. */
export function useProtocolEdit(base: Protocol) {
  const [draft, change, clear] = useDraft<Draft>('protocol', UNCHANGED);
  const baseName = `${base.key} ${base.version}`;
  const mine = draft.base === baseName ? draft : UNCHANGED;
  const textOf = (name: FieldName): string => mine[name] ?? readField(base, name) ?? '';
  const names = { zh: mine.nameZh ?? base.name.zh, en: mine.nameEn ?? base.name.en };
  const needed = (name: FieldName) => base.release.tests !== null || fieldOf(name).group !== 'tests';
  const fields = FIELD_NAMES.filter(needed);
  const changed = fields.filter((name) => mine[name] !== null && mine[name] !== readField(base, name));
  const wrong = fields.filter((name) => !isWithin(name, textOf(name)));
  const body = useMemo((): Protocol => {
    const made = structuredClone(base);
    for (const name of FIELD_NAMES) {
      const text = mine[name];
      if (text !== null) writeField(made, name, text);
    }
    made.name = { zh: mine.nameZh ?? base.name.zh, en: mine.nameEn ?? base.name.en };
    return made;
  }, [base, mine]);
  const renamed = names.zh !== base.name.zh || names.en !== base.name.en;
  return {
    ...{ fields, changed, body, textOf, names, clear },
    wrong,
    dirty: changed.length > 0 || renamed,
    valid:
      wrong.length === 0 &&
      names.zh.trim() !== '' &&
      names.en.trim() !== '' &&
      schema.safeParse(body).success,
    /** A number that contradicts another: said by the ward, by the name of the field. */
    set: (part: Partial<Omit<Draft, 'base'>>) =>
      change({ ...(draft.base === baseName ? {} : UNCHANGED), ...part, base: baseName }),
  };
}

export type ProtocolEdit = ReturnType<typeof useProtocolEdit>;
