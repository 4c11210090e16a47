import { Segmented } from 'antd';
import { useKeys } from './keys.ts';

interface Props<View extends string> {
  /** The heading of its keys in the overlay of `?`. */
  page: string;
  label: string;
  views: readonly View[];
  words: Record<View, string>;
  shown: View;
  onShow(view: View): void;
}

/** The views of a page, side by side, each by Ctrl and its number; nothing where there is only one. */
export function ViewSwitch<View extends string>({ page, label, views, words, shown, onShow }: Props<View>) {
  const several = views.length > 1;
  useKeys(
    page,
    views.map((view, index) => ({
      ...{ keys: `Ctrl+${index + 1}`, does: words[view], run: () => onShow(view), when: several },
    })),
  );
  if (!several) return null;
  return (
    <Segmented<View>
      aria-label={label}
      value={shown}
      onChange={onShow}
      options={views.map((view, index) => ({
        value: view,
        label: (
          <span>
            {words[view]} <kbd aria-hidden>Ctrl+{index + 1}</kbd>
          </span>
        ),
      }))}
    />
  );
}
