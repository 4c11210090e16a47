import { ScanOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notices.tsx';
import { asListed, type WalkHand } from './use-walk.ts';

interface Props {
  hand: WalkHand;
  /** The list shown is not the one asked for yet: nothing is marked by it. */
  waits: boolean;
  onOpen(what: 'other' | 'stranger'): void;
}

/** Where the walk stands, the box for scans and what a key does; asks where a scan could mean two beds. */
export function ScanLine({ hand, waits, onOpen }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { bed, asked, odd } = hand;
  const rest = hand.walk.filter((one) => one.careUnitId === bed?.careUnitId && one.mark === null).length;
  return (
    <div className="desk-roll-bar">
      <div className="desk-roll-acts">
        <strong className="desk-roll-at" aria-live="polite">
          {t('rollCalls.atBed', { bed: bed?.code ?? '' })}
        </strong>
        <Button type="primary" disabled={waits} onClick={() => bed && void hand.mark(bed, asListed(bed))}>
          {t('rollCalls.keys.asListed')} <kbd>1</kbd>
        </Button>
        <Button disabled={waits} onClick={() => void hand.mark(bed, { kind: 'nobody' })}>
          {t('rollCalls.keys.nobody')} <kbd>2</kbd>
        </Button>
        <Button onClick={() => onOpen('other')}>
          {t('rollCalls.keys.other')} <kbd>3</kbd>
        </Button>
        <Button onClick={() => onOpen('stranger')}>
          {t('rollCalls.keys.stranger')} <kbd>4</kbd>
        </Button>
        <Button disabled={waits || rest === 0} onClick={() => void hand.markUnit()}>
          {t('rollCalls.unitRest', { count: rest })} <kbd>5</kbd>
        </Button>
        <Input
          className="desk-roll-scan"
          prefix={<ScanOutlined aria-hidden />}
          aria-label={t('rollCalls.scan')}
          placeholder={t('rollCalls.scanPlaceholder')}
          value={text}
          maxLength={40}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            if (event.nativeEvent.isComposing || event.ctrlKey) return;
            setText('');
            hand.scan(text);
          }}
        />
      </div>
      {odd && (
        <Notice>{t(odd.kind === 'nobody' ? 'rollCalls.nobodyWears' : 'rollCalls.unknownScan', odd)}</Notice>
      )}
      {asked?.registered && bed && (
        <Notice tone="warn">
          <p>
            {t('rollCalls.whichBed', {
              ...{ name: asked.name, registered: asked.registered.code, bed: bed.code },
            })}
          </p>
          <div className="desk-roll-acts">
            <Button
              autoFocus
              onClick={() => void hand.mark(asked.registered ?? bed, { kind: 'stay', stayId: asked.stayId })}
            >
              {t('rollCalls.inOwnBed', { bed: asked.registered.code })}
            </Button>
            <Button onClick={() => void hand.mark(bed, { kind: 'stay', stayId: asked.stayId })}>
              {t('rollCalls.inThisBed', { bed: bed.code })}
            </Button>
            <Button onClick={hand.dismiss}>{t('ui.cancel')}</Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
