import type { Context, Reads } from '../ipc/context.ts';
import { settingOf } from '../ward/settings-repository.ts';
import { escapeSigns, type TemplateName } from './templates.ts';
import { timeOf } from './views/words.ts';

/** What is read by a scanner at every bed: nothing may lie over or under its bars. */
const WITHOUT: ReadonlySet<TemplateName> = new Set(['wristband', 'sample-label', 'bed-card']);

const STYLE =
  'position:fixed;inset:0;z-index:-1;overflow:hidden;color:rgba(0,0,0,.1);font:13px sans-serif;' +
  'white-space:pre;line-height:70px;transform:rotate(-18deg) scale(1.5)';
const ROWS = 18;
const TIMES = 6;

/**
 * The page with the name of whoever had it printed and the time, pale beneath its text on every sheet, where the
 * hospital asks for it and somebody is signed in. Never on wristbands, labels of samples and bed cards.
 */
export async function watermarked(
  db: Reads,
  name: TemplateName,
  html: string,
  { access, now, zone }: Context,
): Promise<string> {
  const { person } = access;
  if (!person || WITHOUT.has(name) || !(await settingOf(db, 'signIn')).watermark) return html;
  const line = `${person.name} ${timeOf(now, zone)}        `.repeat(TIMES);
  const text = escapeSigns(
    Array.from({ length: ROWS }, (_, row) => ' '.repeat((row % 2) * 12) + line).join('\n'),
  );
  const mark = `<div aria-hidden="true" style="${STYLE}">${text}</div>`;
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + mark : html.slice(0, end) + mark + html.slice(end);
}
