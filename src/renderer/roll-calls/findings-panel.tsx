import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RollCallFinding } from '#shared/contract/roll-call-findings.ts';
import { actTitle } from '../ui/act-sentence.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useFindingWords } from './finding-words.ts';

interface Props {
  findings: readonly RollCallFinding[];
  onMend(finding: RollCallFinding): void;
}

/** What is not as registered; first what is open, then by whom and when the others were mended. */
export function FindingsPanel({ findings, onMend }: Props) {
  const { t } = useTranslation();
  const open = findings.filter(({ state }) => state === 'open');
  const done = findings.filter(({ state }) => state !== 'open');
  return (
    <section className="desk-roll-findings" aria-label={t('rollCalls.findings.title')}>
      <h2>
        {t('rollCalls.findings.title')} <span className="desk-quiet">{open.length}</span>
      </h2>
      {findings.length === 0 && <p className="desk-quiet">{t('rollCalls.findings.none')}</p>}
      <ul>
        {[...open, ...done].map((finding, index) => (
          <Line
            key={`${finding.kind} ${finding.key}`}
            finding={finding}
            first={index === 0}
            onMend={() => onMend(finding)}
          />
        ))}
      </ul>
    </section>
  );
}

function Line({ finding, first, onMend }: { finding: RollCallFinding; first: boolean; onMend(): void }) {
  const { t } = useTranslation();
  const say = useFindingWords();
  const timeOf = useTimeOf();
  const { mended, state, kind, since } = finding;
  const act = since && { who: since.who, what: actTitle(since.what, t), at: timeOf(since.at) };
  const sinceSaid = !act
    ? t('rollCalls.findings.settled')
    : t(`rollCalls.findings.${state === 'settled' ? 'since' : 'bedGiven'}`, act);
  return (
    <li className="desk-roll-finding" data-state={state}>
      <span aria-hidden>{state === 'open' ? <ExclamationCircleFilled /> : <CheckCircleFilled />}</span>
      <div>
        <strong>{t(`rollCalls.findings.kinds.${kind}`)}</strong> {say(finding)}
        {mended && (
          <p className="desk-quiet">
            {t('rollCalls.findings.mended', {
              ...{ how: t(`rollCalls.mend.ways.${mended.how}`), who: mended.who },
              ...{ at: timeOf(mended.at), reason: mended.reason },
            })}
          </p>
        )}
        {state !== 'mended' && (state === 'settled' || since !== null) && (
          <p className="desk-quiet">{sinceSaid}</p>
        )}
      </div>
      {state === 'open' && (
        <Button onClick={onMend}>
          {t('rollCalls.findings.mend')} {first && <kbd>6</kbd>}
        </Button>
      )}
    </li>
  );
}
