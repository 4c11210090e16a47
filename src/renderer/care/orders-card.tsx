import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { OrderLine } from './order-line.tsx';

/** What is ordered for a patient, what came of it, and the groups that make it needed. */
export function OrdersCard({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { data, refused } = useWard('care.ofStay', { stayId: stay.stayId });
  const [ordering, setOrdering] = useState(false);
  const here = stay.status !== 'left';
  useKeys(t('care.orders.title'), [
    { keys: 'O', does: t('care.keys.order'), run: () => setOrdering(true), when: here },
  ]);
  return (
    <section className="desk-card" aria-label={t('care.orders.title')}>
      <div className="desk-card-head">
        <h2>{t('care.orders.title')}</h2>
        {data?.groups.map((group) => (
          <span key={group} className="desk-flag desk-group">
            {t(`care.groups.${group}`)}
          </span>
        ))}
        <span className="desk-spread" />
        {here && (
          <Allowed to="care.order">
            <Button onClick={() => setOrdering(true)}>
              {t('care.orders.add')} <kbd>O</kbd>
            </Button>
          </Allowed>
        )}
      </div>
      <RefusedNotice refused={refused} />
      {data?.orders.length === 0 && <p className="desk-quiet">{t('care.orders.none')}</p>}
      <ul className="desk-orders">
        {data?.orders.map((order) => (
          <OrderLine key={order.orderId} order={order} mayStop={order.stayId !== null}>
            <ul className="desk-turns">
              {order.next && (
                <li data-state="later">{t('care.orders.next', { at: timeOf(order.next).slice(5) })}</li>
              )}
              {order.turns.map((turn) => (
                <Turn key={turn.dueAt} turn={turn} />
              ))}
            </ul>
          </OrderLine>
        ))}
      </ul>
      <OrderDialog
        open={ordering}
        whom={{ stayIds: [stay.stayId], name: stay.name }}
        team="nursing"
        onClose={() => setOrdering(false)}
      />
    </section>
  );
}

function Turn({ turn }: { turn: OutputOf<'care.ofStay'>['orders'][number]['turns'][number] }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { answer } = turn;
  const what = answer
    ? t('care.orders.turnAnswer', {
        outcome: t(`today.outcome.${answer.outcome}`),
        at: timeOf(answer.at).slice(11),
        who: answer.who,
      })
    : t(`today.state.${turn.state}`);
  return (
    <li data-state={turn.state}>
      {t('care.orders.turn', { due: timeOf(turn.dueAt).slice(5), what })}
      {answer?.note && ` · ${answer.note}`}
    </li>
  );
}
