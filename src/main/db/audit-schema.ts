import type { AuditOutcome } from '#shared/contract/audit.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Fixed } from './schema-columns.ts';

/** What the tables of migrations/009 and 010 look like to Kysely. */
export interface AuditSchema {
  audit: {
    seq: Fixed<number>;
    at: Fixed<Instant>;
    /** Null: nobody was signed in. */
    operator_id: Fixed<OperatorId | null>;
    /** Name and roles as they were at that moment. */
    who: Fixed<string>;
    roles: Fixed<string>;
    session: Fixed<string>;
    procedure: Fixed<string>;
    outcome: Fixed<AuditOutcome>;
    /** Of a refusal. */
    code: Fixed<string>;
    subject: Fixed<string>;
    act_seq: Fixed<number | null>;
    /** Of an act: over its row, its subjects, changes, answer and facts; see acts/act-digest.ts. */
    digest: Fixed<string>;
    hash: Fixed<string>;
  };
  audit_anchor: {
    id: Fixed<number | undefined>;
    audit_seq: Fixed<number>;
    hash: Fixed<string>;
    about: Fixed<string>;
    made_by: Fixed<number>;
  };
  audit_start: { id: Fixed<number>; after_act: Fixed<number> };
  act_state: {
    act_seq: Fixed<number>;
    kind: Fixed<'stay' | 'person' | 'rights'>;
    subject_id: Fixed<string>;
    digest: Fixed<string>;
  };
  act_state_start: { id: Fixed<number>; after_act: Fixed<number> };
}
