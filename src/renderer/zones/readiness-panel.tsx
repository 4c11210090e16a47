import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadinessLine, ZoneRow } from '#shared/contract/zones.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { language } from '../i18n/index.ts';
import { Allowed } from '../people/allowed.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { ListEditor } from './list-editor.tsx';

const BLANK = { note: '' };

const wordsOf = ({ zh, en }: { zh: string; en: string }) => (language() === 'en' ? en : zh);

/** What is confirmed before the zone opens: a tick is somebody's word, what the program sees stands beside it. */
export function ReadinessPanel({ zone }: { zone: ZoneRow }) {
  const { t } = useTranslation();
  const noteId = useId();
  const { zoneId } = zone;
  const { data, refused } = useWard('zones.readiness', { zoneId });
  const confirm = useAct('zones.confirm');
  const withdraw = useAct('zones.withdraw');
  const [draft, change, clear] = useDraft('zone-readiness', BLANK);
  const [back, setBack] = useState<ReadinessLine | null>(null);
  const [editing, setEditing] = useState(false);
  // The button stays alive meanwhile: a disabled one would lose the keyboard.
  const tick = async (item: string) => {
    if (confirm.busy) return;
    const done = await confirm.run({ zoneId, items: [item], note: draft.note.trim() }, { quiet: true });
    if (done.ok) clear();
  };
  const takeBack = async (reason: string) =>
    back !== null && (await withdraw.run({ zoneId, item: back.item }, { reason, quiet: true })).ok;
  const item = back ? wordsOf(back) : '';
  return (
    <>
      <div className="desk-zone-panel-head">
        <h3>{t('zones.readiness.title')}</h3>
        <span>
          {t('zones.readiness.progress', { confirmed: zone.list.confirmed, of: zone.list.of })} ·{' '}
          {t('zones.readiness.number', { number: zone.list.number })}
        </span>
        <span className="desk-spread" />
        <Allowed to="ward.changeSettings">
          <Button onClick={() => setEditing(true)}>{t('zones.readiness.edit')}</Button>
        </Allowed>
      </div>
      <label htmlFor={noteId}>{t('zones.readiness.note')}</label>
      <Input
        id={noteId}
        maxLength={200}
        value={draft.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <RefusedNotice refused={refused ?? confirm.refused} />
      <ul className="desk-readiness">
        {data?.lines.map((line) => (
          <Line key={line.item} line={line} onTick={tick} onWithdraw={setBack} />
        ))}
      </ul>
      <ReasonDialog
        open={back !== null}
        title={t('zones.readiness.withdrawTitle', { item })}
        verb={t('zones.readiness.withdraw')}
        consequences={[t('zones.readiness.withdrawLine', { item })]}
        example={t('zones.readiness.withdrawExample')}
        act={withdraw}
        onGo={takeBack}
        onClose={() => setBack(null)}
      />
      {editing && data && <ListEditor lines={data.lines} onClose={() => setEditing(false)} />}
    </>
  );
}

interface LineProps {
  line: ReadinessLine;
  onTick(item: string): void;
  onWithdraw(line: ReadinessLine): void;
}

function Line({ line, onTick, onWithdraw }: LineProps) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { confirmed, known } = line;
  return (
    <li data-confirmed={confirmed !== null}>
      <span className="desk-readiness-sign" aria-hidden>
        {confirmed ? <CheckCircleFilled /> : '○'}
      </span>
      <span className="desk-readiness-text">
        <strong>{wordsOf(line)}</strong>
        {confirmed && (
          <span>
            {t('zones.readiness.confirmed', { by: confirmed.by, at: timeOf(confirmed.at).slice(5) })}
            {confirmed.note !== '' && ` · ${confirmed.note}`}
          </span>
        )}
        {known && (
          <span className="desk-readiness-known" data-good={known.good}>
            {!known.good && <WarningFilled aria-hidden />}{' '}
            {known.good ? t('zones.readiness.good') : t('zones.readiness.bad')} {wordsOf(known)}
          </span>
        )}
        {line.withdrawn.map((one) => (
          <span className="desk-quiet" key={one.at}>
            {t('zones.readiness.withdrawn', { by: one.by, withdrawnBy: one.withdrawnBy, reason: one.reason })}
          </span>
        ))}
      </span>
      {confirmed ? (
        <Allowed to="zones.withdraw">
          <Button
            onClick={() => onWithdraw(line)}
            aria-label={`${t('zones.readiness.withdraw')}: ${wordsOf(line)}`}
          >
            {t('zones.readiness.withdraw')}
          </Button>
        </Allowed>
      ) : (
        <Allowed to="zones.confirm">
          <Button
            type="primary"
            ghost
            onClick={() => onTick(line.item)}
            aria-label={`${t('zones.readiness.confirm')}: ${wordsOf(line)}`}
          >
            {t('zones.readiness.confirm')}
          </Button>
        </Allowed>
      )}
    </li>
  );
}
