import { TeamOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { familySizes, inWaitingOrder } from '../patients/waiting-order.ts';
import { useNow, useSpans } from '../ui/time.ts';
import { openBedsFor } from '../ways.ts';

/** Who waits for a bed, the longest on top, families together; one press leads to the beds with them in hand. */
export function WaitingList() {
  const { t } = useTranslation();
  const { data } = useWard('stays.list', { scope: 'waiting' });
  const { span } = useSpans();
  const now = millisOf(useNow());
  const rows = inWaitingOrder(data?.rows ?? []);
  const sizes = familySizes(rows);
  if (data && rows.length === 0) return <p className="desk-quiet">{t('admit.waiting.none')}</p>;
  return (
    <ol className="desk-admitted-list">
      {rows.map((row, index) => (
        <li key={row.stayId} data-joined={isJoined(row, rows[index - 1])}>
          <button
            type="button"
            title={t('admit.waiting.assign', { name: row.name })}
            onClick={() => openBedsFor(row.stayId, 'assign')}
          >
            <bdi className="desk-admitted-name">
              {row.familyId && (sizes.get(row.familyId) ?? 0) > 1 && (
                <TeamOutlined aria-label={t('admit.waiting.family')} />
              )}{' '}
              {row.name}
            </bdi>
            <span className="desk-quiet">
              {t(`vocabulary.sexes.${row.sex}`)} {row.age !== null && t('ui.years', { age: row.age })}
            </span>
            <strong>{span(now - millisOf(row.arrivedAt))}</strong>
          </button>
        </li>
      ))}
    </ol>
  );
}

const isJoined = (row: StayRow, before: StayRow | undefined): boolean =>
  row.familyId !== null && row.familyId === before?.familyId;
