import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/contract/people.ts';
import { call, queryClient, type Refused } from '../../client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusedNotice } from '../../ui/notices.tsx';
import { newPin } from './first-secret.ts';
import '../secrets.css';

/** A first secret, or a new one for whoever has lost theirs: shown once, told in person, changed at once. */
export function SecretDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useTranslation();
  const [told, setTold] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { operatorId, name, hasSecret } = person;
  const make = async () => {
    const secret = newPin();
    setBusy(true);
    const answer = await call('people.setSecret', { operatorId, secret });
    setBusy(false);
    if (!answer.ok) return setRefused(answer);
    setTold(secret);
    await queryClient.invalidateQueries({ queryKey: ['people.list'] });
  };
  return (
    <Dialog open title={t('people.admin.resetNamed', { name })} insists={told !== null} onClose={onClose}>
      {told === null ? (
        <>
          <p>{t(`people.admin.${hasSecret ? 'resetWhy' : 'firstWhy'}`, { name })}</p>
          <RefusedNotice refused={refused} />
          <div className="desk-dialog-acts">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button type="primary" data-first loading={busy} onClick={() => void make()}>
              {t('people.admin.resetGo')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{t('people.admin.told', { name })}</p>
          <output className="desk-code">{told}</output>
          <p className="desk-quiet">{t('people.admin.toldOnce')}</p>
          <div className="desk-dialog-acts">
            <Button type="primary" data-first autoFocus onClick={onClose}>
              {t('people.admin.close')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
