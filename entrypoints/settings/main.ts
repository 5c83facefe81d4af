// The page of settings; the browser's own list of extensions leads here as well.
import { mountSettings } from '../../components/settings/mount.ts';
import { language } from '../../lib/i18n/language.ts';

await mountSettings(document.getElementById('page') as HTMLElement);
document.documentElement.lang = language();
