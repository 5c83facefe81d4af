// @vitest-environment happy-dom
// The page of data: each part apart from the next, what takes something in together, and what is kept below.
import { render } from 'preact';
import { expect, it } from 'vitest';
import { DataControls } from '../../components/dashboard/DataControls.tsx';
import { DeveloperView } from '../../components/dashboard/DeveloperView.tsx';
import { ProjectList } from '../../components/dashboard/ProjectList.tsx';
import type { ProjectSummary } from '../../components/dashboard/project-rows.ts';
import { decided } from '../../lib/assess/apply-decisions.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Profile } from '../../lib/model/observation.ts';

const nothing = () => {};
const shown = (view: preact.ComponentChild) => {
  const root = document.createElement('div');
  render(view, root);
  return root;
};

it('what logs and the own list take in stands beside the other imports, as parts of the page like those', () => {
  const root = shown(
    <DataControls
      totals={{ accounts: 1, observations: 1 }}
      used={undefined}
      retention={{ kept: 90, draft: undefined, byPolicy: false, onChoose: nothing, onKeep: nothing }}
      running={undefined}
      outcome={undefined}
      onExport={nothing}
      onExportNotes={nothing}
      onImport={nothing}
      onPages={nothing}
      onAddress={nothing}
      onDeleteAll={nothing}
    >
      <section aria-labelledby="logs" />
    </DataControls>,
  );
  const parts = [...root.querySelectorAll('.data > section')].map((part) => part.getAttribute('aria-labelledby'));
  expect(parts).toEqual(['stored', 'export', 'import', 'pages', 'logs', 'keep', 'delete', 'permissions']);
});

const project = (key: string, more: Partial<ProjectSummary>): ProjectSummary => ({
  key: key as AccountKey,
  lastSeenAt: '2026-10-05T08:00:00Z',
  bidders: [],
  bidCount: 0,
  asking: 0,
  groups: 0,
  checked: 0,
  records: 0,
  ...more,
});

it('a project says what was decided and nothing of what was not, and that only ratings name it', () => {
  const projects = [
    project('guru:1', {
      project: { kind: 'project', site: 'guru', seenAt: '', project: '1', title: 'Quay' },
      records: 2,
    }),
    project('guru:2', { checked: 1, records: 1 }),
    project('guru:3', {}),
  ];
  const root = shown(<ProjectList projects={projects} all={3} complete onMore={nothing} />);
  const words = [...root.querySelectorAll('li')].map((one) =>
    [...one.querySelectorAll('p')].slice(1).map((p) => p.textContent),
  );
  expect(words).toEqual([
    ['No bids read so far', '2 with a record'],
    ['Only named in ratings so far', '1 checked by you, 1 with a record'],
    ['Only named in ratings so far'],
  ]);
});

it('an account of a log, which has no profile, is compared with none', () => {
  const profile = (account: string): Profile => ({
    kind: 'profile',
    site: 'guru',
    seenAt: '2026-10-05T08:00:00Z',
    account,
    role: 'freelancer',
    headline: account,
  });
  const assessment = decided(
    {
      site: 'guru',
      account: 'ines',
      level: 'no-flags',
      coverage: { bids: 0, projects: 0, reviews: 0, profiles: 1, messages: 0 },
      checks: [],
      findings: [],
    },
    [],
  );
  const page = (keys: readonly string[]) =>
    shown(
      <DeveloperView
        assessment={assessment}
        rows={[]}
        projects={new Map()}
        same={keys.map((key) => ({
          key: key as AccountKey,
          ...(!key.startsWith('okta:') && { profile: profile(key.slice(5)) }),
        }))}
        onDelete={nothing}
      />,
    );
  const names = (root: Element) => [...root.querySelectorAll('.same thead a')].map((one) => one.textContent);
  expect(names(page(['guru:ines', 'guru:quay', 'okta:ines@quay.example']))).toEqual(['@ines', '@quay']);
  expect(page(['guru:ines', 'okta:ines@quay.example']).querySelector('.same')).toBeNull();
});
