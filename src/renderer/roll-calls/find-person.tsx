import { Input } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '#shared/contract/refusal.ts';
import type { SearchHit } from '#shared/contract/stays.ts';
import { readWristband } from '#shared/rules/wristband.ts';
import { call, type Refused } from '../client.ts';
import { SearchHitLine } from '../frame/search-hit.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { type Shown, whomEnterTakes } from './find-rules.ts';

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

async function look(text: string, waiting: boolean): Promise<Reply<SearchHit[]>> {
  const number = text.toUpperCase().startsWith('W') ? readWristband(text) : null;
  const answer = await call('stays.search', { text: number === null ? text : String(number), limit: 50 });
  if (!answer.ok) return answer;
  const here = answer.value.filter(
    ({ stayId, status }) => stayId !== null && status !== 'left' && (!waiting || status === 'waiting'),
  );
  return { ok: true, value: here.slice(0, SHOWN) };
}

/** Finds somebody in house: type or scan, arrows, Enter. */
export function FindPerson({ label, waiting = false, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [at, setAt] = useState(0);
  const typed = useRef('');
  const hits = shown?.hits;
  const show = useCallback((wanted: string, answer: Reply<SearchHit[]>) => {
    setShown(answer.ok ? { text: wanted, hits: answer.value } : null);
    setRefused(answer.ok ? null : answer);
    setAt(0);
  }, []);
  useEffect(() => {
    typed.current = text.trim();
    if (typed.current === '') return setShown(null);
    let wanted = true;
    const timer = setTimeout(async () => {
      const answer = await look(text.trim(), waiting);
      if (wanted) show(text.trim(), answer);
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text, waiting, show]);
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
      if (text.trim() === '' || event.nativeEvent.repeat) return;
      const answer = await look(text.trim(), waiting);
      if (typed.current !== text.trim()) return;
      const hit = answer.ok ? whomEnterTakes(text.trim(), answer.value, shown, at) : null;
      if (hit) take(hit);
      else show(text.trim(), answer);
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
        {refused && <RefusedNotice refused={refused} />}
        {chosen && (
          <strong>
            {chosen.name} #{chosen.number} {chosen.bed}
          </strong>
        )}
      </p>
    </div>
  );
}
