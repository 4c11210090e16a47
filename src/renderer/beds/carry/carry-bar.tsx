import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Floor } from '../board/floor.ts';
import { useReasonText } from './reason-words.ts';
import type { Carry } from './use-carry.ts';
import './carry.css';

interface Props {
  carry: Carry;
  floor: Floor;
  cursor: number;
  onGo(index: number): void;
  onPlace(): void;
  onPutDown(): void;
}

/** Who is in hand and where they may go; it stands where the legend was until they are put down. */
export function CarryBar({ carry, floor, cursor, onGo, onPlace, onPutDown }: Props) {
  const { t } = useTranslation();
  const say = useReasonText();
  const { act, stay, look, proposal, unplaced } = carry;
  const age = stay.age === null ? '' : t('ui.years', { age: stay.age });
  const choices = [...(look.star === null ? [] : [look.star]), ...look.choices];
  return (
    <section className="desk-beds-head desk-beds-carry" aria-label={t('beds.carry.label')}>
      <strong>{t(`beds.acts.${act}`)}</strong>
      <strong className="desk-beds-carried">
        <bdi>{stay.name}</bdi>
      </strong>
      <span>
        {t(`vocabulary.sexes.${stay.sex}`)} {age}
        {stay.bed && ` · ${stay.bed.code}`}
      </span>
      {choices.map((index, i) => (
        <Button key={index} type={index === cursor ? 'primary' : 'default'} onClick={() => onGo(index)}>
          {index === look.star ? `★ ${t('beds.carry.proposed')} ` : ''}
          {floor.beds[index]?.code} <kbd>{index === look.star ? 'P' : look.star === null ? i + 1 : i}</kbd>
        </Button>
      ))}
      {carry.proposing && <span className="desk-quiet">{t('progress.proposing')}…</span>}
      <span className="desk-beds-why">
        {unplaced
          ? unplaced.map(say).join(t('ui.listComma'))
          : proposal?.reasons.map(say).join(t('ui.listComma'))}
      </span>
      <Button type="primary" onClick={onPlace}>
        {t('beds.carry.here', { bed: floor.beds[cursor]?.code ?? '' })} <kbd>Enter</kbd>
      </Button>
      <Button onClick={onPutDown}>
        {t('ui.cancel')} <kbd>Esc</kbd>
      </Button>
    </section>
  );
}
