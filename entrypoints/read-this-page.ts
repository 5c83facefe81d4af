// The script that runs once in the page in front when the user asks for it in the popup. It looks at the
// page, gives what it read to the popup, and leaves nothing behind.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readAnyPage } from '../lib/reading/any-page.ts';

export default defineUnlistedScript(() => readAnyPage(document, location.href, String(getSelection() ?? '')));
