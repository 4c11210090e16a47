import { CheckCircleFilled } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import { useWard } from '../client.ts';
import { narrow, useRoute } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { ProtocolDetail } from './protocol-detail.tsx';
import { ProtocolEditor } from './protocol-edit.tsx';
import { ProtocolPreview } from './protocol-preview.tsx';
import { nameOf } from './protocol-words.ts';
import './protocols.css';

type Listed = OutputOf<'protocols.list'>;

const slugOf = ({ key, version }: { key: string; version: number }): string => `${key}.${version}`;

/** The protocols: which one judges, what each asks for, who would flip; `?protocol=<key>.<version>&view=edit|preview`. */
export function ProtocolsSection() {
  const { t } = useTranslation();
  const { data, refused } = useWard('protocols.list', {});
  if (!data) return refused ? <RefusedNotice refused={refused} /> : <p>{t('ui.loading')}</p>;
  return <Protocols listed={data} />;
}

function Protocols({ listed }: { listed: Listed }) {
  const { query } = useRoute();
  const [tried, setTried] = useState<Protocol | null>(null);
  const all = listed.protocols.map(({ protocol }) => protocol);
  const inForce = all.find((one) => slugOf(one) === slugOf(listed.inForce)) ?? all[0];
  if (!inForce) return null;
  const chosen = all.find((one) => slugOf(one) === query.get('protocol')) ?? inForce;
  const view = query.get('view');
  const show = (next: 'edit' | 'preview' | undefined) => {
    setTried(null);
    narrow({ view: next });
  };
  if (view === 'edit' && tried === null) {
    return (
      <ProtocolEditor
        base={chosen}
        onTry={setTried}
        onSaved={(version) => narrow({ protocol: slugOf({ key: chosen.key, version }), view: 'preview' })}
        onBack={() => show(undefined)}
      />
    );
  }
  if (view === 'edit' || view === 'preview') {
    return (
      <ProtocolPreview
        protocol={tried ?? chosen}
        saved={tried === null}
        onChosen={() => show(undefined)}
        onBack={() => (tried ? setTried(null) : show(undefined))}
      />
    );
  }
  return (
    <>
      <Choice listed={listed} chosen={chosen} />
      <ProtocolDetail
        protocol={chosen}
        inForce={inForce}
        onEdit={() => show('edit')}
        onPreview={() => show('preview')}
      />
      <Choices listed={listed} />
    </>
  );
}

/** All of them by name; the one in force says so. */
function Choice({ listed, chosen }: { listed: Listed; chosen: Protocol }) {
  const { t } = useTranslation();
  return (
    <ul className="desk-protocol-list" aria-label={t('protocols.title')}>
      {listed.protocols.map(({ protocol, shipped }) => (
        <li key={slugOf(protocol)}>
          <button
            type="button"
            aria-pressed={slugOf(protocol) === slugOf(chosen)}
            onClick={() => narrow({ protocol: slugOf(protocol), view: undefined })}
          >
            <strong>{nameOf(protocol)}</strong>
            <span className="desk-quiet">
              {t('protocols.version', { version: protocol.version })} · {protocol.publishedOn} ·{' '}
              {t(shipped ? 'protocols.shipped' : 'protocols.own')}
            </span>
            {slugOf(protocol) === slugOf(listed.inForce) && (
              <span className="desk-protocol-in-force">
                <CheckCircleFilled aria-hidden /> {t('protocols.inForce')}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Choices({ listed }: { listed: Listed }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  if (listed.choices.length === 0) return null;
  const named = ({ key, version }: { key: string; version: number }) => {
    const found = listed.protocols.find(({ protocol }) => slugOf(protocol) === slugOf({ key, version }));
    return found ? nameOf(found.protocol) : key;
  };
  return (
    <section aria-label={t('protocols.history')}>
      <h3>{t('protocols.history')}</h3>
      <ul className="desk-protocol-history">
        {listed.choices.map((choice) => (
          <li key={choice.from}>
            {t('protocols.since', {
              name: named(choice),
              version: choice.version,
              from: timeOf(choice.from),
              to: choice.to ? timeOf(choice.to) : t('protocols.open'),
            })}{' '}
            <span className="desk-quiet">
              {choice.who} · {choice.reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
