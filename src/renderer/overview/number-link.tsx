import { useTranslation } from 'react-i18next';
import { hrefOfNumber, type NumberOf } from './number-address.ts';

interface Props {
  /** What it counts, for who does not see where it stands. */
  says: string;
  value: number;
  of: NumberOf;
}

/** A number leads to what it counts. */
export function NumberLink({ says, value, of }: Props) {
  const { t } = useTranslation();
  return (
    <a
      className="desk-overview-number"
      href={hrefOfNumber(of)}
      data-some={value > 0}
      aria-label={t('overview.numberLink', { says, value })}
    >
      {value}
    </a>
  );
}
