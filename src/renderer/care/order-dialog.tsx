import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CARE_KINDS, type CareKind, TEAMS, type Team } from '#shared/contract/clinical-vocabulary.ts';
import type { StayId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { nowInstant, timeOf } from '../ui/time.ts';
import { Labelled } from './labelled.tsx';
import { readPlannedTime } from './planned-time.ts';

/** Null: everybody in house. */
export type ForWhom = { stayIds: readonly StayId[]; name: string } | null;

interface Props {
  open: boolean;
  whom: ForWhom;
  team: Team;
  onClose(): void;
}

const FIRST_KIND: Record<Team, CareKind> = {
  medical: 'treatment',
  'infection-control': 'treatment',
  nursing: 'talk',
  logistics: 'supplies',
  pharmacy: 'medicine',
};
const EVERY = [4, 6, 8, 12] as const;
const BLANK = { team: '', kind: '', what: '', every: 'once', from: '', until: '', note: '' };

/** Orders work of a group: for everybody in house, or for the people named in the title. */
export function OrderDialog({ open, whom, team, onClose }: Props) {
  const { t } = useTranslation();
  const title =
    whom === null
      ? t('care.order.titleEverybody')
      : whom.stayIds.length === 1
        ? t('care.order.titleFor', { name: whom.name })
        : t('care.order.titleMany', { count: whom.stayIds.length });
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      {open && <OrderForm whom={whom} team={team} onDone={onClose} />}
    </Dialog>
  );
}

function useOrder(whom: ForWhom, given: Team, onDone: () => void) {
  const { timeZone } = useHospital();
  const only = whom?.stayIds.length === 1 ? whom.stayIds[0] : undefined;
  const [draft, change, clear] = useDraft(`care-order-${only ?? (whom ? 'several' : 'everybody')}`, BLANK);
  const order = useAct('care.order');
  const [tried, setTried] = useState(false);
  const team = TEAMS.find((one) => one === draft.team) ?? given;
  const kind = CARE_KINDS.find((one) => one === draft.kind) ?? FIRST_KIND[team];
  const now = nowInstant();
  const from = draft.from.trim() === '' ? now : readPlannedTime(draft.from, now, timeZone);
  const until = draft.until.trim() === '' ? null : readPlannedTime(draft.until, now, timeZone);
  const badUntil = draft.until.trim() !== '' && until === null;
  const go = async () => {
    setTried(true);
    if (draft.what.trim() === '' || from === null || badUntil || order.busy) return;
    const answer = await order.run(
      {
        ...{ team, kind, what: draft.what.trim(), note: draft.note.trim(), from, until },
        everyHours: draft.every === 'once' ? null : Number(draft.every),
        stayIds: whom === null ? null : [...whom.stayIds],
      },
      { quiet: true },
    );
    if (!answer.ok) return;
    clear();
    onDone();
  };
  return { draft, change, team, kind, from, badUntil, tried, go, order };
}

function OrderForm({ whom, team: given, onDone }: { whom: ForWhom; team: Team; onDone(): void }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { draft, change, team, kind, from, badUntil, tried, go, order } = useOrder(whom, given, onDone);
  return (
    <form
      className="desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <Labelled label={t('care.order.what')}>
        {(id) => (
          <Input
            id={id}
            data-first
            value={draft.what}
            maxLength={120}
            placeholder={t('care.order.whatHint')}
            onChange={(event) => change({ what: event.target.value })}
          />
        )}
      </Labelled>
      <FieldError>{tried && draft.what.trim() === '' && t('care.order.whatMissing')}</FieldError>
      <div className="desk-form-row">
        <Labelled label={t('care.order.team')}>
          {(id) => (
            <Select<Team>
              id={id}
              value={team}
              onChange={(value) => change({ team: value })}
              options={TEAMS.map((one) => ({ value: one, label: t(`vocabulary.teams.${one}`) }))}
            />
          )}
        </Labelled>
        <Labelled label={t('care.order.kind')}>
          {(id) => (
            <Select<CareKind>
              id={id}
              value={kind}
              onChange={(value) => change({ kind: value })}
              options={CARE_KINDS.map((one) => ({ value: one, label: t(`vocabulary.careKinds.${one}`) }))}
            />
          )}
        </Labelled>
        <Labelled label={t('care.order.every')}>
          {(id) => (
            <Select
              id={id}
              value={draft.every}
              onChange={(every) => change({ every })}
              options={[
                { value: 'once', label: t('care.order.once') },
                { value: '24', label: t('care.order.daily') },
                ...EVERY.map((hours) => ({ value: String(hours), label: t('care.order.hours', { hours }) })),
              ]}
            />
          )}
        </Labelled>
      </div>
      <div className="desk-form-row">
        <Labelled label={t('care.order.from')}>
          {(id) => (
            <Input
              id={id}
              value={draft.from}
              placeholder={t('care.order.fromHint')}
              onChange={(event) => change({ from: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('care.order.until')}>
          {(id) => (
            <Input
              id={id}
              value={draft.until}
              placeholder={t('care.order.untilHint')}
              onChange={(event) => change({ until: event.target.value })}
            />
          )}
        </Labelled>
      </div>
      {from && draft.from.trim() !== '' && (
        <span className="desk-quiet">{t('care.order.reads', { at: timeOf(from, timeZone) })}</span>
      )}
      <FieldError>{tried && (from === null || badUntil) && t('care.order.unreadable')}</FieldError>
      <Labelled label={t('care.order.note')}>
        {(id) => (
          <Input
            id={id}
            value={draft.note}
            maxLength={300}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Labelled>
      <RefusedNotice refused={order.refused} />
      <div className="desk-form-acts">
        <Button onClick={onDone}>{t('ui.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={order.busy}>
          {t('care.order.go')} <kbd>Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
