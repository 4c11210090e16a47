import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareOrder } from '#shared/contract/care.ts';
import { useAct } from '../act.ts';
import { Allowed } from '../people/allowed.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { nowInstant } from '../ui/time.ts';

interface Props {
  order: CareOrder;
  /** What is done for everybody is not stopped from the page of one of them. */
  mayStop?: boolean;
  children?: ReactNode;
}

/** One order: what, of which group, how often, since when; and the button that ends it. */
export function OrderLine({ order, mayStop = true, children }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const stop = useAct('care.stop');
  const over = order.stopped || (order.until !== null && order.until <= nowInstant());
  const words = [
    t(`vocabulary.teams.${order.team}`),
    t(`vocabulary.careKinds.${order.kind}`),
    order.stayId === null && t('care.orders.everybody'),
    order.everyHours === null ? t('care.orders.once') : t('care.orders.every', { hours: order.everyHours }),
    t('care.orders.from', { at: timeOf(order.from) }),
    order.until && t('care.orders.until', { at: timeOf(order.until) }),
    order.note,
    t('care.orders.by', { who: order.orderedBy }),
  ];
  return (
    <li className="desk-order" data-over={over}>
      <div className="desk-order-head">
        <strong>{order.what}</strong>
        {over && (
          <span className="desk-flag" data-quiet>
            {order.stopped ? t('care.orders.stopped') : t('care.orders.over')}
          </span>
        )}
        <span className="desk-quiet">{words.filter(Boolean).join(' · ')}</span>
        {!over && mayStop && (
          <Allowed to="care.stop">
            <Button
              aria-label={t('care.orders.stopNamed', { what: order.what })}
              loading={stop.busy}
              onClick={() => void stop.run({ orderId: order.orderId })}
            >
              {t('care.orders.stop')}
            </Button>
          </Allowed>
        )}
      </div>
      {children}
    </li>
  );
}
