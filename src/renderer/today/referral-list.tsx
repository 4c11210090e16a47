import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralView } from '#shared/contract/referrals.ts';
import { type Instant, millisOf, type TimeZone } from '#shared/rules/instant.ts';
import { StepDialog } from '../care/step-dialog.tsx';
import { type Asked, isOpenStage } from '../care/step-fields.tsx';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { go } from '../route.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { textColumn, timeColumn } from '../ui/grid-columns.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { spanText, useNow } from '../ui/time.ts';

const columnsOf = (t: TFunction, zone: TimeZone, now: Instant) => [
  textColumn<ReferralView>(
    { id: 'name', title: t('care.referral.columns.name'), width: 150, pinned: 'left' },
    (row) => (row.urgent ? `! ${row.name} · ${t('care.referral.urgent')}` : row.name),
  ),
  textColumn<ReferralView>(
    { id: 'bed', title: t('care.referral.columns.bed'), width: 120 },
    (row) => row.bed,
  ),
  textColumn<ReferralView>({ id: 'stage', title: t('care.referral.columns.stage'), width: 120 }, (row) =>
    t(`care.stages.${row.stage}`),
  ),
  textColumn<ReferralView>({ id: 'since', title: t('care.referral.columns.since'), width: 140 }, (row) =>
    spanText(millisOf(now) - millisOf(row.since), t),
  ),
  textColumn<ReferralView>(
    { id: 'hospital', title: t('care.referral.columns.hospital'), width: 220 },
    (row) => row.hospital,
  ),
  textColumn<ReferralView>(
    { id: 'reason', title: t('care.referral.columns.reason'), flex: 1, minWidth: 160 },
    (row) => row.reason,
  ),
  textColumn<ReferralView>(
    { id: 'plate', title: t('care.referral.columns.plate'), width: 120 },
    (row) => row.plate,
  ),
  timeColumn<ReferralView>(
    { id: 'requested', title: t('care.referral.columns.requested'), width: 170 },
    zone,
    (row) => row.requestedAt,
  ),
];

/** Referrals under way, urgent ones first; G notes the next step of the one where the keyboard stands. */
export function ReferralList() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const now = useNow(60_000);
  const { data, refused } = useWard('referrals.list', {});
  const grid = useRef<WardGridHandle<ReferralView>>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useMemo(() => columnsOf(t, timeZone, now), [t, timeZone, now]);
  const next = () => {
    const row = grid.current?.current();
    if (row && isOpenStage(row.stage)) setAsked({ referral: row, what: row.stage });
  };
  useKeys(t('care.referral.list'), [{ keys: 'G', does: t('care.keys.next'), run: next }]);
  return (
    <div className="desk-today">
      <RefusedNotice refused={refused} />
      <WardGrid<ReferralView>
        name="referrals"
        label={t('care.referral.list')}
        ref={grid}
        rows={data}
        columns={columns}
        rowId={(row) => row.referralId}
        onOpen={(row) => go('patients', row.stayId, { view: 'care' })}
        plain
        tools={
          <Allowed to="referrals.accept">
            <Button type="primary" disabled={!data || data.length === 0} onClick={next}>
              {t('care.keys.next')} <kbd>G</kbd>
            </Button>
          </Allowed>
        }
        empty={<EmptyState title={t('care.referral.listNone')} hint={t('care.referral.listHint')} />}
      />
      <StepDialog asked={asked} onClose={() => setAsked(null)} />
    </div>
  );
}
