// The page of settings in the package for teams: the ordinary parts, and the team's after them.
import { mountTeam } from '../../components/team/mount.ts';
import './main.ts';

const page = document.getElementById('page') as HTMLElement;
// The ordinary page's is the only main part there may be. How it looks is said here: sheets are the ordinary package's.
const team = document.createElement('div');
team.className = 'above';
team.style.overflowWrap = 'anywhere';
page.after(team);
await mountTeam(team);
