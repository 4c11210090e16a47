import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BedView, CLOSING_REASONS, type ClosingReason } from '#shared/contract/beds.ts';
import { perform } from '../../act.ts';
import type { Refused } from '../../client.ts';
import { ActDialog } from '../act-dialog.tsx';
import type { Floor } from '../board/floor.ts';
import { closable, SCOPES, type Scope } from './closures.ts';

interface Props {
  floor: Floor;
  views: readonly (BedView | undefined)[];
  chosen: readonly number[];
  scope: Scope;
  onDone(): void;
}

/** Out of service or back into it: a bed or those chosen, the care unit, the zone; and who lies there. */
export function CloseDialog({ floor, views, chosen, scope: likely, onDone }: Props) {
  const { t } = useTranslation();
  const [scope, setScope] = useState(likely);
  const [reason, setReason] = useState<ClosingReason>('broken');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const what = closable(floor, views, scope, chosen);
  const closed = what?.closed ?? false;

  const go = async () => {
    setBusy(true);
    for (const place of what?.places ?? []) {
      const answer = closed
        ? await perform('beds.reopen', { place }, { quiet: true })
        : await perform('beds.close', { place, reason, note: note.trim() }, { quiet: true });
      if (!answer.ok) {
        setBusy(false);
        return setRefused(answer);
      }
    }
    onDone();
  };
  const verb = closed ? t('beds.acts.reopen') : t('beds.acts.close');
  const title = t(closed ? 'beds.close.reopenTitle' : 'beds.close.title', { place: what?.code ?? '' });
  return (
    <ActDialog
      {...{ title, verb, busy, refused }}
      name={verb}
      danger={!closed}
      ready={what !== null}
      onGo={() => void go()}
      onCancel={onDone}
    >
      <Radio.Group vertical value={scope} onChange={(event) => setScope(event.target.value)}>
        {SCOPES.map((one) => {
          const place = closable(floor, views, one, chosen);
          return (
            place && (
              <Radio key={one} value={one}>
                <strong>{place.code}</strong>{' '}
                <span className="desk-quiet">
                  {t(`beds.close.scopes.${one === 'bed' && chosen.length > 1 ? 'beds' : one}`)} ·{' '}
                  {t('ui.beds', { count: place.beds })}
                  {place.people > 0 && ` · ${t('beds.close.people', { count: place.people })}`}
                  {place.closed && ` · ${t('vocabulary.bedStates.outOfService')}`}
                </span>
              </Radio>
            )
          );
        })}
      </Radio.Group>
      {!closed && (
        <>
          <Radio.Group
            className="desk-beds-choices"
            aria-label={t('ui.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          >
            {CLOSING_REASONS.map((one) => (
              <Radio key={one} value={one}>
                {t(`vocabulary.closureReasons.${one}`)}
              </Radio>
            ))}
          </Radio.Group>
          <Input
            value={note}
            maxLength={200}
            aria-label={t('beds.note')}
            placeholder={`${t('beds.note')}（${t('ui.optional')}）`}
            onChange={(event) => setNote(event.target.value)}
          />
          {what && what.people > 0 && <p>{t('beds.close.stay', { count: what.people })}</p>}
        </>
      )}
      {closed && <p className="desk-quiet">{t('beds.close.inside')}</p>}
    </ActDialog>
  );
}
