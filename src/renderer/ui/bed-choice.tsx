import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type BedId, bedId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';

interface Props {
  id?: string;
  value: BedId | null;
  onChange(bed: BedId | null, code: string): void;
  autoFocus?: boolean;
}

/** A free bed, found by typing its code. */
export function BedChoice({ id, value, onChange, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const plan = useWard('beds.plan', {});
  const board = useWard('beds.board', {});
  const options = useMemo(() => {
    const codes = new Map(plan.data?.beds.map((bed) => [bed.id, bed.code]));
    return (board.data?.beds ?? [])
      .filter(({ state }) => state === 'available')
      .map((bed) => ({ value: bed.id, label: codes.get(bed.id) ?? '' }));
  }, [plan.data, board.data]);
  return (
    <Select<BedId>
      {...(id ? { id } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      autoFocus={autoFocus}
      style={{ minWidth: 180 }}
      value={value}
      options={options}
      placeholder={t('vocabulary.bedStates.available')}
      loading={board.isPending}
      onChange={(chosen) => {
        const bed = options.find((option) => option.value === chosen);
        onChange(bed?.value ?? null, bed?.label ?? '');
      }}
    />
  );
}

/** The id in a refusal's parameters, if it is one. */
export const readBedId = (text: string | undefined): BedId | null => {
  const read = bedId.safeParse(text);
  return read.success ? read.data : null;
};
