// The page of settings; the browser's own list of extensions leads here as well.
import { mountSettings } from '../../components/settings/mount.ts';

await mountSettings(document.getElementById('page') as HTMLElement);
