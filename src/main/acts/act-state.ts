import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { valuesOf } from '../db/row-values.ts';
import type { Schema, SubjectKind } from '../db/schema.ts';

/** Something that is changed in place, and SHA-256 over it as it stands. */
export interface State {
  kind: 'stay' | 'person' | 'rights';
  id: string;
  digest: string;
}

export const keyOf = ({ kind, id }: Pick<State, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Acts about these may have changed who may do what. */
export const OF_RIGHTS: ReadonlySet<SubjectKind> = new Set(['operator', 'hospital']);

/** `version` is not of the stay but of the acts about it. */
export const stateOfStay = ({ version: _, ...stay }: Selectable<Schema['stay']>): State => ({
  ...{ kind: 'stay', id: stay.id, digest: digestOf(valuesOf(stay)) },
});

export const stateOfPerson = (person: Selectable<Schema['person']>): State => ({
  ...{ kind: 'person', id: person.id, digest: digestOf(valuesOf(person)) },
});

/** Who may do what is held as one, table by table: whoever is put in beside the others shows, too. */
export const stateOfRights = (tables: readonly (readonly object[])[]): State => ({
  ...{ kind: 'rights', id: 'rights' },
  digest: digestOf(tables.map((rows) => rows.map((row) => JSON.stringify(valuesOf(row))).sort())),
});

const digestOf = (what: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url');
