import {
  AUDIT_OUTCOME_WORDS,
  procedureWord,
  refusedBecause,
  rolesInWords,
} from '#shared/messages/audit-words.ts';
import { changeLines } from '#shared/messages/change-words.ts';
import { fill, type Sentence } from '#shared/messages/fill.ts';
import { localOf } from '#shared/rules/instant.ts';
import { maskIdentity } from '#shared/rules/mask-identity.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readLetterhead } from '../reports/discharge-repository.ts';
import { requireTrustedPath, saveFile } from '../reports/save-file.ts';
import type { Sheet } from '../reports/sheet.ts';
import { toCsv } from '../reports/write-csv.ts';
import { findOperatorName } from '../ward/operator-repository.ts';
import { readAuditRows } from './trail-repository.ts';

const WORDS = {
  file: { zh: '审计', en: 'audit' },
  title: { zh: '{{hospital}} 审计记录', en: '{{hospital}}: audit trail' },
  note: { zh: '{{rows}} 条；导出：{{madeBy}} {{when}}', en: '{{rows}} entries; made by {{madeBy}} {{when}}' },
  demo: { zh: '演示数据：病区与人员均为虚构', en: 'Demonstration: this ward and its people are made up' },
  seq: { zh: '序号', en: 'No.' },
  at: { zh: '时间', en: 'Time' },
  who: { zh: '人员', en: 'Who' },
  roles: { zh: '角色', en: 'Roles' },
  what: { zh: '操作', en: 'What' },
  procedure: { zh: '内部名称', en: 'Name inside' },
  outcome: { zh: '结果', en: 'Outcome' },
  why: { zh: '拒绝原因', en: 'Refused because' },
  about: { zh: '对象', en: 'About' },
  reason: { zh: '理由', en: 'Reason' },
  changes: { zh: '更改前后', en: 'Before and after' },
  link: { zh: '校验', en: 'Link' },
} as const satisfies Record<string, Sentence>;

const PORTION = 1000;

/**
 * The trail of a period, the latest first, as .csv. Masked as on the screen: the router sees only the answer, which names
 * the file. Refuses as other files do.
 */
export const writeAuditFile: QueryHandler<'audit.exportFile'> = async (db, input, context) => {
  const { language, path } = input;
  const madeBy = await findOperatorName(db, input.madeBy);
  refuseUnless(madeBy !== undefined, 'unknown-operator');
  const { name: hospital, demo } = await readLetterhead(db);
  const when = localOf(context.now, context.zone).slice(0, 16).replace('T', ' ');
  const rows: Sheet['rows'][number][] = [];
  const say = (sentence: Sentence) =>
    fill(sentence, language, { hospital, madeBy, when, rows: String(rows.length) });
  let before: number | undefined;
  for (;;) {
    const portion = await readAuditRows(db, input, { before, limit: PORTION });
    if (portion.length === 0) break;
    for (const row of context.access.has('patients.identity') ? portion : portion.map(maskIdentity)) {
      const changes = changeLines(row.changes, language, context.zone);
      rows.push([
        ...[row.seq, localOf(row.at, context.zone).replace('T', ' '), row.who],
        ...[rolesInWords(row.roles, language), procedureWord(row.procedure, language)],
        ...[say(AUDIT_OUTCOME_WORDS[row.outcome]), refusedBecause(row.code, language)],
        ...[row.about, row.reason, changes.join('; '), row.procedure, row.link],
      ]);
    }
    before = portion.at(-1)?.seq;
    context.progress({ step: 'writing', done: rows.length, total: rows.length });
  }
  const columns = (
    [
      'seq',
      'at',
      'who',
      'roles',
      'what',
      'outcome',
      'why',
      'about',
      'reason',
      'changes',
      'procedure',
      'link',
    ] as const
  ).map((key) => ({
    heading: say(WORDS[key]),
    kind: key === 'seq' ? ('number' as const) : ('text' as const),
    widest: 40,
  }));
  const bytes = toCsv({
    ...{ name: say(WORDS.file), title: say(WORDS.title), warning: demo === 1 ? say(WORDS.demo) : null },
    ...{ note: say(WORDS.note), columns, rows, totals: [], fixedColumns: 2 },
    ...{ made: { by: madeBy, at: context.now }, foot: { madeBy: '', printed: '', page: '' } },
  });
  if (path !== undefined) requireTrustedPath(path, context.trustsPaths, language);
  const place =
    path === undefined
      ? { folder: context.exportFolder, stem: `${say(WORDS.file)}-${when.slice(0, 10)}`, extension: '.csv' }
      : { exactly: path };
  return { file: await saveFile(bytes, place, language), rows: rows.length };
};
