import type { TFunction } from 'i18next';
import type { KeyBinding } from '../ui/keys.ts';
import type { BedActs } from './acts/use-bed-acts.tsx';
import type { Carry } from './carry/use-carry.ts';
import type { Command } from './use-letters.ts';
import type { PageState } from './use-page-state.ts';

interface Page {
  t: TFunction;
  acts: BedActs;
  subject(): number[];
  toggleWaiting(): void;
  proposeAll(): void;
  /** How many wait. */
  people: number;
  carrying: boolean;
}

/** Letters that do something with the bed where the keyboard stands, or with those chosen. */
export function actKeys({ t, acts, subject, people, ...page }: Page): Command[] {
  const free = !page.carrying;
  return [
    { key: 'M', does: t('beds.keys.move'), run: () => acts.run('move', subject()), when: free },
    { key: 'S', does: t('beds.acts.swap'), run: () => acts.run('swap', subject()), when: free },
    { key: 'D', does: t('beds.acts.discharge'), run: () => acts.run('discharge', subject()), when: free },
    { key: 'R', does: t('beds.keys.reserve'), run: () => acts.run('reserve', subject()), when: free },
    { key: 'C', does: t('beds.keys.close'), run: () => acts.run('close', subject()), when: free },
    {
      key: 'Shift+C',
      does: t('beds.keys.closeUnit'),
      run: () => acts.close(subject(), 'care-unit'),
      when: free,
    },
    { key: 'F', does: t('beds.acts.signOff'), run: () => acts.run('signOff', subject()), when: free },
    { key: 'Shift+F', does: t('beds.keys.signOffReady'), run: () => acts.signOffReady(), when: free },
    { key: 'W', does: t('beds.keys.waiting'), run: page.toggleWaiting },
    { key: 'A', does: t('beds.waiting.proposeAll'), run: page.proposeAll, when: people > 0 && free },
  ];
}

/** Open, and step back. */
export function pageKeys({
  t,
  acts,
  subject,
  state,
  back,
  isPlan,
}: Page & { state: PageState; back(): void; isPlan: boolean }): KeyBinding[] {
  const open = () => {
    // Open already: the second press goes into it.
    if (state.panel === 'card') document.querySelector<HTMLElement>('.desk-beds-acts button')?.focus();
    state.setPanel('card');
  };
  return [
    { keys: 'Enter', does: t('beds.keys.open'), run: open, when: isPlan },
    {
      keys: 'Ctrl+Enter',
      does: t('beds.acts.patient'),
      run: () => acts.run('patient', subject()),
      inFields: false,
    },
    {
      keys: 'Ctrl+Shift+C',
      does: t('beds.keys.closeZone'),
      run: () => acts.close(subject(), 'zone'),
      inFields: false,
    },
    { keys: 'Escape', does: t('beds.keys.back'), run: back },
  ];
}

/** Keys while somebody is in hand. */
export function carryKeys({
  t,
  carry,
  go,
  place,
}: {
  t: TFunction;
  carry: Carry | null;
  go(index: number): void;
  place(withDetails: boolean): void;
}): KeyBinding[] {
  if (!carry) return [];
  const { star, choices } = carry.look;
  return [
    { keys: 'P', does: t('beds.keys.proposed'), run: () => star !== null && go(star), when: star !== null },
    ...choices.map(
      (index, i): KeyBinding => ({
        keys: String(i + 1),
        does: t('beds.keys.choice', { number: i + 1 }),
        run: () => go(index),
      }),
    ),
    { keys: 'Enter', does: t('beds.keys.place'), run: () => place(false) },
    { keys: 'Ctrl+Enter', does: t('beds.keys.placeWith'), run: () => place(true), inFields: false },
  ];
}
