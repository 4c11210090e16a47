import { Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { type FieldName, fieldOf } from './protocol-fields.ts';
import { fieldWords, wordOf } from './protocol-words.ts';

interface Props {
  id: string;
  name: FieldName;
  text: string;
  wrong: boolean;
  onChange(text: string): void;
}

/** The control of one field, by its kind. */
export function FieldControl({ id, name, text, wrong, onChange }: Props) {
  const { t } = useTranslation();
  const { is } = fieldOf(name);
  const status = wrong ? 'error' : '';
  switch (is.kind) {
    case 'number':
      return (
        <span className="desk-protocol-number">
          <InputNumber<string>
            id={id}
            stringMode
            style={{ width: 110 }}
            value={text}
            step={is.step ?? 1}
            placeholder={is.optional ? t('protocols.notAsked') : ''}
            status={status}
            aria-invalid={wrong}
            onChange={(value) => onChange(value ?? '')}
          />
          {t(`protocols.units.${is.unit}`, { n: '' })}
        </span>
      );
    case 'flag':
      return <Switch id={id} checked={text === 'true'} onChange={(on) => onChange(String(on))} />;
    case 'choice':
      return (
        <Select
          id={id}
          style={{ width: '100%' }}
          value={text}
          onChange={onChange}
          options={is.words.map((word) => ({ value: word, label: fieldWords(name, word, t) }))}
        />
      );
    case 'words':
      return (
        <Select
          id={id}
          mode="multiple"
          style={{ width: '100%' }}
          value={text === '' ? [] : text.split(',')}
          onChange={(words: string[]) => onChange(is.words.filter((one) => words.includes(one)).join(','))}
          options={is.words.map((word) => ({ value: word, label: wordOf(is.list, word, t) }))}
        />
      );
    case 'numbers':
      return (
        <Input
          id={id}
          value={text}
          status={status}
          aria-invalid={wrong}
          placeholder={t('protocols.notAsked')}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
