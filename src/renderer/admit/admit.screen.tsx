import { useTranslation } from 'react-i18next';
import { AdmitBar, GO_BUTTON } from './admit-bar.tsx';
import { AdmitForm } from './admit-form.tsx';
import { AdmitHead } from './admit-head.tsx';
import { AdmitSide } from './admit-side.tsx';
import { AlreadyHere } from './already-here.tsx';
import { BedPanel } from './bed-panel.tsx';
import { NobodyYet } from './nobody-yet.tsx';
import { useAdmitKeys } from './use-admit-keys.ts';
import { type AdmitPage, useAdmitPage } from './use-admit-page.ts';
import './admit.css';

/** One patient after another: scan, ask, look at the bed, Enter. */
export default function AdmitScreen() {
  const { t } = useTranslation();
  const page = useAdmitPage();
  useAdmitKeys(page);
  const { form, desk, known, admission } = page;
  return (
    <div className="desk-page desk-admit">
      <AdmitHead desk={desk} onAnew={page.startAnew} bringBack={form.bringBack} />
      <div className="desk-admit-body">
        <AdmitForm
          key={form.round}
          form={form}
          known={known}
          latest={desk.latest}
          finished={page.finished}
          onFinished={page.setFinished}
          nameError={page.tried && page.nameMissing ? t('admit.name.missing') : null}
          refused={admission.refused}
          onAnew={page.startAnew}
          onAdmit={() => page.admit('here')}
          onButton={() => document.getElementById(GO_BUTTON)?.focus()}
        />
        <section className="desk-admit-bed" aria-label={t('ui.bed')}>
          <div className="desk-admit-bed-body">
            <Bed page={page} />
          </div>
          <AdmitBar
            decision={page.decision}
            someone={page.someone}
            blocked={Boolean(known?.inHouse)}
            admission={admission}
            late={desk.late.on ? desk.when() : null}
            onGo={() => page.admit('here')}
          />
        </section>
        <AdmitSide desk={desk} />
      </div>
    </div>
  );
}

function Bed({ page }: { page: AdmitPage }) {
  const { known, form, proposed, desk } = page;
  if (known?.inHouse) return <AlreadyHere known={known} />;
  if (!page.someone)
    return <NobodyYet last={desk.last} now={desk.last ? desk.where.get(desk.last.stayId) : undefined} />;
  return (
    <BedPanel
      draft={form.draft}
      change={form.change}
      proposed={proposed}
      onBoard={() => page.admit('board')}
    />
  );
}
