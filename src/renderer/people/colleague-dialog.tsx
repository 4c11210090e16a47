import { useTranslation } from 'react-i18next';
import type { OperatorId } from '#shared/contract/values.ts';
import { call, type Refused, useWard } from '../client.ts';
import { useHeld } from '../desk/kept.ts';
import { operator } from '../desk/operator.ts';
import { Dialog } from '../ui/dialog.tsx';
import { answerColleague, askingColleague } from './colleague.ts';
import { useSession } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';
import './door.css';

/** A second person signs at this desk, in their own name. */
export function ColleagueDialog() {
  const { t } = useTranslation();
  const open = useHeld(askingColleague) !== null;
  const { required } = useSession();
  return (
    <Dialog
      open={open}
      title={t('people.colleague.title')}
      width={required ? 760 : 460}
      onClose={() => answerColleague(null)}
    >
      {open && (required ? <Prove /> : <Pick />)}
    </Dialog>
  );
}

function Prove() {
  const { t } = useTranslation();
  const { person } = useSession();
  const { data } = useWard('people.status', {});
  const others = (data?.people ?? []).filter(({ operatorId }) => operatorId !== person?.operatorId);
  const prove = async (operatorId: OperatorId, secret: string): Promise<Refused | null> => {
    const answer = await call('people.prove', { who: { operatorId }, secret });
    if (!answer.ok) return answer;
    answerColleague({ id: answer.value.operatorId, name: answer.value.name });
    return null;
  };
  return (
    <>
      <p className="desk-quiet">{t('people.colleague.why')}</p>
      <div className="desk-dialog-form">
        <SignInForm people={others} first={null} verb={t('people.colleague.go')} attempt={prove} />
      </div>
    </>
  );
}

/** Where nobody signs in, as in a demonstration: only whose name it is. */
function Pick() {
  const { t } = useTranslation();
  const here = useHeld(operator);
  const { data = [] } = useWard('ward.operators', {});
  return (
    <>
      <p className="desk-quiet">{t('people.colleague.pick')}</p>
      <div className="desk-names">
        {data
          .filter(({ kind, active, id }) => kind === 'person' && active && id !== here?.id)
          .map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="desk-name-button"
              onClick={() => answerColleague({ id, name })}
            >
              {name}
            </button>
          ))}
      </div>
    </>
  );
}
