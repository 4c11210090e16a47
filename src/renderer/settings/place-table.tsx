import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BED_STATES } from '#shared/contract/vocabulary.ts';
import type { Closing } from './close-place.tsx';
import { ClosureWords } from './closure-words.tsx';
import type { PlaceNode } from './place-tree.ts';

interface Props {
  tree: readonly PlaceNode[];
  onClose(closing: Closing): void;
  onReopen(place: PlaceNode['place']): void;
}

/** Zones, and their care units when one is unfolded. */
export function PlaceTable({ tree, onClose, onReopen }: Props) {
  const { t } = useTranslation();
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const fold = (code: string) =>
    setUnfolded((was) => new Set(was.has(code) ? [...was].filter((one) => one !== code) : [...was, code]));
  const act = { onClose, onReopen };
  return (
    <table className="desk-places">
      <thead>
        <tr>
          <th scope="col">{t('settings.places.place')}</th>
          <th scope="col">{t('settings.places.takes')}</th>
          <th scope="col" className="desk-figure-cell">
            {t('settings.places.total')}
          </th>
          {BED_STATES.map((state) => (
            <th key={state} scope="col" className="desk-figure-cell">
              {t(`frame.census.${state === 'occupied' ? 'inHouse' : state}`)}
            </th>
          ))}
          <th scope="col">{t('settings.places.closure')}</th>
        </tr>
      </thead>
      <tbody>
        {tree.map((zone) => (
          <Fragment key={zone.code}>
            <PlaceRow
              node={zone}
              {...act}
              unfolded={unfolded.has(zone.code)}
              onFold={() => fold(zone.code)}
              under={null}
            />
            {unfolded.has(zone.code) &&
              zone.units.map((unit) => <PlaceRow key={unit.code} node={unit} {...act} under={zone} />)}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  node: PlaceNode;
  /** The zone of a care unit. */
  under: PlaceNode | null;
  unfolded?: boolean;
  onFold?(): void;
  onClose(closing: Closing): void;
  onReopen(place: PlaceNode['place']): void;
}

function PlaceRow({ node, under, unfolded = false, onFold, onClose, onReopen }: RowProps) {
  const { t } = useTranslation();
  const { counts, closure } = node;
  return (
    <tr data-unit={under !== null} data-closed={closure !== null || Boolean(under?.closure)}>
      <th scope="row">
        {onFold ? (
          <Button
            type="text"
            icon={unfolded ? <DownOutlined /> : <RightOutlined />}
            aria-expanded={unfolded}
            onClick={onFold}
          >
            {node.name}
          </Button>
        ) : (
          <span>{node.code}</span>
        )}
      </th>
      <td>{under === null && t(`vocabulary.sexPolicies.${node.sexPolicy}`)}</td>
      <td className="desk-figure-cell">{counts.total}</td>
      {BED_STATES.map((state) => (
        <td key={state} className="desk-figure-cell" data-none={counts[state] === 0}>
          {counts[state]}
        </td>
      ))}
      <td>
        <div className="desk-place-act">
          {under?.closure ? (
            <span className="desk-quiet">{t('settings.places.withZone')}</span>
          ) : closure ? (
            <>
              <ClosureWords closure={closure} />
              <Button
                aria-label={t('settings.places.reopenNamed', { place: node.name })}
                onClick={() => onReopen(node.place)}
              >
                {t('settings.places.reopen')}
              </Button>
            </>
          ) : (
            <Button
              aria-label={t('settings.places.closeNamed', { place: node.name })}
              onClick={() => onClose({ place: node.place, name: node.name, counts })}
            >
              {t('settings.places.close')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
