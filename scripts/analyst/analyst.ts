// An analyst of a team's pool: takes in what the members have seen, keeps it on the disk, assesses who is touched by it, and
// says what was found in the pool's own stream of findings, where members' browsers read it. Several may share the work:
// each takes everything in and assesses those whose hash is its own, and hears through the findings whom another's concern.
import { inflateRawSync } from 'node:zlib';
import { assess } from '../../lib/assess/assess.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { canonicalJson } from '../../lib/model/values.ts';
import { textHash } from '../../lib/store/identity.ts';
import { type Found, foundSubjectOf, parseFound, parseFoundSubject } from '../../lib/team/found.ts';
import type { Invitation } from '../../lib/team/invitation.ts';
import { publicKeyOf } from '../../lib/team/keys.ts';
import { namedIn } from '../../lib/team/letters.ts';
import type { PoolMessage } from '../../lib/team/link.ts';
import { read, type Team, taken } from '../../lib/team/reading.ts';
import { Members, type Roster } from '../../lib/team/roster.ts';
import { type Opener, openerOf, type Sealer, sealerOf } from '../../lib/team/sealing.ts';
import { newPosition, type Position, type Refusal } from '../../lib/team/state.ts';
import { authorOf, TeamTokens } from '../../lib/team/subjects.ts';
import { AnalystEvidence } from './evidence.ts';
import type { AnalystStore } from './store.ts';
import type { Wire } from './wire.ts';

/** Accounts assessed at a time; between two parts it may be ended. */
const AT_ONCE = 200;

/** Observations kept at a time, about. */
const KEPT_AT_ONCE = 1_000;

/** Its place among those that share the work: the first of one where it is alone. */
export interface Share {
  /** From 0. */
  place: number;
  of: number;
}

export interface AnalystOptions {
  invitation: Invitation;
  /** Its secret key. */
  seed: string;
  share?: Share;
  now?(): number;
}

/** What was done in a turn. */
export interface Turn {
  taken: number;
  refused: Partial<Record<Refusal, number>>;
  assessed: number;
  said: number;
}

export class Analyst {
  readonly #store: AnalystStore;
  readonly #invitation: Invitation;
  readonly #share: Share;
  readonly #author: string;
  readonly #seed: string;
  readonly #tokens: TeamTokens;
  readonly #opener: Opener;
  readonly #now: () => number;

  constructor(store: AnalystStore, { invitation, seed, share = { place: 0, of: 1 }, now = Date.now }: AnalystOptions) {
    this.#store = store;
    this.#invitation = invitation;
    this.#seed = seed;
    this.#author = authorOf(publicKeyOf(seed));
    this.#share = share;
    this.#tokens = new TeamTokens(invitation.teamKey);
    this.#now = now;
    // Node's own is ten times quicker than one written in JavaScript.
    this.#opener = openerOf(invitation.teamKey, (small, most) => inflateRawSync(small, { maxOutputLength: most }));
    const written = JSON.stringify(share);
    if (store.kept('share') === undefined) store.keep('share', written);
    else if (store.kept('share') !== written) {
      // Others than before are its own now.
      store.transaction(() => {
        store.wait(store.accounts().filter((account) => this.isOwn(account)));
        store.keep('share', written);
      });
    }
  }

  /** Whether this analyst assesses an account. */
  isOwn(account: AccountKey): boolean {
    return Number.parseInt(textHash(account).slice(-6), 36) % this.#share.of === this.#share.place;
  }

  /** Takes in what is new, assesses whom it touches and says what was found. What is wrong with the wire is thrown. */
  async turn(wire: Wire): Promise<Turn> {
    const turn: Turn = { taken: 0, refused: {}, assessed: 0, said: 0 };
    while (!(await this.#takeIn(wire, turn)));
    await this.#hear(wire);
    await this.#assess(wire, turn);
    return turn;
  }

  /** @returns whether all was read; false where the roster has changed so that it must be read anew */
  async #takeIn(wire: Wire, turn: Turn): Promise<boolean> {
    const { created, last } = await wire.stream();
    let position = this.#store.kept<Position>('position') ?? newPosition(created);
    // Another pool, or one that lost its end: what is known already comes to the same when it is read again.
    if (position.created !== created || position.sequence > last) position = newPosition(created);
    const team = this.#team();
    let isAgain = false;
    await wire.read(position.sequence, last, async (messages) => {
      const upTo = messages.at(-1)?.sequence ?? last;
      const next = await this.#takePart(messages, team, { ...structuredClone(position), sequence: upTo }, wire, turn);
      isAgain = next === undefined;
      if (next) position = next;
      return next !== undefined;
    });
    return !isAgain;
  }

  #team(): Team {
    const roster = this.#store.kept<Roster>('roster');
    return {
      roster,
      members: new Members(this.#invitation.administrator, roster),
      tokens: this.#tokens,
      opener: this.#opener,
      namesErased: (observation) =>
        namedIn(observation).some((account) => this.#store.isErased(this.#tokens.person(account))),
    };
  }

  /** @returns the position after a part; undefined where the roster has changed */
  async #takePart(
    messages: readonly PoolMessage[],
    team: Team,
    position: Position,
    wire: Wire,
    turn: Turn,
  ): Promise<Position | undefined> {
    const letters = await read(messages, team);
    const leftOut = new Set(position.leftOut);
    let observations: Observation[] = [];
    const keep = (at: Position, more: () => void = () => undefined) => {
      this.#store.transaction(() => {
        const touched = this.#store.take(observations, (account) => this.#tokens.person(account));
        this.#store.wait([...touched].filter((account) => this.isOwn(account)));
        this.#store.keep('position', at);
        more();
      });
      turn.taken += observations.length;
      observations = [];
    };
    for (const [i, letter] of letters.entries()) {
      const message = messages[i] as PoolMessage;
      const here = { ...position, sequence: message.sequence };
      for (const one of taken(message, letter, team, position, this.#now())) {
        if ('observation' in one) observations.push(one.observation);
        else if ('refused' in one) {
          turn.refused[one.refused] = (turn.refused[one.refused] ?? 0) + 1;
          if (one.refused === 'unknown' && one.author !== undefined) leftOut.add(one.author);
        } else if ('erased' in one) {
          let gone: number[] = [];
          keep({ ...here, leftOut: [...leftOut] }, () => {
            const { naming, sequences } = this.#store.erase(one.erased);
            gone = sequences;
            this.#store.wait(naming.filter((account) => this.isOwn(account)));
            // Until they are off the server, as is seen when this is ended before.
            this.#store.keep('toErase', [...(this.#store.kept<number[]>('toErase') ?? []), ...gone]);
          });
          this.#store.settle();
        } else if (one.roster.version > (team.roster?.version ?? -1)) {
          const known = new Set(new Members(this.#invitation.administrator, one.roster).authors());
          const isAnew = [...leftOut].some((author) => known.has(author));
          keep(isAnew ? newPosition(position.created) : { ...here, leftOut: [...leftOut] }, () => {
            this.#store.keep('roster', one.roster);
          });
          return undefined;
        }
      }
      if (observations.length >= KEPT_AT_ONCE) keep({ ...here, leftOut: [...leftOut] });
    }
    const after = { ...position, leftOut: [...leftOut] };
    keep(after);
    await this.#eraseFindings(wire);
    return after;
  }

  async #eraseFindings(wire: Wire): Promise<void> {
    const gone = this.#store.kept<number[]>('toErase') ?? [];
    if (gone.length === 0) return;
    for (const sequence of gone) await wire.eraseFinding(sequence);
    this.#store.keep('toErase', []);
  }

  /** Whom of its own the other analysts' findings name, without its own findings saying so, it looks at again. */
  async #hear(wire: Wire): Promise<void> {
    if (this.#share.of === 1) return;
    const { created, last } = await wire.stream('FOUND');
    const known = this.#store.kept<{ created: string; sequence: number }>('heard');
    const from = known?.created === created && known.sequence <= last ? known.sequence : 0;
    const { members, opener } = this.#team();
    await wire.read(
      from,
      last,
      async (messages) => {
        const named = new Set<AccountKey>();
        for (const { subject, body, sequence } of messages) {
          const author = parseFoundSubject(subject)?.author;
          const member = author === undefined || author === this.#author ? undefined : members.at(author, sequence);
          if (!member?.analyst) continue;
          const read = await opener.open(subject, member.key, body);
          const found = 'letter' in read ? parseFound(read.letter) : undefined;
          if (!found) continue;
          const about = accountKey(found.site, found.account);
          for (const account of found.findings.flatMap((finding) => finding.with as AccountKey[])) {
            if (this.isOwn(account) && !this.#store.said(account)?.others.includes(about)) named.add(account);
          }
        }
        this.#store.transaction(() => {
          this.#store.wait(named);
          this.#store.keep('heard', { created, sequence: messages.at(-1)?.sequence ?? last });
        });
        return true;
      },
      'FOUND',
    );
  }

  async #assess(wire: Wire, turn: Turn): Promise<void> {
    const sealer = await sealerOf(this.#invitation.teamKey, this.#seed);
    for (;;) {
      const accounts = this.#store.waiting(AT_ONCE);
      if (accounts.length === 0) return;
      const assessments = await assess(accounts, new AnalystEvidence(this.#store));
      const said = await Promise.all(assessments.map((one) => this.#say(one, sealer, wire)));
      this.#store.transaction(() => {
        for (const [i, account] of accounts.entries()) {
          const words = said[i];
          if (words) this.#store.say(account, words);
          this.#store.assessed(account);
        }
        for (const [i, { findings }] of assessments.entries()) {
          if (!said[i]) continue;
          const account = accounts[i] as AccountKey;
          for (const other of findings.flatMap((finding) => finding.with as AccountKey[])) {
            if (!this.isOwn(other) || accounts.includes(other)) continue;
            if (!this.#store.said(other)?.others.includes(account)) this.#store.wait([other]);
          }
        }
      });
      turn.assessed += accounts.length;
      turn.said += said.filter((one) => one !== undefined).length;
    }
  }

  /** @returns what is to be noted as said; undefined where it is as it was, or there is nothing to say */
  async #say({ site, account, level, findings }: Assessment, sealer: Sealer, wire: Wire) {
    const key = accountKey(site, account);
    const known = this.#store.said(key);
    const written = canonicalJson({ level, findings });
    if (known ? known.findings === written : findings.length === 0) return undefined;
    const person = this.#tokens.person(key);
    const found: Found = { says: 'found', site, account, at: new Date(this.#now()).toISOString(), level, findings };
    const subject = foundSubjectOf(this.#author, person);
    const body = await sealer.seal(subject, found);
    const sequence = body ? await wire.say(subject, body) : 0;
    const others = [...new Set(findings.flatMap((finding) => finding.with as AccountKey[]))];
    return { findings: written, others, sequence };
  }
}
