import { Button, Input, Select } from 'antd';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverPerson } from '#shared/contract/handover-body.ts';
import type { StayId, ZoneId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { Allowed } from '../people/allowed.tsx';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';

const BLANK = { text: '', stayId: '' };

interface Props {
  zoneId: ZoneId;
  /** Whom a note can be about. */
  people: readonly HandoverPerson[];
}

/** Notes to the next shift: what is open, what was done, and one more. Ctrl+Enter leaves it. */
export function NotesPanel({ zoneId, people }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const timeOf = useTimeOf();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const [draft, change, clear] = useDraft(`handover-note-${zoneId}`, BLANK);
  const { data, refused } = useWard('handovers.notes', { zoneId }, { keep: true });
  const write = useAct('handovers.writeNote');
  const finish = useAct('handovers.finishNote');
  const text = draft.text.trim();
  const about = people.find(({ stayId }) => stayId === draft.stayId);
  const leave = async () => {
    if (text === '' || write.busy) return;
    const answer = await write.run({ zoneId, stayId: about?.stayId ?? null, text }, { quiet: true });
    if (!answer.ok) return;
    clear();
    // The keys that sign must not become another note.
    field.current?.blur();
  };
  useKeys(t('handovers.title'), [
    { keys: 'N', does: t('handovers.note.write'), run: () => field.current?.focus() },
    { keys: 'Ctrl+Enter', does: t('handovers.note.save'), run: () => void leave(), when: text !== '' },
  ]);
  return (
    <section className="desk-handover-notes" aria-label={t('handovers.note.open')}>
      <h3>
        {t('handovers.note.open')} <span className="desk-handover-count">{data?.open.length ?? 0}</span>
      </h3>
      <RefusedNotice refused={refused ?? finish.refused} />
      {data?.open.length === 0 && <p className="desk-quiet">{t('handovers.note.none')}</p>}
      <ul>
        {data?.open.map(({ noteId, person, text: words, who, at }) => (
          <li key={noteId}>
            {person && (
              <a href={hrefOf('patients', person.stayId)}>
                {person.bed} {person.name}
              </a>
            )}
            <span className="desk-handover-words">{words}</span>
            <span className="desk-quiet">{t('handovers.note.by', { who, at: timeOf(at) })}</span>
            <Allowed to="handovers.finishNote">
              <Button disabled={finish.busy} onClick={() => void finish.run({ noteId }, { quiet: true })}>
                {t('handovers.note.done')}
              </Button>
            </Allowed>
          </li>
        ))}
      </ul>
      <label htmlFor={id}>{t('handovers.note.label')}</label>
      <Input.TextArea
        id={id}
        ref={(made) => {
          field.current = made?.resizableTextArea?.textArea ?? null;
        }}
        maxLength={400}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={draft.text}
        placeholder={t('handovers.note.example')}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          event.currentTarget.blur();
        }}
        aria-describedby={`${id}-way-out`}
      />
      <p className="desk-quiet" id={`${id}-way-out`}>
        {t('handovers.note.wayOut')}
      </p>
      <div className="desk-handover-write">
        <Select
          aria-label={t('handovers.note.about')}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 240 }}
          value={about?.stayId ?? ''}
          options={[
            { value: '' as StayId | '', label: t('handovers.note.nobody') },
            ...people.map(({ stayId, bed, name }) => ({ value: stayId, label: `${bed} ${name}` })),
          ]}
          onChange={(stayId: string) => change({ stayId })}
        />
        <Allowed to="handovers.writeNote">
          <Button disabled={text === ''} loading={write.busy} onClick={() => void leave()}>
            {t('handovers.note.save')} <kbd>Ctrl+Enter</kbd>
          </Button>
        </Allowed>
      </div>
      <RefusedNotice refused={write.refused} />
      {(data?.done.length ?? 0) > 0 && (
        <details>
          <summary>{t('handovers.note.past')}</summary>
          <ul>
            {data?.done.map(({ noteId, text: words, person, doneBy, doneAt }) => (
              <li key={noteId}>
                <span className="desk-handover-words">
                  {person ? `${person.bed} ${person.name} ` : ''}
                  {words}
                </span>
                <span className="desk-quiet">
                  {t('handovers.note.doneBy', { who: doneBy, at: timeOf(doneAt) })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
