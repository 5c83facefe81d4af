// The page of settings in the package for teams: the team's part first, then the ordinary ones.
import { mountTeam } from '../../components/team/mount.ts';
import './main.ts';

const page = document.getElementById('page') as HTMLElement;
const team = document.createElement('main');
page.after(team);
await mountTeam(team);
