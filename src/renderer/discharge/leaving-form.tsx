import { AutoComplete, Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WAYS_OF_LEAVING } from '#shared/contract/vocabulary.ts';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from '../ui/keys.ts';
import { LateEntryControl } from '../ui/late-entry.tsx';
import { FieldError } from '../ui/notices.tsx';
import { needsDestination, wayOf } from './batch-draft.ts';
import { useDestinations } from './destinations.ts';
import type { Batch } from './use-batch.ts';

interface Props {
  batch: Batch;
  /** How many would leave, and how many of those meant cannot. */
  going: number;
  failing: number;
  /** Only the ticked ones are meant. */
  ticked: boolean;
  /** Tried already: what is missing is said in red. */
  tried: boolean;
  onGo(): void;
}

export const PLACE_FIELD = 'discharge-to';

/** How they leave: way, destination, companion, note, time; the same for everybody on the list. */
export function LeavingForm({ batch, going, failing, ticked, tried, onGo }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { draft, change } = batch;
  const way = wayOf(draft);
  const needed = needsDestination(way);
  const missing = needed && draft.destination.trim() === '';
  const [wanted, setWanted] = useState(false);
  const places = useDestinations(way, needed || wanted);
  useKeys(
    t('discharge.title'),
    WAYS_OF_LEAVING.map((one, index) => ({
      keys: `Alt+${index + 1}`,
      does: t('discharge.keys.way', { way: t(`vocabulary.waysOfLeaving.${one}`) }),
      run: () => change({ way: one }),
    })),
  );
  const verb = t(ticked ? 'discharge.goTicked' : 'discharge.go', { count: going });
  return (
    <form
      className="desk-leaving"
      aria-label={t('discharge.how')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onGo();
      }}
    >
      <div className="desk-leaving-fields">
        <fieldset className="desk-fieldset">
          <legend>{t('discharge.way')}</legend>
          <Radio.Group
            className="desk-ways-of-leaving"
            name={`${id}-way`}
            value={way}
            onChange={(event) => change({ way: event.target.value })}
          >
            {WAYS_OF_LEAVING.map((one) => (
              <Radio key={one} value={one}>
                {t(`vocabulary.waysOfLeaving.${one}`)}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        <div>
          <label htmlFor={PLACE_FIELD}>
            {needed ? t('discharge.destination') : t('discharge.destinationOptional')}
          </label>
          <AutoComplete
            id={PLACE_FIELD}
            style={{ width: '100%' }}
            value={draft.destination}
            options={places.map((place) => ({ value: place }))}
            showSearch={{
              filterOption: (typed, option) => String(option?.value ?? '').includes(typed.trim()),
            }}
            status={tried && missing ? 'error' : ''}
            aria-describedby={`${id}-to-error`}
            aria-required={needed}
            maxLength={120}
            onFocus={() => setWanted(true)}
            onChange={(destination: string) => change({ destination: destination ?? '' })}
            placeholder={t('discharge.destinationHint')}
          />
          <FieldError id={`${id}-to-error`}>
            {missing && (tried || batch.stayIds.length > 0) && t('discharge.destinationMissing')}
          </FieldError>
        </div>
        <div>
          <label htmlFor={`${id}-with`}>{t('discharge.companion')}</label>
          <Input
            id={`${id}-with`}
            value={draft.companion}
            maxLength={120}
            onChange={(event) => change({ companion: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-note`}>{t('discharge.note')}</label>
          <Input
            id={`${id}-note`}
            value={draft.note}
            maxLength={300}
            onChange={(event) => change({ note: event.target.value })}
          />
        </div>
        <LateEntryControl
          value={{ on: draft.lateOn, text: draft.lateText }}
          onChange={({ on, text }) => change({ lateOn: on, lateText: text })}
        />
      </div>
      <div className="desk-leaving-go">
        {tried && !batch.when.ok && <FieldError>{t('discharge.timeMissing')}</FieldError>}
        {failing > 0 && <FieldError>{t('discharge.cannot', { count: failing })}</FieldError>}
        <Allowed to="discharges.commit">
          <Button block size="large" type="primary" htmlType="submit" disabled={going === 0}>
            {verb} <kbd>Ctrl+Enter</kbd>
          </Button>
        </Allowed>
      </div>
    </form>
  );
}
