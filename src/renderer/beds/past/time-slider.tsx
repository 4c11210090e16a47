import { CaretRightOutlined, CloseOutlined, PauseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/rules/instant.ts';
import { useTimeOf } from '../../ui/hospital.tsx';
import { takeKeyboard } from '../../ui/keyboard.ts';
import { type Hours, stepBy } from './hours.ts';

const PLAY_MS = 350;

interface Props {
  hours: Hours;
  at: Instant | null;
  /** The picture of the moment before is still shown. */
  isLate: boolean;
  onAt(at: Instant | null): void;
  onClose(): void;
}

/** Runs the plan back through the hospital's hours. */
export function TimeSlider({ hours, at, isLate, onAt, onClose }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const [plays, setPlays] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const step = hours.of(at);
  const isEnd = step >= hours.last;
  useEffect(() => takeKeyboard(input.current), []);
  useEffect(() => {
    if (!plays || isLate) return;
    const timer = setTimeout(() => (isEnd ? setPlays(false) : onAt(hours.at(step + 1))), PLAY_MS);
    return () => clearTimeout(timer);
  }, [plays, isLate, isEnd, step, hours, onAt]);
  const play = () => {
    if (!plays && isEnd) onAt(hours.at(0));
    setPlays(!plays);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = stepBy(event.key, step, hours.last);
    const isOther = event.key === ' ' || event.key === 'Escape' || event.key.toLowerCase() === 't';
    if (next === null && !isOther) return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== null) {
      setPlays(false);
      onAt(hours.at(next));
    } else if (event.key === ' ') play();
    else onClose();
  };
  const now = t('layers.past.now');
  return (
    <section className="desk-time" aria-label={t('layers.past.slider')}>
      <Button
        icon={plays ? <PauseOutlined /> : <CaretRightOutlined />}
        aria-label={t(plays ? 'layers.past.pause' : 'layers.past.play')}
        title={t('layers.past.playHint')}
        onClick={play}
      />
      <input
        ref={input}
        type="range"
        min={0}
        max={hours.last}
        value={step}
        aria-label={t('layers.past.slider')}
        aria-valuetext={at === null ? now : timeOf(at)}
        onChange={({ target }) => {
          setPlays(false);
          onAt(hours.at(Number(target.value)));
        }}
        onKeyDown={press}
      />
      <output>{at === null ? now : timeOf(at)}</output>
      <Button onClick={() => onAt(null)} disabled={at === null}>
        {t('layers.past.backToNow')} <kbd>End</kbd>
      </Button>
      <Button type="text" icon={<CloseOutlined />} aria-label={t('layers.past.close')} onClick={onClose} />
    </section>
  );
}
