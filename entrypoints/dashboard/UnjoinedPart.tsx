// Joins accounts of logs with developers where the logs are imported: who is meant is searched for among everyone seen.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OfferedAccount } from '../../components/Decisions.tsx';
import { routeTo } from '../../components/dashboard/route.ts';
import { UnjoinedAccounts } from '../../components/dashboard/UnjoinedAccounts.tsx';
import { t } from '../../lib/i18n/language.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import { handle } from '../../lib/model/web-account.ts';
import { type Unjoined, unjoinedLogAccounts } from '../../lib/store/unjoined.ts';
import { db, useChanges } from './database.ts';
import { actOn, searchFor } from './worker.ts';

/** So many accounts that are joined with nobody are listed. */
const MAX_UNJOINED = 100;

interface Developer {
  key: AccountKey;
  name: string;
}

export function UnjoinedPart() {
  const [unjoined, setUnjoined] = useState<Unjoined>();
  const [found, setFound] = useState<readonly Developer[]>([]);
  const [joined, setJoined] = useState<Developer & { log: string }>();
  const [problem, setProblem] = useState<string>();
  const last = useRef('');
  const changes = useChanges();
  useEffect(() => {
    void unjoinedLogAccounts(db, MAX_UNJOINED).then(setUnjoined);
  }, [changes, joined]);

  const onType = async (typed: string) => {
    last.current = typed;
    const now = await developersCalled(typed);
    // What was chosen is no beginning of a name: those it was chosen from stay.
    if (last.current === typed && now.length > 0) setFound(now);
  };
  const onJoin = async (log: string, typed: string) => {
    setJoined(undefined);
    const among = [...found, ...(await developersCalled(typed))];
    const meant = new Map(among.filter((one) => isMeant(one, typed.trim())).map((one) => [one.key, one]));
    const [one, ...more] = meant.values();
    if (!one || more.length > 0) return setProblem(t('logs.unjoined.noSuch'));
    const wrong = await actOn(one.key, { action: 'same-person', values: { with: log } });
    setProblem(wrong);
    if (wrong === undefined) setJoined({ ...one, log });
  };
  const offered = found.map(({ key, name }): OfferedAccount => ({ value: key, name }));
  return (
    <>
      {/* Stays while the rest is drawn anew: otherwise nothing would be announced. */}
      <p class="done" role="status">
        {joined && (
          <>
            {t('logs.unjoined.joined', { account: joined.log, name: joined.name })}{' '}
            <a href={routeTo({ tab: 'developers', key: joined.key })}>{t('logs.unjoined.open')}</a>
          </>
        )}
      </p>
      {unjoined && (
        <UnjoinedAccounts
          {...unjoined}
          offered={offered}
          problem={problem}
          onType={(typed) => void onType(typed)}
          onJoin={(log, typed) => void onJoin(log, typed)}
        />
      )}
    </>
  );
}

/** The developers whose names or accounts begin like this. */
async function developersCalled(typed: string): Promise<Developer[]> {
  if (typed.trim() === '') return [];
  return (await searchFor(typed)).map(({ site, account, name }) => {
    const key = accountKey(site, account);
    return { key, name: name ?? handle(key) };
  });
}

function isMeant({ key, name }: Developer, typed: string): boolean {
  return [key, name, handle(key), handle(key).replace(/^@/, '')].includes(typed);
}
