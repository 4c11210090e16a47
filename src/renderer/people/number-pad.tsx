import { ArrowLeftOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

const DIGITS = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;

interface Props {
  disabled: boolean;
  onDigit(digit: string): void;
  onErase(): void;
  onClear(): void;
}

/** Keys large enough for two pairs of gloves, in the order of the number block of a keyboard. */
export function NumberPad({ disabled, onDigit, onErase, onClear }: Props) {
  const { t } = useTranslation();
  const key = (digit: string) => (
    <button key={digit} type="button" tabIndex={-1} disabled={disabled} onClick={() => onDigit(digit)}>
      {digit}
    </button>
  );
  return (
    // The keyboard types digits by itself: Tab goes past the pad.
    <fieldset className="desk-pad" aria-label={t('people.door.pad')}>
      {DIGITS.map(key)}
      <button type="button" tabIndex={-1} disabled={disabled} onClick={onClear}>
        <span className="desk-pad-word">{t('people.door.eraseAll')}</span>
      </button>
      {key('0')}
      <button
        type="button"
        tabIndex={-1}
        disabled={disabled}
        aria-label={t('people.door.erase')}
        title={t('people.door.erase')}
        onClick={onErase}
      >
        <ArrowLeftOutlined aria-hidden />
      </button>
    </fieldset>
  );
}
