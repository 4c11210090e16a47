import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { call } from '../client.ts';
import { type Found, findBeds } from './board/find.ts';
import type { Floor } from './board/floor.ts';
import { stateDetail } from './board/use-words.ts';

interface Props {
  floor: Floor;
  views: readonly (BedView | undefined)[];
  now: number;
  typed: string;
  onTyped(typed: string): void;
  /** The bed that the search is at, as it is typed. */
  onAt(index: number): void;
  onFound(indices: readonly number[]): void;
  /** Enter, with the bed found; Escape, with null. */
  onClose(index: number | null): void;
}

const SHOWN = 7;

/** Whole spellings of names are known to the ward only; asked where nothing on the board is called so. */
async function searchedFor(text: string, floor: Floor): Promise<Found[]> {
  const answer = await call('stays.search', { text, limit: 12 });
  if (!answer.ok) return [];
  const indexOf = new Map(floor.beds.map(({ code, index }) => [code, index]));
  return answer.value.flatMap(({ bed, status, kind }) => {
    const index = indexOf.get(bed);
    return index !== undefined && (kind === 'bed' || status === 'in-house')
      ? [{ index, by: 'name' as const }]
      : [];
  });
}

/** Letters gather here; the board goes along to what they find. */
export function FindBox(props: Props) {
  const { floor, views, now, typed, onTyped, onAt, onFound, onClose } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const list = useId();
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState<{ text: string; found: Found[] } | null>(null);
  const here = useMemo(() => findBeds(floor, views, typed), [floor, views, typed]);
  const text = typed.trim();
  const found = here.length > 0 || asked?.text !== text ? here : asked.found;

  useLayoutEffect(() => {
    const field = box.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  useEffect(() => {
    if (here.length > 0 || text.length < 2) return;
    let wanted = true;
    void searchedFor(text, floor).then((beds) => {
      if (wanted) setAsked({ text, found: beds });
    });
    return () => {
      wanted = false;
    };
  }, [here, text, floor]);
  const target = found[Math.min(at, found.length - 1)]?.index;
  const tell = useRef({ onAt, onFound });
  tell.current = { onAt, onFound };
  useEffect(() => {
    if (target !== undefined) tell.current.onAt(target);
  }, [target]);
  useEffect(() => tell.current.onFound(found.map(({ index }) => index)), [found]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onClose(target ?? null);
    else if (event.key === 'Escape') onClose(null);
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const from = Math.max(0, Math.min(at - SHOWN + 1, found.length - SHOWN));
  return (
    <div className="desk-beds-find">
      <input
        ref={box}
        role="combobox"
        aria-label={t('beds.find.label')}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={target === undefined ? undefined : `${list}-${target}`}
        value={typed}
        maxLength={60}
        placeholder={t('beds.find.placeholder')}
        onChange={(event) => {
          setAt(0);
          onTyped(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => onClose(target ?? null)}
      />
      <div role="listbox" id={list} aria-label={t('beds.find.label')}>
        {found.slice(from, from + SHOWN).map(({ index }) => {
          const bed = floor.beds[index];
          const view = views[index];
          return (
            bed && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field
              // biome-ignore lint/a11y/useFocusableInteractive: the keyboard stays in the field
              <div
                key={index}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === target}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onClose(index)}
              >
                <strong>{bed.code}</strong>{' '}
                <bdi>{view && (stateDetail(view, now, t) || t(`vocabulary.bedStates.${view.state}`))}</bdi>
              </div>
            )
          );
        })}
      </div>
      {text !== '' && found.length === 0 && <p role="status">{t('beds.find.nothing')}</p>}
      {found.length > SHOWN && <p className="desk-quiet">{t('beds.find.more', { count: found.length })}</p>}
    </div>
  );
}
