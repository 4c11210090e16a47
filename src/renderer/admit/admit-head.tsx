import { CarOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ConvoyId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { convoyName } from '../convoys/convoy-order.ts';
import { hrefOf } from '../route.ts';
import { type LateEntry, LateEntryControl } from '../ui/late-entry.tsx';

interface Props {
  convoyId: ConvoyId | null;
  onConvoy(convoyId: ConvoyId | null): void;
  late: LateEntry;
  onLate(late: LateEntry): void;
  onAnew(): void;
  bringBack: (() => void) | null;
}

/** What holds for everybody admitted now: the bus, and the time where it was on paper first. */
export function AdmitHead({ convoyId, onConvoy, late, onLate, onAnew, bringBack }: Props) {
  const { t } = useTranslation();
  const { data } = useWard('convoys.list', {}, { enabled: convoyId !== null });
  const convoy = data?.find((one) => one.convoyId === convoyId);
  return (
    <header className="desk-page-head">
      <h1>{t('admit.title')}</h1>
      {convoy && (
        <Tag
          className="desk-admit-bus"
          icon={<CarOutlined />}
          closable={{ 'aria-label': t('convoys.letGo') }}
          onClose={() => onConvoy(null)}
        >
          {t('admit.bus', { bus: convoyName(convoy) })}
        </Tag>
      )}
      <LateEntryControl value={late} onChange={onLate} />
      <span className="desk-spread" />
      {bringBack && (
        <Button type="link" onClick={bringBack}>
          {t('admit.bringBack')}
        </Button>
      )}
      <Button onClick={onAnew}>
        {t('admit.keys.anew')} <kbd>Alt+N</kbd>
      </Button>
      <Button href={hrefOf('roster')}>
        {t('admit.toRoster')} <kbd>F3</kbd>
      </Button>
    </header>
  );
}
