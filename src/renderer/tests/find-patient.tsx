import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/stays.ts';
import { call } from '../client.ts';
import { SearchHitLine } from '../frame/search-hit.tsx';

const PAUSE_MS = 60;
const LIMIT = 12;

interface Props {
  chosen: SearchHit | null;
  /** Looked for at once. */
  start: string;
  onChoose(hit: SearchHit | null): void;
}

async function look(wanted: string): Promise<{ text: string; hits: SearchHit[] }> {
  const answer = await call('stays.search', { text: wanted, limit: LIMIT });
  return { text: wanted, hits: answer.ok ? answer.value.filter(({ stayId }) => stayId !== null) : [] };
}

/** Finds the patient of a result, those who have left among them: type or scan, Enter chooses. */
export function FindPatient({ chosen, start, onChoose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(start);
  const [found, setFound] = useState<{ text: string; hits: SearchHit[] } | null>(null);
  const [at, setAt] = useState(0);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') return setFound(null);
    let stillWanted = true;
    const timer = setTimeout(async () => {
      const answer = await look(wanted);
      if (!stillWanted) return;
      setFound(answer);
      setAt(0);
    }, PAUSE_MS);
    return () => {
      stillWanted = false;
      clearTimeout(timer);
    };
  }, [text]);

  const take = (hit: SearchHit | undefined) => {
    if (!hit) return;
    onChoose(hit);
    setText('');
    setFound(null);
  };
  const enter = async () => {
    const wanted = text.trim();
    if (wanted === '') return;
    if (found?.text === wanted) return take(found.hits[at]);
    // A scanner's Enter does not wait for the list: only the one there is may be meant.
    const answer = await look(wanted);
    if (answer.hits.length === 1) take(answer.hits[0]);
    else setFound(answer);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const last = Math.max(0, (found?.hits.length ?? 0) - 1);
    if (event.key === 'Enter') void enter();
    else if (event.key === 'ArrowDown' && found) setAt(Math.min(at + 1, last));
    else if (event.key === 'ArrowUp' && found) setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  const hits = found?.hits ?? [];
  return (
    <div className="desk-solve-find">
      <label htmlFor={id}>{t('tests.quarantine.whose')}</label>
      {chosen && (
        <p className="desk-solve-chosen" role="status">
          {t('tests.quarantine.chosen', {
            name: chosen.name,
            bed: chosen.status === 'left' ? t('tests.quarantine.left') : chosen.bed || t('tests.scan.noBed'),
            number: chosen.number ?? '',
          })}
        </p>
      )}
      <Input
        id={id}
        data-first
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-hits`}
        aria-activedescendant={hits.length > 0 ? `${id}-${at}` : undefined}
        value={text}
        maxLength={80}
        placeholder={t('tests.quarantine.whosePlaceholder')}
        // What was filled in from the file gives way to the first key.
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-hits`}
        role="listbox"
        aria-label={t('frame.search.results')}
        className="desk-solve-hits"
        hidden={hits.length === 0}
      >
        {hits.map((hit, index) => (
          <SearchHitLine
            key={hit.stayId}
            id={`${id}-${index}`}
            hit={hit}
            here={index === at}
            onTake={() => take(hit)}
          />
        ))}
      </div>
      <p className="desk-quiet" role="status">
        {found && hits.length === 0 && t('tests.quarantine.nobody', { text: found.text })}
        {hits.length > 1 && t('tests.quarantine.several', { count: hits.length })}
      </p>
    </div>
  );
}
