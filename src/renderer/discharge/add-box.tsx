import { ScanOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import { SearchHitLine } from '../frame/search-hit.tsx';
import { type Candidate, type Candidates, certainOf, findCandidates } from './find-candidates.ts';

/** As in the search box: short enough to feel like typing, too long for a scanner to ask at every sign. */
const PAUSE_MS = 50;

interface Props {
  /** False for somebody who is on the list already. */
  onAdd(stayId: StayId): boolean;
  /** Down from the empty box: to the list below. */
  onDown(): void;
  ref?: Ref<{ focus(): void }>;
}

type Said = {
  tone: 'good' | 'bad';
  what: 'added' | 'already' | 'gone' | 'nothing' | 'several';
  name: string;
};

/** Puts people on the list: type or scan, Enter, next. The cursor never leaves it. */
export function AddBox({ onAdd, onDown, ref }: Props) {
  const { t } = useTranslation();
  const box = useRef<InputRef>(null);
  const list = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Candidates | null>(null);
  const [at, setAt] = useState(0);
  const [focused, setFocused] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus({ cursor: 'all' }) }), []);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') return setFound(null);
    let stillWanted = true;
    const timer = setTimeout(async () => {
      const candidates = await findCandidates(wanted);
      if (!stillWanted) return;
      setFound(candidates);
      setAt(0);
    }, PAUSE_MS);
    return () => {
      stillWanted = false;
      clearTimeout(timer);
    };
  }, [text]);

  const take = ({ stayId, hit }: Candidate) => {
    const added = onAdd(stayId);
    const name = [hit.name, hit.bed].filter((word) => word !== '').join(' · ');
    setSaid({ tone: added ? 'good' : 'bad', what: added ? 'added' : 'already', name });
  };

  /** The box is empty again before the answer comes: the next scan may be on its way already. */
  const enter = async () => {
    const wanted = text.trim();
    if (wanted === '') return;
    const shown = found?.text === wanted ? found : null;
    setText('');
    const candidates = shown ?? (await findCandidates(wanted));
    const meant = shown ? shown.present[at] : certainOf(candidates);
    if (meant) return take(meant);
    if (candidates.present.length > 0 && box.current?.input?.value === '') setText(wanted);
    const gone = candidates.gone[0];
    if (candidates.present.length > 0) setSaid({ tone: 'bad', what: 'several', name: wanted });
    else setSaid({ tone: 'bad', what: gone ? 'gone' : 'nothing', name: gone?.name ?? wanted });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const last = Math.max(0, (found?.present.length ?? 0) - 1);
    if (event.key === 'Enter') void enter();
    else if (event.key === 'ArrowDown' && text === '') onDown();
    else if (event.key === 'ArrowDown' && found) setAt(Math.min(at + 1, last));
    else if (event.key === 'ArrowUp' && found) setAt(Math.max(at - 1, 0));
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
  };

  const shown = focused && found !== null && found.present.length > 0;
  return (
    <div className="desk-add">
      <Input
        ref={box}
        autoFocus
        size="large"
        prefix={<ScanOutlined aria-hidden />}
        role="combobox"
        aria-label={t('discharge.add.label')}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${list}-${at}` : undefined}
        placeholder={t('discharge.add.placeholder')}
        value={text}
        maxLength={80}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div
        role="listbox"
        id={list}
        aria-label={t('frame.search.results')}
        className="desk-hits desk-add-hits"
        hidden={!shown}
      >
        {found?.present.map((candidate, index) => (
          <SearchHitLine
            key={candidate.stayId}
            id={`${list}-${index}`}
            hit={candidate.hit}
            here={index === at}
            onTake={() => {
              setText('');
              take(candidate);
            }}
          />
        ))}
      </div>
      <p className="desk-add-said" role="status" data-tone={said?.tone}>
        {said ? t(`discharge.add.${said.what}`, { name: said.name }) : t('discharge.add.hint')}
      </p>
    </div>
  );
}
