// @vitest-environment happy-dom
// The list of everyone before anybody was seen.
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { DeveloperTable } from '../../components/dashboard/DeveloperTable.tsx';
import { everyone } from '../../components/dashboard/list-query.ts';

afterEach(() => document.body.replaceChildren());

it('offers no search and no count over nobody, and the way to the practice page', () => {
  const view = (complete: boolean) => (
    <DeveloperTable
      rows={[]}
      notes={new Map()}
      complete={complete}
      query={everyone}
      onQuery={() => undefined}
      scrolled={{ top: 0 }}
    />
  );
  render(view(true), document.body);
  expect(document.querySelector('input, select')).toBeNull();
  expect(document.querySelector('.how-many')?.textContent).toBe('');
  expect(document.querySelector('.empty a')?.getAttribute('href')).toBe('/practice.html');
  // While rows are still on their way, what is searched for may be typed already.
  render(view(false), document.body);
  expect(document.querySelector('#search')).not.toBeNull();
});
