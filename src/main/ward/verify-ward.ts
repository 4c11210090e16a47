import { type RawBuilder, sql } from 'kysely';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AuditHead } from '../audit/chain.ts';
import { headsOfCopies } from '../audit/heads-of-copies.ts';
import { auditProblems } from '../audit/verify-audit.ts';
import { integrityProblems } from '../db/integrity.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { HANDOVER_INVARIANTS } from './verify-handovers.ts';
import { SHIFT_INVARIANTS } from './verify-shifts.ts';

/**
 * Each invariant of docs/architecture.md as a query for what breaks it. They repeat what rules and triggers
 * enforce, on purpose: a file may have been written by an older program, or by a hand.
 */
const INVARIANTS: Record<string, RawBuilder<{ detail: string }>> = {
  'two stays never share a bed': sql`
    select a.bed_id || ' ' || a.stay_id || ' ' || b.stay_id as detail
    from bed_assignment a join bed_assignment b on b.bed_id = a.bed_id and b.id > a.id
    where a.superseded_by is null and b.superseded_by is null
      and (a.to_at is null or a.to_at > b.from_at) and (b.to_at is null or b.to_at > a.from_at)`,
  'a stay never has two beds': sql`
    select a.stay_id || ' ' || a.bed_id || ' ' || b.bed_id as detail
    from bed_assignment a join bed_assignment b on b.stay_id = a.stay_id and b.id > a.id
    where a.superseded_by is null and b.superseded_by is null
      and (a.to_at is null or a.to_at > b.from_at) and (b.to_at is null or b.to_at > a.from_at)`,
  'a bed is held within the stay': sql`
    select a.id || ' ' || a.stay_id as detail from bed_assignment a
    where a.superseded_by is null and not exists (
      select 1 from stay_period p where p.stay_id = a.stay_id and p.superseded_by is null
        and p.from_at <= a.from_at and (p.to_at is null or (a.to_at is not null and a.to_at <= p.to_at)))`,
  'nobody lies in a bed that awaits disinfection': sql`
    select a.bed_id || ' ' || a.stay_id as detail
    from bed_assignment a join disinfection d on d.bed_id = a.bed_id
    where a.superseded_by is null and d.superseded_by is null
      and (a.to_at is null or a.to_at > d.from_at) and (d.to_at is null or d.to_at > a.from_at)`,
  'a bed that was left is disinfected before it is used again': sql`
    select a.bed_id || ' ' || a.to_at as detail from bed_assignment a
    where a.superseded_by is null and a.to_at is not null
      and not exists (select 1 from disinfection d
        where d.bed_id = a.bed_id and d.from_at = a.to_at and d.superseded_by is null)
      and not exists (select 1 from bed_assignment n
        where n.bed_id = a.bed_id and n.from_at = a.to_at and n.superseded_by is null)`,
  'a person is in one stay at a time': sql`
    select s.person_id || ' ' || s.number || ' ' || t.number as detail
    from stay s join stay t on t.person_id = s.person_id and t.number > s.number
    join stay_period p on p.stay_id = s.id and p.superseded_by is null
    join stay_period q on q.stay_id = t.id and q.superseded_by is null
    where (p.to_at is null or p.to_at > q.from_at) and (q.to_at is null or q.to_at > p.from_at)`,
  'every stay that holds has a classification from its arrival': sql`
    select p.stay_id as detail from stay_period p
    where p.superseded_by is null and not exists (
      select 1 from stay_classification c
      where c.stay_id = p.stay_id and c.superseded_by is null and c.from_at <= p.from_at)`,
  'nothing is superseded before it was recorded': sql`
    select 'bed_assignment ' || id as detail from bed_assignment where superseded_by <= recorded_by
    union all select 'stay_period ' || id from stay_period where superseded_by <= recorded_by
    union all select 'disinfection ' || id from disinfection where superseded_by <= recorded_by`,
  'the tally of days is what the stays add up to': sql`
    select day || ' ' || kind as detail from (
      select day, kind, people from stay_tally
      union all select substr(from_at, 1, 10), 'arrived', -count(*) from stay_period
        where superseded_by is null group by 1
      union all select substr(to_at, 1, 10), way, -count(*) from stay_period
        where superseded_by is null and to_at is not null group by 1, 2)
    group by day, kind having sum(people) <> 0`,
  'every act has its answer': sql`
    select a.seq || ' ' || a.procedure as detail from act a
    where not exists (select 1 from act_reply r where r.act_seq = a.seq)`,
  'versions are those of the last act': sql`
    select 'stay ' || number as detail from stay s where version <>
      coalesce((select max(act_seq) from act_subject where kind = 'stay' and subject_id = s.id), 0)
    union all select 'bed ' || code from bed b where version <>
      coalesce((select max(act_seq) from act_subject where kind = 'bed' and subject_id = b.id), 0)`,
  'whoever left by a referral has left the ward': sql`
    select r.referral_id as detail from referral r
    where r.superseded_by is null and r.left_at is not null and not exists (
      select 1 from stay_period p where p.stay_id = r.stay_id and p.superseded_by is null
        and p.to_at = r.left_at and p.way = 'to-hospital')`,
  'what was ticked off had been ordered': sql`
    select d.order_id || ' ' || d.due_at as detail from care_done d
    where d.superseded_by is null and not exists (
      select 1 from care_order o where o.order_id = d.order_id and o.superseded_by is null
        and o.from_at <= d.due_at and (o.stay_id is null or o.stay_id = d.stay_id))`,
  'whoever is watched at home has left the ward': sql`
    select c.stay_id || ' ' || c.day as detail from home_check c
    where c.superseded_by is null and not exists (
      select 1 from stay_period p where p.stay_id = c.stay_id and p.superseded_by is null and p.to_at is not null)`,
  'a result belongs to a tube that somebody was sampled with': sql`
    select r.barcode as detail from nat_result r
    where r.superseded_by is null and not exists (
      select 1 from nat_sample s where s.barcode = r.barcode and s.superseded_by is null)`,
  'nobody was sampled before the stay': sql`
    select s.barcode || ' ' || s.stay_id as detail from nat_sample s
    where s.superseded_by is null and not exists (
      select 1 from stay_period p where p.stay_id = s.stay_id and p.superseded_by is null
        and p.from_at <= s.sampled_at)`,
  'nobody was sampled or observed after they had left': sql`
    select s.barcode || ' ' || s.stay_id as detail from nat_sample s
    join stay_period p on p.stay_id = s.stay_id and p.superseded_by is null
    where s.superseded_by is null and p.to_at < s.sampled_at
    union all select o.stay_id || ' ' || o.taken_at from observation o
    join stay_period p on p.stay_id = o.stay_id and p.superseded_by is null
    where o.superseded_by is null and p.to_at < o.taken_at`,
  'a labelled tube holds nobody else’s sample': sql`
    select s.barcode || ' ' || s.stay_id as detail from nat_sample s join sample_label l on l.barcode = s.barcode
    where s.superseded_by is null and l.superseded_by is null and l.stay_id <> s.stay_id`,
  'one protocol holds at a time': sql`
    select a.id || ' ' || b.id as detail from protocol_choice a join protocol_choice b on b.id > a.id
    where a.superseded_by is null and b.superseded_by is null
      and (a.to_at is null or a.to_at > b.from_at) and (b.to_at is null or b.to_at > a.from_at)`,
  'whoever was judged for release has left': sql`
    select b.stay_id as detail from discharge_basis b
    where b.superseded_by is null and not exists (
      select 1 from stay_period p where p.stay_id = b.stay_id and p.superseded_by is null and p.to_at is not null)`,
  'a bus home never has more people than seats': sql`
    select b.plate || ' ' || b.list_id as detail from release_bus b
    where b.superseded_by is null and (select count(*) from release_member m
      where m.bus_id = b.bus_id and m.superseded_by is null) > case b.cancelled when 1 then 0 else b.seats end`,
  'nobody has a seat on a bus that is not there': sql`
    select m.stay_id || ' ' || m.bus_id as detail from release_member m
    where m.superseded_by is null and m.bus_id is not null and not exists (
      select 1 from release_bus b where b.bus_id = m.bus_id and b.list_id = m.list_id and b.superseded_by is null)`,
  'whoever left by a list stands on it': sql`
    select b.stay_id || ' ' || b.list_id as detail from discharge_basis b
    where b.superseded_by is null and b.list_id is not null and not exists (
      select 1 from release_member m where m.stay_id = b.stay_id and m.list_id = b.list_id
        and m.superseded_by is null and m.removed = 0)`,
  'nobody is in a zone that is not open': sql`
    select z.code || ' ' || a.stay_id as detail from zone_step s
    join zone z on z.id = s.zone_id join care_unit u on u.zone_id = s.zone_id
    join bed b on b.care_unit_id = u.id join bed_assignment a on a.bed_id = b.id
    where s.superseded_by is null and s.step in ('not-open', 'final-disinfection', 'closed')
      and a.superseded_by is null and (a.to_at is null or a.to_at > s.from_at)
      and (s.to_at is null or s.to_at > a.from_at)`,
  'nobody new comes into a zone that was stopped': sql`
    select z.code || ' ' || a.stay_id as detail from zone_step s
    join zone z on z.id = s.zone_id join care_unit u on u.zone_id = s.zone_id
    join bed b on b.care_unit_id = u.id join bed_assignment a on a.bed_id = b.id
    where s.superseded_by is null and s.step in ('stop-admissions', 'draining')
      and a.superseded_by is null and a.from_at >= s.from_at and (s.to_at is null or s.to_at > a.from_at)
      and not exists (select 1 from bed_assignment p join bed pb on pb.id = p.bed_id
        join care_unit pu on pu.id = pb.care_unit_id
        where p.stay_id = a.stay_id and p.superseded_by is null and p.to_at = a.from_at and pu.zone_id = s.zone_id)`,
  'a zone that takes nobody is closed': sql`
    select z.code as detail from zone_step s join zone z on z.id = s.zone_id
    where s.superseded_by is null and s.to_at is null and s.step <> 'open' and not exists (
      select 1 from closure c where c.zone_id = s.zone_id and c.superseded_by is null and c.to_at is null)`,
  // What was on the list goes with the act of the opening; of openings before that was kept, any tick will do.
  'a zone opens by a list that was confirmed': sql`
    select z.code || ' ' || s.list || ' ' || i.value as detail from zone_step s join zone z on z.id = s.zone_id
    join act_change c on c.act_seq = s.recorded_by and c.subject_id = s.zone_id and c.field = 'readiness'
    join json_each('["' || replace(c.after, ' ', '","') || '"]') i
    where s.step = 'open' and s.list is not null
      and not exists (select 1 from act_undo u where u.undoes = s.recorded_by) and not exists (
      select 1 from readiness_tick r where r.zone_id = s.zone_id and r.list = s.list and r.item = i.value
        and r.superseded_by is null and r.confirmed_at <= s.from_at)
    union all select z.code || ' ' || s.list from zone_step s join zone z on z.id = s.zone_id
    where s.superseded_by is null and s.step = 'open' and s.list is not null and not exists (
      select 1 from readiness_tick r where r.zone_id = s.zone_id and r.list = s.list and r.superseded_by is null)`,
  'nothing was confirmed on a list after the zone had opened by it': sql`
    select z.code || ' ' || s.list || ' ' || r.item as detail from zone_step s join zone z on z.id = s.zone_id
    join readiness_tick r on r.zone_id = s.zone_id and r.list = s.list
    where s.superseded_by is null and s.step = 'open' and r.superseded_by is null and r.confirmed_at > s.from_at`,
  ...SHIFT_INVARIANTS,
  ...HANDOVER_INVARIANTS,
  'search columns follow the document': sql`
    select id as detail from person
    where document_tail is not (case when document_number is null then null else substr(document_number, -4) end)`,
};

/** Its details are a problem of audit/verify-audit.ts with the number and time of the row where it shows. */
const AUDIT_CHECK = 'the audit trail is whole';

/** What the checks call themselves, in English. */
export const CHECKS: readonly string[] = [...Object.keys(INVARIANTS), AUDIT_CHECK];

type Problem = OutputOf<'ward.verify'>['problems'][number];
type Checked = OutputOf<'ward.verify'>;

/**
 * SQLite's own checks, every invariant, and the audit trail where its key is at hand (`trail` is null in a copy of an
 * open ward on another PC). Long on a large file: a worker's job.
 */
export async function checkWard(
  db: Reads,
  trail: { key: Uint8Array; heads: readonly AuditHead[] } | null,
  tell: (done: number, total: number) => void = () => undefined,
): Promise<Checked> {
  const total = Object.keys(INVARIANTS).length + (trail ? 2 : 1);
  tell(0, total);
  const problems: Problem[] = await integrityProblems(db);
  let done = 1;
  for (const [check, query] of Object.entries(INVARIANTS)) {
    tell(done, total);
    const { rows } = await query.execute(db);
    problems.push(...rows.slice(0, 100).map(({ detail }) => ({ check, detail })));
    done += 1;
  }
  tell(done, total);
  const found = trail ? await auditProblems(db, trail.key, trail.heads) : { problems: [] };
  problems.push(
    ...found.problems.map(({ seq, at, problem }) => ({
      check: AUDIT_CHECK,
      detail: `${problem} ${seq} ${at}`.trim(),
    })),
  );
  return { clean: problems.length === 0, checks: total, problems };
}

export const verifyWard: QueryHandler<'ward.verify'> = async (db, _input, { auditKey, wardFile, progress }) =>
  checkWard(db, { key: auditKey, heads: await headsOfCopies(db, wardFile) }, (done, total) =>
    progress({ step: 'checking', done, total }),
  );
