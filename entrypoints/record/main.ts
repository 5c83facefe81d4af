// The page of due-diligence records: all of them, or the one that `?id=` names.
import { setPageLanguage } from '../../components/page-language.ts';
import { mountRecords } from '../../components/record/mount.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { untilOpen } from '../dashboard/open-database.tsx';

const root = document.getElementById('page') as HTMLElement;
const paper = document.createElement('div');
paper.id = 'paper';
root.after(paper);
await settingsNow();
const db = new HireflagDatabase();
await untilOpen(db, root);
db.close();
await mountRecords(root, paper, new URLSearchParams(location.search).get('id'));
setPageLanguage();
