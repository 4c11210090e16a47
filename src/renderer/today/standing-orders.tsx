import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Team } from '#shared/contract/clinical-vocabulary.ts';
import { OrderDialog } from '../care/order-dialog.tsx';
import { OrderLine } from '../care/order-line.tsx';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { Dialog } from '../ui/dialog.tsx';
import '../care/care.css';

interface Props {
  open: boolean;
  team: Team;
  onClose(): void;
}

/** What is done for everybody in house, such as meals: what goes on, how to end it, and how to add to it. */
export function StandingOrders({ open, team, onClose }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { data } = useWard('care.standing', {}, { enabled: open });
  return (
    <>
      <Dialog
        open={open && !adding}
        width={760}
        title={t('today.standing')}
        onClose={onClose}
        footer={[
          <Button key="close" onClick={onClose}>
            {t('ui.close')}
          </Button>,
          <Allowed key="add" to="care.order">
            <Button type="primary" data-first onClick={() => setAdding(true)}>
              {t('today.keys.order')}
            </Button>
          </Allowed>,
        ]}
      >
        {data?.length === 0 && <p className="desk-quiet">{t('care.orders.none')}</p>}
        <ul className="desk-orders">
          {data?.map((order) => (
            <OrderLine key={order.orderId} order={order} />
          ))}
        </ul>
      </Dialog>
      <OrderDialog open={adding} whom={null} team={team} onClose={() => setAdding(false)} />
    </>
  );
}
