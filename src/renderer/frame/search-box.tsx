import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/stays.ts';
import { call } from '../client.ts';
import { go } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { SearchHitLine } from './search-hit.tsx';

/** Short enough to feel like typing, long enough not to ask for every stroke of a scanner. */
const PAUSE_MS = 50;

const EXACT: readonly SearchHit['matched'][] = ['document', 'number', 'bed', 'phone'];

function openHit(hit: SearchHit): void {
  if (hit.stayId) go('patients', hit.stayId);
  else if (hit.bedId) go('beds', null, { bed: hit.bedId });
}

async function find(text: string): Promise<SearchHit[]> {
  const answer = await call('stays.search', { text, limit: 12 });
  return answer.ok ? answer.value : [];
}

interface Found {
  text: string;
  hits: SearchHit[];
}

/** One box for everybody and every bed. Ctrl+K, type or scan, arrows, Enter. */
export function SearchBox() {
  const { t } = useTranslation();
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const list = useId();
  useKeys(t('ui.keys.everywhere'), [
    { keys: 'Ctrl+K', does: t('frame.keys.search'), run: () => box.current?.focus({ cursor: 'all' }) },
  ]);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') return setFound(null);
    let stillWanted = true;
    const timer = setTimeout(async () => {
      const hits = await find(wanted);
      if (!stillWanted) return;
      setFound({ text: wanted, hits });
      setAt(0);
    }, PAUSE_MS);
    return () => {
      stillWanted = false;
      clearTimeout(timer);
    };
  }, [text]);

  const leave = (hit: SearchHit) => {
    setOpen(false);
    setText('');
    box.current?.blur();
    openHit(hit);
  };
  /** A scanner's Enter comes before the list does: it is looked up then, and opened if it can only be one. */
  const enter = async () => {
    const wanted = text.trim();
    if (wanted === '') return;
    const ready = found?.text === wanted ? found.hits : null;
    const hits = ready ?? (await find(wanted));
    if (!ready) setFound({ text: wanted, hits });
    const first = hits[ready ? at : 0];
    if (first && (ready || hits.length === 1 || EXACT.includes(first.matched))) leave(first);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = (found?.hits.length ?? 0) - 1;
    if (event.key === 'Enter') void enter();
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, last));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Escape') {
      setText('');
      box.current?.blur();
    } else return;
    event.preventDefault();
  };
  const shown = open && found !== null && text.trim() !== '';
  return (
    <search className="desk-search">
      <Input
        ref={box}
        prefix={<SearchOutlined aria-hidden />}
        suffix={<kbd>Ctrl+K</kbd>}
        role="combobox"
        aria-label={t('frame.search.label')}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && found.hits.length > 0 ? `${list}-${at}` : undefined}
        placeholder={t('frame.search.placeholder')}
        value={text}
        maxLength={80}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div
        role="listbox"
        id={list}
        aria-label={t('frame.search.results')}
        className="desk-hits"
        hidden={!shown || found.hits.length === 0}
      >
        {found?.hits.map((hit, index) => (
          <SearchHitLine
            key={hit.stayId ?? hit.bedId}
            id={`${list}-${index}`}
            hit={hit}
            here={index === at}
            onTake={() => leave(hit)}
          />
        ))}
      </div>
      {shown && found.hits.length === 0 && (
        <div className="desk-hits desk-hits-none" role="status">
          <strong>{t('frame.search.nothing', { text: found.text })}</strong>
          <p className="desk-quiet">{t('frame.search.nothingHint')}</p>
        </div>
      )}
    </search>
  );
}
