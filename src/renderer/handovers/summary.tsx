import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverBody } from '#shared/contract/handover-body.ts';
import { HANDOVER_LISTS, type HandoverList } from '#shared/messages/handover-words.ts';
import { type HandoverLine, handoverLines } from '#shared/rules/handover-lines.ts';
import { language } from '../i18n/index.ts';
import { hrefOf } from '../route.ts';
import { useHospital } from '../ui/hospital.tsx';
import { AlertMark } from '../ui/state-mark.tsx';

const FLOW = ['opening', 'arrived', 'movedIn', 'movedOut', 'left', 'closing'] as const;
const SIGN = { opening: '', arrived: '+', movedIn: '+', movedOut: '−', left: '−', closing: '=' } as const;
const SECTIONS = [
  'worse',
  'alerts',
  'tasks',
  'tests',
  'better',
  'within',
  'leaving',
  'awaiting',
  'outOfService',
] as const;
/** Rows of a list before somebody asks for all of them. */
const SHOWN = 8;

const wordOf = (list: HandoverList): string => HANDOVER_LISTS[list][language() === 'en' ? 'en' : 'zh'];

interface Props {
  body: HandoverBody;
  /** Also the notes as they were signed. */
  notes?: boolean;
  /** What stands between the flow and the lists. */
  children?: ReactNode;
}

/** What a zone hands over: the flow with the people behind each number, then what the next shift has to know. */
export function Summary({ body, notes = false, children }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const [open, setOpen] = useState<(typeof FLOW)[number] | null>(null);
  const lines = handoverLines(body, { language: language(), zone: timeZone });
  const numbers = Object.fromEntries(FLOW.map((list) => [list, lines[list].length])) as Record<
    (typeof FLOW)[number],
    number
  >;
  const unseen = body.alerts.filter(
    ({ course, acknowledged }) => course !== 'closed' && !acknowledged,
  ).length;
  const sections: readonly HandoverList[] = notes ? ['notes', ...SECTIONS] : SECTIONS;
  return (
    <>
      <section aria-label={t('handovers.flow', numbers)}>
        <div className="desk-handover-flow">
          {FLOW.map((list) => (
            <span key={list} className="desk-handover-figure">
              {SIGN[list] && <span aria-hidden>{SIGN[list]}</span>}
              <button
                type="button"
                aria-expanded={open === list}
                onClick={() => setOpen(open === list ? null : list)}
              >
                <strong>{numbers[list]}</strong>
                <span>{wordOf(list)}</span>
              </button>
            </span>
          ))}
        </div>
        {open ? (
          <Lines title={wordOf(open)} lines={lines[open]} />
        ) : (
          <p className="desk-quiet">{t('handovers.flowHint')}</p>
        )}
      </section>
      {children}
      <div className="desk-handover-sections">
        {sections.map((list) => (
          <Lines
            key={list}
            title={wordOf(list)}
            lines={lines[list]}
            list={list}
            note={
              list === 'alerts' && lines.alerts.length > 0 ? t('handovers.unseen', { count: unseen }) : ''
            }
          />
        ))}
      </div>
    </>
  );
}

interface LinesProps {
  title: string;
  lines: readonly HandoverLine[];
  list?: HandoverList;
  /** What the number is made of. */
  note?: string;
}

/** One list with its number; what it opens is a record. */
function Lines({ title, lines, list, note = '' }: LinesProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <section className="desk-handover-list" aria-label={`${title} ${lines.length}`} data-list={list}>
      <h3>
        {title} <span className="desk-handover-count">{lines.length}</span>{' '}
        <span className="desk-quiet">{note}</span>
      </h3>
      {lines.length === 0 && <p className="desk-quiet">{t('handovers.nothing')}</p>}
      <ul>
        {shown.map((line, i) => (
          // Rows of a list have no other name than their place in it.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={i} data-grave={line.grave}>
            {line.grave && <AlertMark label="!" />}
            {line.stayId ? (
              <a href={hrefOf('patients', line.stayId)}>{line.head}</a>
            ) : (
              <strong>{line.head}</strong>
            )}
            <span>{line.rest}</span>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && (
        <Button onClick={() => setAll(!all)}>
          {all ? t('handovers.showFewer') : t('handovers.showAll', { count: lines.length })}
        </Button>
      )}
    </section>
  );
}
