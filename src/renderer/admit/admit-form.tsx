import { ConfigProvider, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';
import type { Refused } from '../client.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { SIZES } from '../ui/tokens.ts';
import { DocumentPart } from './document-part.tsx';
import { FamilyField } from './family-field.tsx';
import type { Admitted } from './just-admitted.ts';
import { KnownBanner } from './known-banner.tsx';
import { PersonPart } from './person-part.tsx';
import { StayPart, WordsField } from './stay-part.tsx';
import { partOf } from './use-admission.ts';
import type { AdmitForm as Form } from './use-admit-form.ts';
import { useEnter } from './use-enter.ts';
import type { KnownPerson } from './use-known-person.ts';

interface Props {
  form: Form;
  known: KnownPerson | null;
  latest: readonly Admitted[];
  finished: boolean;
  onFinished(finished: boolean): void;
  nameError: string | null;
  refused: Refused | null;
  onAnew(): void;
  onAdmit(): void;
  onButton(): void;
}

/** Twenty fields on a screen of 768 lines: each as low as a glove allows. A taller one leaves more room. */
const COMPACT: ThemeConfig = { token: { controlHeight: SIZES.target, controlHeightLG: 40 } };
const ROOMY: ThemeConfig = { token: { controlHeight: 40, controlHeightLG: 48 } };
const TALL = matchMedia('(min-height: 900px)');

const watchTall = (listener: () => void) => {
  TALL.addEventListener('change', listener);
  return () => TALL.removeEventListener('change', listener);
};

/** The fields in the order in which a nurse asks. */
export function AdmitForm(props: Props) {
  const { form, refused } = props;
  const tall = useSyncExternalStore(watchTall, () => TALL.matches);
  const onEnter = useEnter(form, {
    onNumber: () => props.onFinished(true),
    isRefused: () => Boolean(props.known?.inHouse),
    toButton: props.onButton,
    admit: props.onAdmit,
  });
  const refusedHere = refused && partOf(refused) !== 'bed' ? refused : null;
  return (
    // Enter is taken here first, before a list of choices takes it to open.
    <ConfigProvider theme={tall ? ROOMY : COMPACT}>
      <form
        className="desk-admit-form"
        onKeyDownCapture={onEnter}
        onSubmit={(event) => event.preventDefault()}
      >
        <DocumentPart form={form} finished={props.finished} onFinished={props.onFinished} />
        <div className="desk-admit-known">
          <KnownBanner known={props.known} form={{ ...form, startAnew: props.onAnew }} />
          <RefusedNotice refused={refusedHere} />
        </div>
        <PersonPart form={form} nameError={props.nameError} />
        <StayPart form={form} />
        <FamilyField form={form} latest={props.latest} />
        <WordsField form={form} name="companions" span={6} />
        <WordsField form={form} name="emergencyContact" span={4} />
        <WordsField form={form} name="emergencyPhone" span={4} />
        <WordsField form={form} name="remarks" span={4} />
      </form>
    </ConfigProvider>
  );
}
