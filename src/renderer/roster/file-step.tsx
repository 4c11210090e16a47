import { FileExcelOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConvoyView } from '#shared/contract/convoys.ts';
import type { ConvoyId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import type { Refused } from '../client.ts';
import { useWard } from '../client.ts';
import { ConvoyList } from '../convoys/convoy-list.tsx';
import { useDraft } from '../desk/draft.ts';
import { go } from '../route.ts';
import { useHospital } from '../ui/hospital.tsx';
import { takeKeyboard } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { nowInstant, readTime, timeOf } from '../ui/time.ts';
import { readRosterFile } from './roster-file.ts';
import { RosterList } from './roster-list.tsx';
import { Stepper } from './stepper.tsx';
import { useFileDrop } from './use-file-drop.ts';

const BLANK: { arrivedAt: string; convoyId: ConvoyId | null } = { arrivedAt: '', convoyId: null };

/** When those arrived whose row does not tell. */
type Arrival =
  | { ok: true; at: Instant; from: 'typed' | 'bus' | 'now' }
  | { ok: false; problem: 'unreadable' | 'future' };

function arrivalOf(
  typed: string,
  bus: ConvoyView | undefined,
  zone: Parameters<typeof readTime>[2],
): Arrival {
  const now = nowInstant();
  if (typed.trim() !== '') {
    const at = readTime(typed, now, zone);
    if (at === null) return { ok: false, problem: 'unreadable' };
    return at > now ? { ok: false, problem: 'future' } : { ok: true, at, from: 'typed' };
  }
  return bus?.arrivedAt ? { ok: true, at: bus.arrivedAt, from: 'bus' } : { ok: true, at: now, from: 'now' };
}

/** The first step: which bus, when, which file; and the lists that are not finished. */
export function FileStep() {
  const { t } = useTranslation();
  const id = useId();
  const { timeZone } = useHospital();
  const convoys = useWard('convoys.list', {});
  const open = useAct('rosters.open');
  const [draft, change, clear] = useDraft('roster', BLANK);
  const [unread, setUnread] = useState<Refused | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const pick = useRef<HTMLButtonElement>(null);
  useEffect(() => takeKeyboard(pick.current), []);
  const bus = convoys.data?.find(({ convoyId }) => convoyId === draft.convoyId);
  const arrival = arrivalOf(draft.arrivedAt, bus, timeZone);

  const read = async (file: File | undefined) => {
    if (!file || open.busy) return;
    open.clear();
    setUnread(null);
    if (!arrival.ok) return document.getElementById(id)?.focus();
    const bytes = await readRosterFile(file);
    if (!bytes.ok) return setUnread(bytes.refused);
    const { fileName, base64 } = bytes;
    const answer = await open.run(
      {
        ...{ fileName, base64, convoyId: bus?.convoyId ?? null },
        ...(arrival.from === 'now' ? {} : { arrivedAt: arrival.at }),
      },
      { quiet: true },
    );
    if (!answer.ok) return;
    clear();
    const { rosterId, known } = answer.value;
    go('roster', rosterId, known ? { known: '1' } : {});
  };
  const dropping = useFileDrop((file) => void read(file));
  const choose = () => picker.current?.click();
  useKeys(t('roster.title'), [{ keys: 'Ctrl+O', does: t('roster.file.pick'), run: choose }]);

  return (
    <div className="desk-page">
      <header className="desk-page-head">
        <h1>{t('roster.title')}</h1>
        <Stepper rosterId={null} step="file" />
      </header>
      <div className="desk-roster-start">
        <div className="desk-roster-open">
          <div className="desk-roster-drop" data-over={dropping}>
            <FileExcelOutlined className="desk-roster-icon" aria-hidden />
            <h2>{t(dropping ? 'roster.file.dropNow' : 'roster.file.drop')}</h2>
            {open.busy ? (
              <LongProgress
                progress={open.progress}
                fallback={t('progress.reading')}
                onCancel={open.cancel}
              />
            ) : (
              <Button ref={pick} type="primary" size="large" icon={<UploadOutlined />} onClick={choose}>
                {t('roster.file.pick')} <kbd>Ctrl+O</kbd>
              </Button>
            )}
            <p className="desk-quiet">{t('roster.file.kinds')}</p>
            <input
              ref={picker}
              type="file"
              hidden
              aria-label={t('roster.file.pick')}
              accept=".xlsx,.csv,.txt,.tsv,.xls,.ods,.xlsb"
              onChange={(event) => {
                void read(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </div>
          <RefusedNotice refused={unread ?? open.refused} />
          <div className="desk-roster-arrival">
            <label htmlFor={id}>{t('roster.file.arrival')}</label>
            <Input
              id={id}
              value={draft.arrivedAt}
              placeholder={t('roster.file.arrivalNow')}
              status={arrival.ok ? '' : 'error'}
              aria-invalid={!arrival.ok}
              aria-describedby={`${id}-says`}
              onChange={(event) => change({ arrivedAt: event.target.value })}
            />
            <span id={`${id}-says`} className="desk-quiet">
              {arrival.ok &&
                t(`roster.file.arrivalFrom.${arrival.from}`, { at: timeOf(arrival.at, timeZone) })}
            </span>
            <FieldError>{!arrival.ok && t(`ui.late.${arrival.problem}`)}</FieldError>
            <span className="desk-quiet">{t('roster.file.arrivalHint')}</span>
          </div>
        </div>
        <ConvoyList
          expectedToo
          chosen={draft.convoyId}
          onChoose={(convoy) => change({ convoyId: convoy?.convoyId ?? null })}
          when={() => ({
            ok: true,
            happenedAt: arrival.ok && arrival.from === 'typed' ? arrival.at : undefined,
          })}
        />
        <RosterList />
      </div>
    </div>
  );
}
