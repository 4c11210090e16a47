import { type ComponentType, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProtocolsSection } from '../protocols/protocols-section.tsx';
import { go, hrefOf, useRoute } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { DataSection } from './data-section.tsx';
import { DeskSection } from './desk-section.tsx';
import { HospitalSection } from './hospital-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { RulesSection } from './rules-section.tsx';
import './settings.css';

const SECTIONS = ['hospital', 'rules', 'protocols', 'people', 'places', 'desk', 'data'] as const;
type Section = (typeof SECTIONS)[number];

const PARTS: Record<Section, ComponentType> = {
  hospital: HospitalSection,
  rules: RulesSection,
  protocols: ProtocolsSection,
  people: PeopleSection,
  places: PlacesSection,
  desk: DeskSection,
  data: DataSection,
};

/** What the hospital has decided for itself, and this desk. `#/settings/<section>`. */
export default function SettingsScreen() {
  const { t } = useTranslation();
  const { open } = useRoute();
  const section = SECTIONS.find((one) => one === open) ?? 'hospital';
  const Part = PARTS[section];
  const nav = useRef<HTMLElement>(null);
  useKeys(
    t('settings.title'),
    SECTIONS.map((one, index) => ({
      keys: `Alt+${index + 1}`,
      does: t(`settings.sections.${one}`),
      run: () => {
        go('settings', one);
        // Where the keyboard stood goes with the former section.
        nav.current?.querySelectorAll('a')[index]?.focus();
      },
    })),
  );
  return (
    <div className="desk-settings">
      <nav ref={nav} className="desk-settings-nav" aria-label={t('settings.title')}>
        <h1>{t('settings.title')}</h1>
        {SECTIONS.map((one, index) => (
          <a key={one} href={hrefOf('settings', one)} aria-current={section === one ? 'page' : undefined}>
            {t(`settings.sections.${one}`)} <kbd aria-hidden>Alt+{index + 1}</kbd>
          </a>
        ))}
      </nav>
      <section className="desk-settings-body" aria-label={t(`settings.sections.${section}`)}>
        <h2>{t(`settings.sections.${section}`)}</h2>
        <Part />
      </section>
    </div>
  );
}
