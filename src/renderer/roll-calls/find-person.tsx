import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/stays.ts';
import { readWristband } from '#shared/rules/wristband.ts';
import { call } from '../client.ts';
import { SearchHitLine } from '../frame/search-hit.tsx';

interface Props {
  label: string;
  /** Only those who wait for a bed. */
  waiting?: boolean;
  chosen: SearchHit | null;
  onChoose(hit: SearchHit): void;
}

const PAUSE_MS = 80;
/** What a low screen has room for; whoever is further down is found by another letter. */
const SHOWN = 8;

async function look(text: string, waiting: boolean): Promise<SearchHit[]> {
  const number = text.toUpperCase().startsWith('W') ? readWristband(text) : null;
  const answer = await call('stays.search', { text: number === null ? text : String(number), limit: 50 });
  if (!answer.ok) return [];
  const here = answer.value.filter(
    ({ stayId, status }) => stayId !== null && status !== 'left' && (!waiting || status === 'waiting'),
  );
  return here.slice(0, SHOWN);
}

/** Finds somebody in house: type or scan, arrows, Enter. */
export function FindPerson({ label, waiting = false, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly SearchHit[] | null>(null);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (text.trim() === '') return setHits(null);
    let wanted = true;
    const timer = setTimeout(async () => {
      const found = await look(text.trim(), waiting);
      if (!wanted) return;
      setHits(found);
      setAt(0);
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text, waiting]);
  const take = (hit: SearchHit | undefined) => {
    if (!hit) return;
    onChoose(hit);
    setText('');
  };
  const onKeyDown = async (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    const last = (hits?.length ?? 0) - 1;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, Math.max(0, last)));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (text.trim() === '') return;
      const found = await look(text.trim(), waiting);
      if (found.length === 1) take(found[0]);
      else if (hits) take(hits[at]);
      return;
    } else return;
    event.preventDefault();
  };
  return (
    <div className="desk-roll-find">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        data-first
        role="combobox"
        aria-expanded={(hits?.length ?? 0) > 0}
        aria-controls={`${id}-hits`}
        aria-activedescendant={hits && hits.length > 0 ? `${id}-${at}` : undefined}
        value={text}
        maxLength={80}
        placeholder={t('rollCalls.other.find')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => void onKeyDown(event)}
      />
      <div id={`${id}-hits`} role="listbox" aria-label={label} hidden={!hits || hits.length === 0}>
        {hits?.map((hit, index) => (
          <SearchHitLine
            key={hit.stayId}
            id={`${id}-${index}`}
            hit={hit}
            here={index === at}
            onTake={() => take(hit)}
          />
        ))}
      </div>
      <p role="status">
        {hits?.length === 0 && <span className="desk-quiet">{t('rollCalls.other.nobody')}</span>}
        {chosen && (
          <strong>
            {chosen.name} #{chosen.number} {chosen.bed}
          </strong>
        )}
      </p>
    </div>
  );
}
