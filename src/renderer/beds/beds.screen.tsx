import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { millisOf } from '#shared/rules/instant.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { useNow } from '../ui/time.ts';
import { Board } from './board/board.tsx';
import { PLAIN } from './board/scene.ts';
import { bedWords } from './board/use-words.ts';
import { useBoardMemory, useCursor } from './board-memory.ts';
import { useWardFloor, type WardFloor } from './use-ward-floor.ts';

export default function BedsScreen() {
  const { t } = useTranslation();
  const { ward, refused } = useWardFloor();
  if (!ward) return refused ? <RefusedNotice refused={refused} /> : <p className="desk-loading">{t('ui.loading')}</p>;
  return <Page ward={ward} />;
}
function Page({ ward }: { ward: WardFloor }) {
  const { t } = useTranslation();
  const { floor, views } = ward;
  const memory = useBoardMemory();
  const [cursor, setCursor] = useCursor(floor);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const now = millisOf(useNow());
  const words = (index: number) => { const b = floor.beds[index]; return b ? bedWords(b, views[index], now, t) : ''; };
  return (
    <div className="desk-beds">
      <div className="desk-beds-head">head</div>
      <div className="desk-beds-body"><div className="desk-beds-main">
      <Board label={t('beds.title')} {...{ floor, views, now, cursor, selected, words }} look={PLAIN} memory={memory.aim}
        onCursor={setCursor} onPress={setCursor} callout={(i) => words(i)} onSelect={(ix) => setSelected(new Set([...selected, ...ix]))} />
      </div></div>
    </div>
  );
}
