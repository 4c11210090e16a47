import { CarOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConvoyView } from '#shared/contract/convoys.ts';
import type { ConvoyId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { takeKeyboardNext } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import type { LateReading } from '../ui/late-entry-rules.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { useNow } from '../ui/time.ts';
import { CancelConvoy } from './cancel-convoy.tsx';
import { ConvoyLine } from './convoy-line.tsx';
import { inDeskOrder, isCurrent } from './convoy-order.ts';
import { ExpectConvoy } from './expect-convoy.tsx';
import './convoys.css';

interface Props {
  chosen: ConvoyId | null;
  onChoose(convoy: ConvoyView | null): void;
  /** When an arrival happened: now, unless the page enters something late. */
  when(): LateReading;
  /** Buses on their way can be chosen too; else noting the arrival chooses them. */
  expectedToo?: boolean;
}

/** The buses: outside the door, on their way, worked off. */
export function ConvoyList({ chosen, onChoose, when, expectedToo = false }: Props) {
  const { t } = useTranslation();
  const { data, refused } = useWard('convoys.list', {});
  const arrive = useAct('convoys.arrive');
  const [expecting, setExpecting] = useState(false);
  const [leaving, setLeaving] = useState<ConvoyView | null>(null);

  const now = useNow();
  const convoys = inDeskOrder(data ?? []).filter(
    (convoy) => convoy.convoyId === chosen || isCurrent(convoy, now),
  );

  const section = useRef<HTMLElement>(null);
  useKeys(t('convoys.title'), [
    { keys: 'Alt+V', does: t('convoys.toList'), run: () => toList(section.current) },
  ]);
  const note = async (convoy: ConvoyView) => {
    const read = when();
    if (!read.ok) return;
    const answer = await arrive.run(
      { convoyId: convoy.convoyId },
      { happenedAt: read.happenedAt, quiet: true },
    );
    if (answer.ok) onChoose(convoy);
  };
  return (
    <section ref={section} className="desk-convoys" aria-label={t('convoys.title')}>
      <div className="desk-convoys-head">
        <h2 title="Alt+V">{t('convoys.title')}</h2>
        <Button size="small" icon={<PlusOutlined />} onClick={() => setExpecting(true)}>
          {t('convoys.expect')}
        </Button>
      </div>
      <RefusedNotice refused={refused ?? arrive.refused} />
      {data && convoys.length === 0 && (
        <p className="desk-quiet">
          <CarOutlined aria-hidden /> {t('convoys.none')}
        </p>
      )}
      <ul>
        {convoys.map((convoy) => (
          <ConvoyLine
            key={convoy.convoyId}
            convoy={convoy}
            isChosen={convoy.convoyId === chosen}
            canChoose={expectedToo || convoy.arrivedAt !== null}
            busy={arrive.busy}
            onChoose={() => onChoose(convoy.convoyId === chosen ? null : convoy)}
            onArrive={() => void note(convoy)}
            onCancel={() => setLeaving(convoy)}
          />
        ))}
      </ul>
      <ExpectConvoy open={expecting} onClose={() => setExpecting(false)} />
      <CancelConvoy
        convoy={leaving}
        onClose={() => {
          setLeaving(null);
          // The button that opened it may have gone with its bus.
          takeKeyboardNext(() => toList(section.current));
        }}
      />
    </section>
  );
}

/** To the first bus; where there is none, to the button that announces one. */
function toList(section: HTMLElement | null): void {
  const first =
    section?.querySelector<HTMLElement>('li button') ?? section?.querySelector<HTMLElement>('button');
  first?.focus();
}
