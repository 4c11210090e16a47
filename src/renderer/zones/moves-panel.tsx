import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedId, StayId } from '#shared/contract/values.ts';
import type { PlannedMove, ZoneRow } from '#shared/contract/zones.ts';
import { useAct } from '../act.ts';
import { useReasonText } from '../beds/carry/reason-words.ts';
import { refusalOf } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { useLongCall } from '../long-call.ts';
import { BedChoice } from '../ui/bed-choice.tsx';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { RefusedNotice } from '../ui/notices.tsx';

const BLANK = { reason: '' };

interface Props {
  zone: ZoneRow;
  stayIds: StayId[];
  onDone(): void;
  onLeave(): void;
}

/** Where each of them could move, by the rules of the allocation; beds can be changed, and all move as one act. */
export function MovesPanel({ zone, stayIds, onDone, onLeave }: Props) {
  const { t } = useTranslation();
  const reasonId = useId();
  const proposal = useLongCall('zones.proposeMoves');
  const moveOut = useAct('zones.moveOut');
  const [changed, setChanged] = useState<ReadonlyMap<StayId, BedId>>(new Map());
  const [aside, setAside] = useState<ReadonlySet<StayId>>(new Set());
  const [draft, change, clear] = useDraft('zone-moves', BLANK);
  const { zoneId } = zone;
  const { run, value } = proposal;
  useEffect(() => void run({ zoneId, stayIds }), [run, zoneId, stayIds]);
  const placed = value?.placed ?? [];
  const unplaced = value?.unplaced ?? [];
  const refusal = refusalOf(moveOut.refused);
  // Only a placing rule can be put aside, and only for whom it was named.
  const against =
    refusal?.code === 'bed-not-allowed' && draft.reason.trim() !== '' ? refusal.params.stayId : null;
  const asked = refusal?.code === 'bed-not-allowed' || aside.size > 0;
  const moves = placed.map(({ stayId, bedId, version }) => ({
    ...{ stayId, bedId: changed.get(stayId) ?? bedId, expectedVersion: version },
    override: aside.has(stayId) || stayId === against,
  }));
  const go = async () => {
    const overridden = moves.filter(({ override }) => override).map(({ stayId }) => stayId);
    const options = { quiet: true, ...(overridden.length === 0 ? {} : { reason: draft.reason.trim() }) };
    setAside(new Set(overridden));
    if (!(await moveOut.run({ zoneId, moves }, options)).ok) return;
    clear();
    onDone();
  };
  const ready = moves.length > 0 && !proposal.busy && !moveOut.busy;
  useKeys(t('zones.title'), [
    { keys: 'Ctrl+Enter', does: t('zones.keys.moveOut'), run: () => void go(), when: ready, inFields: true },
    { keys: 'Escape', does: t('ui.back'), run: onLeave },
  ]);
  return (
    <>
      <div className="desk-zone-panel-head">
        <h3>{t('zones.moves.title')}</h3>
        {value && (
          <span>{t('zones.moves.summary', { placed: placed.length, without: unplaced.length })}</span>
        )}
        <span className="desk-spread" />
        <Button onClick={onLeave}>
          {t('ui.back')} <kbd>Esc</kbd>
        </Button>
        <Button disabled={proposal.busy} onClick={() => void run({ zoneId, stayIds })}>
          {t('zones.moves.again')}
        </Button>
        <Button type="primary" disabled={!ready} loading={moveOut.busy} onClick={() => void go()}>
          {t('zones.moves.go', { count: moves.length })} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
      <p className="desk-quiet">{t('zones.moves.hint')}</p>
      {proposal.busy && (
        <LongProgress
          progress={proposal.progress}
          fallback={t('zones.drain.asking')}
          onCancel={proposal.cancel}
        />
      )}
      <RefusedNotice refused={proposal.refused ?? moveOut.refused} />
      {asked && (
        <>
          <label htmlFor={reasonId}>
            {t('zones.moves.reason', {
              names: placed
                .filter(({ stayId }) => aside.has(stayId) || stayId === refusal?.params.stayId)
                .map(({ name }) => name)
                .join(t('ui.listComma')),
            })}
          </label>
          <Input
            id={reasonId}
            maxLength={300}
            value={draft.reason}
            placeholder={t('zones.moves.reasonExample')}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </>
      )}
      <table className="desk-drain">
        <thead>
          <tr>
            <th scope="col">{t('zones.drain.name')}</th>
            <th scope="col">{t('ui.bed')}</th>
            <th scope="col">{t('zones.moves.to')}</th>
            <th scope="col">{t('zones.moves.why')}</th>
          </tr>
        </thead>
        <tbody>
          {unplaced.map((one) => (
            <tr key={one.stayId} data-without>
              <td>
                <bdi>{one.name}</bdi>
              </td>
              <td>{one.from}</td>
              <td>
                <strong>{t('zones.moves.without')}</strong>
              </td>
              <Reasons reasons={one.reasons} />
            </tr>
          ))}
          {placed.map((one) => (
            <tr key={one.stayId}>
              <td>
                <bdi>{one.name}</bdi>
              </td>
              <td>{one.from}</td>
              <td>
                <BedOfMove
                  move={one}
                  bedId={changed.get(one.stayId) ?? one.bedId}
                  onChange={(bedId) => {
                    setChanged((was) => new Map(was).set(one.stayId, bedId));
                    setAside((was) => new Set([...was].filter((stayId) => stayId !== one.stayId)));
                  }}
                />
              </td>
              <Reasons reasons={[...one.warnings, ...one.reasons]} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Reasons({ reasons }: { reasons: PlannedMove['reasons'] }) {
  const { t } = useTranslation();
  const say = useReasonText();
  return <td>{reasons.map(say).join(t('ui.listComma'))}</td>;
}

interface BedProps {
  move: PlannedMove;
  bedId: BedId;
  onChange(bedId: BedId): void;
}

function BedOfMove({ move, bedId, onChange }: BedProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label className="desk-zones-unseen" htmlFor={id}>
        {t('zones.moves.bedOf', { name: move.name })}
      </label>
      <BedChoice id={id} value={bedId} onChange={(bed) => onChange(bed ?? move.bedId)} />
    </>
  );
}
