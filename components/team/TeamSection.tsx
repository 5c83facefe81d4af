// The team's part of the settings: joining by an invitation, how it goes, erasing somebody for all, leaving.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { listed } from '../../lib/i18n/language.ts';
import type { TeamMessage, TeamReply, TeamView } from '../../lib/team/messages.ts';
import { ConfirmButton } from '../dashboard/ConfirmButton.tsx';
import { Check } from '../settings/parts.tsx';
import { momentWords, type TeamKey, tt } from './words.ts';

export interface TeamSectionProps {
  view: TeamView;
  /** What was wrong with what was asked last; `failed` where the worker did not answer. */
  wrong: TeamReply['wrong'] | 'failed' | undefined;
  /** While the worker is at it. */
  busy: boolean;
  ask: (message: TeamMessage) => void;
}

/** Never wider than a narrow screen. */
const fitting = { maxWidth: 'min(100%, 640px)', boxSizing: 'border-box' } as const;

export function TeamSection({ view, wrong, busy, ask }: TeamSectionProps) {
  return (
    <section class="group" id="team" aria-labelledby="team-title">
      <h2 id="team-title">{tt('title')}</h2>
      <p>{tt('lead')}</p>
      <p class="status" role="status">
        {wrong && tt(wrong === 'failed' ? 'failed' : `wrong.${wrong}`)}
      </p>
      {view.key === undefined ? (
        <button type="button" class="plain" name="team-key" onClick={() => ask({ type: 'team-key' })}>
          {tt('makeKey')}
        </button>
      ) : (
        <Field name="team-public-key" label={tt('key')} note={tt('keyNote')}>
          <input id="team-public-key" type="text" readOnly value={view.key} size={80} style={fitting} />
        </Field>
      )}
      {view.team ? <InTeam view={view} team={view.team} busy={busy} ask={ask} /> : <Join ask={ask} />}
    </section>
  );
}

function Join({ ask }: Pick<TeamSectionProps, 'ask'>) {
  const [invitation, setInvitation] = useState('');
  const [withStored, setWithStored] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask({ type: 'team-join', invitation: invitation.slice(0, 4_000), withStored });
      }}
    >
      <Field name="team-invitation" label={tt('invitation')} note={tt('invitationNote')}>
        <input
          id="team-invitation"
          type="password"
          autocomplete="off"
          value={invitation}
          onInput={(event) => setInvitation(event.currentTarget.value)}
          size={80}
          style={fitting}
        />
      </Field>
      <Check
        name="team-with-stored"
        label={tt('withStored')}
        checked={withStored}
        disabled={false}
        set={setWithStored}
      />
      <p>
        <button type="submit" class="plain" name="team-join">
          {tt('join')}
        </button>
      </p>
    </form>
  );
}

function InTeam({ view, team, busy, ask }: Omit<TeamSectionProps, 'wrong'> & { team: NonNullable<TeamView['team']> }) {
  const [account, setAccount] = useState('');
  const refused = Object.entries(view.refused).map(([why, count]) => tt(`refusal.${why}` as TeamKey, { count }));
  return (
    <>
      <p>{tt('in', { name: team.name, server: team.server })}</p>
      <p>
        {team.members.length === 0
          ? tt('noRoster')
          : tt('members', { count: team.members.length, names: listed(team.members) })}
      </p>
      {team.members.length > 0 && !team.listed && <p class="note">{tt('notListed')}</p>}
      <h3>{tt('status')}</h3>
      {view.problem && (
        <p class="problem" role="alert">
          {tt(`problem.${view.problem}` as TeamKey)}{' '}
          {view.problemSince && tt('since', { when: momentWords(view.problemSince) })}
          {view.detail && <small> ({view.detail})</small>}
        </p>
      )}
      <p>{view.lastBurst ? tt('lastBurst', { when: momentWords(view.lastBurst) }) : tt('never')}</p>
      <p id="team-counts">{tt('counts', { sent: view.sent, received: view.received, waiting: view.waiting })}</p>
      {refused.length > 0 && <p>{tt('refused', { list: listed(refused) })}</p>}
      {view.tooLarge > 0 && <p>{tt('tooLarge', { count: view.tooLarge })}</p>}
      {view.reading && (
        <p>
          <label>
            {tt('reading', view.reading)} <progress value={view.reading.done} max={view.reading.of} />
          </label>
        </p>
      )}
      <p>
        <button
          type="button"
          class="plain"
          name="team-burst"
          disabled={busy}
          onClick={() => ask({ type: 'team-burst' })}
        >
          {tt('now')}
        </button>
      </p>
      {team.decisions && (
        <>
          <Check
            name="team-share"
            label={tt('shareDecisions')}
            checked={team.sharesDecisions}
            disabled={false}
            set={(decisions) => ask({ type: 'team-share', decisions })}
          />
          <p class="note">{tt('shareDecisionsNote')}</p>
        </>
      )}
      <h3>{tt('eraseTitle')}</h3>
      <p>{tt(team.erases ? 'eraseText' : 'noErase')}</p>
      {team.erases && (
        <>
          <Field name="team-erase" label={tt('eraseField')}>
            <input
              id="team-erase"
              type="text"
              value={account}
              onInput={(event) => setAccount(event.currentTarget.value)}
              style={fitting}
            />
          </Field>
          <ConfirmButton
            id="team-erase-button"
            label={tt('erase')}
            question={tt('eraseSure', { account: account.trim() })}
            disabled={account.trim() === ''}
            onConfirm={() => ask({ type: 'team-erase', account: account.trim().slice(0, 241) })}
          />
        </>
      )}
      <h3>{tt('leaveTitle')}</h3>
      <p>{tt('leaveText')}</p>
      <button type="button" class="plain" name="team-leave" onClick={() => ask({ type: 'team-leave' })}>
        {tt('leave')}
      </button>
    </>
  );
}

function Field({ label, name, note, children }: FieldProps) {
  return (
    <p>
      <label class="field" for={name}>
        {label}
      </label>
      {children}
      {note && <small class="note">{note}</small>}
    </p>
  );
}

interface FieldProps {
  label: string;
  /** The id of what it is the label of. */
  name: string;
  note?: string;
  children: ComponentChildren;
}
