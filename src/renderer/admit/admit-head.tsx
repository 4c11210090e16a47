import { CarOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { convoyName } from '../convoys/convoy-order.ts';
import { hrefOf } from '../route.ts';
import { LateEntryControl } from '../ui/late-entry.tsx';
import type { AdmitDesk } from './use-admit-desk.ts';

interface Props {
  desk: AdmitDesk;
  onAnew(): void;
  bringBack: (() => void) | null;
}

/** What holds for everybody admitted now: the bus, and the time where it was on paper first. */
export function AdmitHead({ desk, onAnew, bringBack }: Props) {
  const { t } = useTranslation();
  const { convoyId } = desk;
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
          onClose={() => desk.setConvoy(null)}
        >
          {t('admit.bus', { bus: convoyName(convoy) })}
        </Tag>
      )}
      <LateEntryControl value={desk.late} onChange={desk.setLate} />
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
