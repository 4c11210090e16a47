import type { OperatorId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Right, Role } from '#shared/rules/rights.ts';
import type { Fixed, Flag } from './schema-columns.ts';

/** What the tables of migrations/008 look like to Kysely. */
export interface PeopleSchema {
  credential: {
    operator_id: Fixed<OperatorId>;
    kind: Fixed<'secret' | 'recovery'>;
    /** A PHC string of Argon2id: parameters, salt and hash. */
    hash: string;
    must_change: Flag;
    made_at: Instant;
  };
  badge: { code: string; operator_id: OperatorId };
  sign_in_state: {
    operator_id: Fixed<OperatorId>;
    failures: number;
    locked_until: Instant | null;
    last_at: Instant | null;
  };
  operator_role: { operator_id: OperatorId; role: Role };
  operator_zone: { operator_id: OperatorId; zone_id: ZoneId };
  role_right: { role: Role; right_name: Right; granted: Flag };
  break_glass: {
    id: Fixed<string>;
    recorded_by: Fixed<number>;
    operator_id: Fixed<OperatorId>;
    from_at: Fixed<Instant>;
    to_at: Instant;
    reason: Fixed<string>;
    seen_by: OperatorId | null;
    seen_at: Instant | null;
  };
}
