import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BedId, type StayId, stayId } from '#shared/contract/values.ts';
import { useHeld } from '../desk/kept.ts';
import { type UndoInTheWay, undoAct, undoInTheWay } from '../desk/undo.ts';
import { go } from '../route.ts';
import { BedChoice, readBedId } from '../ui/bed-choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeys } from '../ui/keys.ts';
import { Notice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';

/** The bed was taken meanwhile: by whom, and where this patient is to go instead. */
export function UndoDialog() {
  const { t } = useTranslation();
  const inTheWay = useHeld(undoInTheWay);
  return (
    <Dialog
      open={inTheWay !== null}
      title={t('frame.undo.title')}
      width={600}
      onClose={() => undoInTheWay.set(null)}
    >
      {inTheWay && <WhereTo key={JSON.stringify(inTheWay)} {...inTheWay} />}
    </Dialog>
  );
}

const readStayId = (text: string | undefined): StayId | null => {
  const read = stayId.safeParse(text);
  return read.success ? read.data : null;
};

function WhereTo({ actId, beds, refusal }: UndoInTheWay) {
  const { t } = useTranslation();
  const say = useRefusedSentence();
  const { params } = refusal;
  const stay = readStayId(params.stayId);
  const inBed = readStayId(params.byStayId);
  // An empty id where no bed is free that the rules allow.
  const proposed = readBedId(params.proposalBedId);
  const [way, setWay] = useState<'proposal' | 'waiting' | 'other'>(proposed ? 'proposal' : 'waiting');
  const [other, setOther] = useState<BedId | null>(null);
  const chosen = way === 'proposal' ? proposed : way === 'other' ? other : null;
  const ready = stay !== null && (way === 'waiting' || chosen !== null);
  const undo = () => {
    if (stay !== null && ready) void undoAct(actId, [...beds, { stayId: stay, bedId: chosen }]);
  };
  useKeys(t('frame.undo.title'), [{ keys: 'Ctrl+Enter', does: t('frame.undo.go'), run: undo }], true);
  return (
    <div className="desk-undo">
      <Notice tone="warn">{say({ ok: false, kind: 'refused', refusal })}</Notice>
      {inBed && (
        <Button
          type="link"
          onClick={() => {
            undoInTheWay.set(null);
            go('patients', inBed);
          }}
        >
          {t('frame.undo.show', { name: params.by ?? '' })}
        </Button>
      )}
      <Radio.Group vertical value={way} onChange={(event) => setWay(event.target.value)}>
        {proposed && (
          <Radio value="proposal">{t('frame.undo.proposal', { bed: params.proposal ?? '' })}</Radio>
        )}
        <Radio value="waiting">{t('frame.undo.waiting')}</Radio>
        <Radio value="other">{t('frame.undo.other')}</Radio>
      </Radio.Group>
      {way === 'other' && <BedChoice value={other} onChange={setOther} />}
      <div className="desk-dialog-acts">
        <Button onClick={() => undoInTheWay.set(null)}>{t('ui.cancel')}</Button>
        <Button type="primary" disabled={!ready} onClick={undo}>
          {t('frame.undo.go')} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
