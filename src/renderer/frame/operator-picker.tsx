import { UserOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operator } from '#shared/contract/ward.ts';
import type { Refused } from '../client.ts';
import { useWard } from '../client.ts';
import { addOperator } from '../desk/add-operator.ts';
import { useHeld } from '../desk/kept.ts';
import { answerOperator, asking, askOperator, operator } from '../desk/operator.ts';
import { useSession } from '../people/session.ts';
import { UserMenu } from '../people/user-menu.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';

/** Who is on duty at this desk, in the top bar: whoever is signed in; where nobody signs in, whoever is picked. */
export function OperatorButton() {
  const { required, person } = useSession();
  if (!required) return <PickedButton />;
  return person && <UserMenu person={person} />;
}

function PickedButton() {
  const { t } = useTranslation();
  const picked = useHeld(operator);
  const { data: all } = useWard('ward.operators', {});
  const known = all?.find(({ id }) => id === picked?.id);
  useEffect(() => {
    if (picked === null || all === undefined) return;
    // Picked at another ward, such as the demonstration: nobody here goes by that number.
    if (!known) operator.set(null);
    else if (known.name !== picked.name) operator.set({ ...picked, name: known.name });
  }, [picked, all, known]);
  const open = () => void askOperator();
  useKeys(t('ui.keys.everywhere'), [{ keys: 'Ctrl+Shift+O', does: t('frame.keys.operator'), run: open }]);
  return (
    <Button
      className="desk-operator"
      icon={<UserOutlined />}
      type={picked ? 'default' : 'primary'}
      onClick={open}
      title={`${t('frame.operator.label')} (Ctrl+Shift+O)`}
      aria-label={picked ? t('frame.operator.picked', { name: picked.name }) : t('frame.operator.pick')}
    >
      <span className="desk-operator-name">{picked?.name ?? t('frame.operator.pick')}</span>
    </Button>
  );
}

/** Asks who acts. Opens by itself when an act needs a name, and the act goes on with the answer. */
export function OperatorPicker() {
  const { t } = useTranslation();
  const open = useHeld(asking) !== null;
  return (
    <Dialog open={open} title={t('frame.operator.title')} width={460} onClose={() => answerOperator(null)}>
      {open && <Names />}
    </Dialog>
  );
}

function Names() {
  const { t } = useTranslation();
  const { data } = useWard('ward.operators', {});
  const all = data ?? [];
  const [typed, setTyped] = useState('');
  /** Enter came before the names did: it counts once they are here. */
  const [entered, setEntered] = useState(false);
  const [at, setAt] = useState(0);
  const [refused, setRefused] = useState<Refused | null>(null);
  const list = useId();
  const people = all.filter(({ kind, active }) => kind === 'person' && active);
  const name = typed.trim();
  const found = people.filter((one) => one.name.toLowerCase().includes(name.toLowerCase()));
  const canAdd = data !== undefined && name !== '' && !people.some((one) => one.name === name);
  const count = found.length + (canAdd ? 1 : 0);

  const take = (one: Operator) => answerOperator({ id: one.id, name: one.name, at: Date.now() });
  const add = async () => setRefused(await addOperator(name, all));
  const choose = () => {
    const one = found[at];
    if (one) take(one);
    else if (canAdd) void add();
  };
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    if (!entered || data === undefined) return;
    setEntered(false);
    latest.current();
  }, [entered, data]);
  const enter = () => (data === undefined ? setEntered(true) : choose());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') enter();
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, count - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <p className="desk-quiet">{t(people.length > 0 ? 'frame.operator.why' : 'frame.operator.empty')}</p>
      <Input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={count > 0 ? `${list}-${at}` : undefined}
        aria-label={t('frame.operator.filter')}
        placeholder={t('frame.operator.filter')}
        value={typed}
        maxLength={60}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <RefusedNotice refused={refused} />
      <div role="listbox" id={list} aria-label={t('frame.operator.label')} className="desk-names">
        {found.map((one, index) => (
          <Name key={one.id} id={`${list}-${index}`} here={index === at} onTake={() => take(one)}>
            {one.name}
          </Name>
        ))}
        {canAdd && (
          <Name id={`${list}-${found.length}`} here={at === found.length} onTake={() => void add()}>
            {t('frame.operator.add', { name })}
          </Name>
        )}
      </div>
    </>
  );
}

interface NameProps {
  id: string;
  here: boolean;
  onTake(): void;
  children: string;
}

function Name({ id, here, onTake, children }: NameProps) {
  return (
    // The field above has the focus and moves through the list, as a combobox does.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div role="option" id={id} tabIndex={-1} aria-selected={here} className="desk-option" onClick={onTake}>
      {children}
    </div>
  );
}
