// Which column of a table says what: for a log of a kind that no format here knows. What is said is kept, and can be
// given to others as a file.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';

const ofBoth = ['account', 'at'] as const;
const ofSignIns = ['name', 'ip', 'session', 'device', 'client', 'network', 'latitude', 'longitude', 'endedAt'] as const;
const ofPayments = ['amount', 'currency', 'name', 'payee', 'reference', 'id', 'method'] as const;
type Field = (typeof ofBoth)[number] | (typeof ofSignIns)[number] | (typeof ofPayments)[number];

/** Those that an event cannot do without. */
const needed: ReadonlySet<Field> = new Set(['account', 'at', 'amount', 'currency']);

export function LogMapping(props: { columns: readonly string[]; onMapping: (text: string) => string | undefined }) {
  const [gives, setGives] = useState<'sign-ins' | 'payments'>('sign-ins');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Partial<Record<Field, string>>>({});
  const [said, setSaid] = useState<string>();
  const fields: readonly Field[] = [...ofBoth, ...(gives === 'payments' ? ofPayments : ofSignIns)];
  const save = () => {
    const { account, at, amount, currency, ...rest } = Object.fromEntries(
      fields.flatMap((field) => (chosen[field] ? [[field, chosen[field]]] : [])),
    );
    const id = `own-${
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 30) || 'log'
    }`;
    const money = gives === 'payments' && { amount, currency };
    const mapping = { hireflag: 'log-format', id, name, gives, account, at, ...money, others: rest };
    const problem = props.onMapping(JSON.stringify(mapping));
    setSaid(problem === undefined ? t('logs.mapping.kept') : t('logs.mapping.problem', { problem }));
  };
  return (
    <form
      class="log-mapping"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{t('logs.mapping.title')}</h3>
      <p>
        <label>
          {t('logs.mapping.name')}{' '}
          <input
            type="text"
            maxlength={80}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>{' '}
        <label>
          {t('logs.mapping.gives')}{' '}
          <select value={gives} onChange={({ currentTarget }) => setGives(currentTarget.value as typeof gives)}>
            <option value="sign-ins">{t('logs.mapping.signIns')}</option>
            <option value="payments">{t('logs.mapping.payments')}</option>
          </select>
        </label>
      </p>
      <ul class="fields">
        {fields.map((field) => (
          <li key={field}>
            <label>
              {t(`logs.mapping.field.${field}`)}
              {needed.has(field) && ' *'}{' '}
              <select
                value={chosen[field] ?? ''}
                onChange={({ currentTarget }) => setChosen((before) => ({ ...before, [field]: currentTarget.value }))}
              >
                <option value="">–</option>
                {props.columns.map((column) => (
                  <option key={column} value={column}>
                    {column}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      <button type="submit" class="plain">
        {t('logs.mapping.keep')}
      </button>
      <div role="status">{said}</div>
    </form>
  );
}
