import { CheckCircleFilled, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNATURE_ROLES, type SignatureRole } from '#shared/contract/clinical-vocabulary.ts';
import type { ListSignature, ReleaseListView } from '#shared/contract/release-list.ts';
import { useAct } from '../act.ts';
import { useHeld } from '../desk/kept.ts';
import { operator, type Signer } from '../desk/operator.ts';
import { Allowed } from '../people/allowed.tsx';
import { askColleague } from '../people/colleague.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

const KEYS: Record<SignatureRole, string> = { doctor: 'Alt+D', nurse: 'Alt+N' };
/** Behind the list, where Tab goes from cell to cell, no button is at hand. */
const KEYS_OF_OTHER: Record<SignatureRole, string> = { doctor: 'Alt+Shift+D', nurse: 'Alt+Shift+N' };

/** Doctor and nurse: who signed when and for how many, or the buttons for whoever is here and for a colleague. */
export function SignaturesPanel({ list, going }: { list: ReleaseListView; going: boolean }) {
  const { t } = useTranslation();
  const picked = useHeld(operator);
  const sign = useAct('releases.sign');
  const withdraw = useAct('releases.withdrawSignature');
  const [back, setBack] = useState<ListSignature | null>(null);
  const { listId, signatures } = list;
  if (listId === null) return null;
  const run = (role: SignatureRole, by?: Signer) => void sign.run({ listId, role }, { quiet: true, by });
  const runOther = async (role: SignatureRole) => {
    sign.clear();
    const by = await askColleague();
    if (by) run(role, by);
  };
  const takeBack = async (reason: string) =>
    back !== null && (await withdraw.run({ listId, role: back.role }, { reason, quiet: true })).ok;
  const role = back ? t(`vocabulary.signatureRoles.${back.role}`) : '';
  return (
    <section aria-label={t('releases.signatures.title')}>
      <h2>{t('releases.signatures.title')}</h2>
      <ul className="desk-release-signatures">
        {SIGNATURE_ROLES.map((one) => (
          <SignatureLine
            key={one}
            role={one}
            signature={signatures.find((signature) => signature.role === one)}
            may={going && !sign.busy}
            onSign={() => run(one)}
            onOther={() => void runOther(one)}
            onWithdraw={setBack}
          />
        ))}
      </ul>
      <RefusedNotice refused={sign.refused} />
      {signatures.length < 2 && (
        <p className="desk-quiet">
          {picked ? t('releases.signatures.signAs', { name: picked.name }) : t('releases.signatures.nobody')}
        </p>
      )}
      {signatures.length === 0 && <p className="desk-quiet">{t('releases.signatures.rule')}</p>}
      <ReasonDialog
        open={back !== null}
        title={t('releases.signatures.withdrawTitle', { role })}
        verb={t('releases.signatures.withdraw')}
        consequences={back ? [t('releases.signatures.withdrawLine', { who: back.who })] : []}
        example={t('releases.signatures.withdrawExample')}
        act={withdraw}
        onGo={takeBack}
        onClose={() => setBack(null)}
      />
    </section>
  );
}

interface LineProps {
  role: SignatureRole;
  signature: ListSignature | undefined;
  may: boolean;
  onSign(): void;
  /** A colleague comes to this desk and signs. */
  onOther(): void;
  onWithdraw(signature: ListSignature): void;
}

function SignatureLine({ role, signature, may, onSign, onOther, onWithdraw }: LineProps) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const word = t(`vocabulary.signatureRoles.${role}`);
  const when = may && !signature;
  useKeys(t('releases.title'), [
    { keys: KEYS[role], does: t(`releases.keys.${role}`), run: onSign, when },
    { keys: KEYS_OF_OTHER[role], does: t('releases.keys.other', { role: word }), run: onOther, when },
  ]);
  return (
    <li data-signed={signature !== undefined}>
      <strong>{word}</strong>
      {signature ? (
        <>
          <span>
            <CheckCircleFilled aria-hidden />{' '}
            {t('releases.signatures.signed', {
              who: signature.who,
              at: timeOf(signature.at).slice(5),
              people: signature.members,
            })}
          </span>
          <Allowed to="releases.withdrawSignature">
            <Button onClick={() => onWithdraw(signature)}>{t('releases.signatures.withdraw')}</Button>
          </Allowed>
        </>
      ) : (
        <>
          <Allowed to="releases.sign">
            <Button className="desk-release-sign" icon={<EditOutlined />} disabled={!may} onClick={onSign}>
              {t('releases.signatures.sign', { role: word })} <kbd>{KEYS[role]}</kbd>
            </Button>
          </Allowed>
          <Button
            className="desk-release-other"
            disabled={!may}
            onClick={onOther}
            aria-label={`${word} · ${t('people.colleague.button')} ${KEYS_OF_OTHER[role]}`}
          >
            {t('people.colleague.button')} <kbd>{KEYS_OF_OTHER[role]}</kbd>
          </Button>
        </>
      )}
    </li>
  );
}
