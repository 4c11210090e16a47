import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../client.ts';
import { useHeld } from '../desk/kept.ts';
import { askOperator, operator, type Signer } from '../desk/operator.ts';
import { askColleague } from '../people/colleague.ts';
import { useSession } from '../people/session.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';

interface Props {
  title: string;
  verb: string;
  consequences: ReactNode[];
  /** Whose name stands on the other side: the giver, while somebody takes over. */
  giver: string | null;
  act: { busy: boolean; refused: Refused | null };
  /** Signs; by a colleague who has come to this desk for it, if it is not whoever is signed in. */
  onGo(by: Signer | undefined): void;
  onClose(): void;
}

/** A signature: the names in large letters, so that nobody signs with the name of whoever sat here before. */
export function SignDialog({ title, verb, consequences, giver, act, onGo, onClose }: Props) {
  const { t } = useTranslation();
  const here = useHeld(operator);
  const { required } = useSession();
  const [other, setOther] = useState<Signer | null>(null);
  const signer = other ?? here;
  // Where people sign in, whoever is signed in stays so, and the other one signs by their own secret.
  const change = async () => {
    if (required) setOther(await askColleague());
    else await askOperator();
  };
  const same = giver !== null && signer?.name === giver;
  return (
    <ConfirmConsequences
      open
      danger={false}
      title={title}
      verb={verb}
      consequences={consequences}
      busy={act.busy}
      blocked={signer === null || same}
      onGo={() => onGo(other ?? undefined)}
      onCancel={onClose}
    >
      <dl className="desk-handover-names">
        {giver !== null && (
          <div>
            <dt>{t('handovers.dialog.giver')}</dt>
            <dd>{giver}</dd>
          </div>
        )}
        <div>
          <dt>{t(giver === null ? 'handovers.dialog.giver' : 'handovers.dialog.taker')}</dt>
          <dd>
            {signer?.name ?? t('handovers.dialog.nobody')}{' '}
            <Button data-first={same || signer === null || undefined} onClick={() => void change()}>
              {t(signer === null ? 'handovers.dialog.pick' : 'handovers.dialog.change')}
            </Button>
          </dd>
        </div>
      </dl>
      {same && <Notice tone="warn">{t('handovers.dialog.takeOther')}</Notice>}
      <RefusedNotice refused={act.refused} />
    </ConfirmConsequences>
  );
}
