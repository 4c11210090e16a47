import { type KeyboardEvent, useState } from 'react';

interface Option<Word extends string> {
  value: Word;
  label: string;
}

interface Props<Word extends string> {
  labelledBy: string;
  options: readonly Option<Word>[];
  chosen: readonly Word[];
  onChange(chosen: Word[]): void;
  /** Any number of them; else exactly one. */
  several?: boolean;
  disabled?: boolean;
}

const digitOf = (index: number, count: number, zeroLast: boolean): string =>
  zeroLast && index === count - 1 ? '0' : String(index + 1);

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/**
 * A few words to choose from, all in sight: arrows or the digit on each, Space, or one press with a glove. One
 * stop of the Tab key. The word "unknown" at the end has the digit 0.
 */
export function Choices<Word extends string>(props: Props<Word>) {
  const { options, chosen, several = false, disabled = false, onChange } = props;
  const [at, setAt] = useState(0);
  const zeroLast = options.at(-1)?.value === 'unknown';
  const stop = several
    ? at
    : Math.max(
        0,
        options.findIndex(({ value }) => chosen.includes(value)),
      );

  const choose = (index: number) => {
    const value = options[index]?.value;
    if (value === undefined || disabled) return;
    setAt(index);
    if (!several) onChange([value]);
    else onChange(options.map((one) => one.value).filter((one) => chosen.includes(one) !== (one === value)));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = STEPS[event.key];
    const digit = options.findIndex((_, index) => digitOf(index, options.length, zeroLast) === event.key);
    const next = step === undefined ? digit : (stop + step + options.length) % options.length;
    if (next < 0) return;
    event.preventDefault();
    const button = event.currentTarget.children[next];
    if (button instanceof HTMLElement) button.focus();
    if (step === undefined || !several) choose(next);
    else setAt(next);
  };
  return (
    <fieldset
      className="desk-choices"
      {...(several ? {} : { role: 'radiogroup' })}
      aria-labelledby={props.labelledBy}
      onKeyDown={onKeyDown}
    >
      {options.map(({ value, label }, index) => (
        <button
          key={value}
          type="button"
          data-value={value}
          {...(several
            ? { 'aria-pressed': chosen.includes(value) }
            : { role: 'radio', 'aria-checked': chosen.includes(value) })}
          tabIndex={index === stop ? 0 : -1}
          disabled={disabled}
          onClick={() => choose(index)}
        >
          <span className="desk-choice-key" aria-hidden>
            {digitOf(index, options.length, zeroLast)}
          </span>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
