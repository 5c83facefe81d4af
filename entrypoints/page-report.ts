// The script that runs once in a marketplace's page when the user wants a report on how that is built. It looks at
// the page, gives the report, and leaves nothing behind.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageReport } from '../lib/reading/report.ts';
import { siteFor } from '../lib/sites/registry.ts';

export default defineUnlistedScript(() => {
  const site = siteFor(location.href);
  return site ? pageReport(site, document, location.href) : '';
});
