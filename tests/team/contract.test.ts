// What browsers, the administrator's commands and the analyst agree on: tokens, subjects, bodies, rosters, invitations.
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import { readInvitation, writeInvitation } from '../../lib/team/invitation.ts';
import { isPublicKey, newSeed, newTeamKey, publicKeyOf } from '../../lib/team/keys.ts';
import { parseLetter, subjectOfLetter } from '../../lib/team/letters.ts';
import { Members } from '../../lib/team/roster.ts';
import { MAX_BODY, openerOf, sealerOf } from '../../lib/team/sealing.ts';
import { rightsOf } from '../../lib/team/stream.ts';
import { authorOf, parseSubject, subjectOf, TeamTokens } from '../../lib/team/subjects.ts';

const teamKey = newTeamKey();
const tokens = new TeamTokens(teamKey);
const [ana, ben] = [newSeed(), newSeed()];
const bid: Observation = {
  kind: 'bid',
  site: 'freelancer',
  seenAt: '2026-11-27T10:00:00.000Z',
  project: '77',
  account: 'quietharbor',
  text: 'I read your post twice. '.repeat(30),
};

describe('subjects', () => {
  it('hold tokens only, whatever the ids are', () => {
    for (const id of ['*', '>', 'a.b', 'has space', '名前', ' ', 'x'.repeat(200)]) {
      const subject = subjectOfLetter({ says: 'seen', observation: { ...bid, account: id } }, authorOf('U'), tokens);
      expect(subject).toMatch(/^obs(\.[A-Za-z0-9_-]{22}){3}$/);
      expect(parseSubject(subject)?.person).toBe(tokens.person(`freelancer:${id}`));
    }
  });
  it('are the same for the same letter, and others with another team’s key', () => {
    const subject = subjectOfLetter({ says: 'seen', observation: bid }, 'a'.repeat(22), tokens);
    const { kind, account, ...rest } = bid;
    const turned = { ...rest, account, kind } as Observation;
    expect(subjectOfLetter({ says: 'seen', observation: turned }, 'a'.repeat(22), tokens)).toBe(subject);
    const other = new TeamTokens(newTeamKey());
    expect(subjectOfLetter({ says: 'seen', observation: bid }, 'a'.repeat(22), other)).not.toBe(subject);
  });
  it('of any other form are none', () => {
    const one = 'a'.repeat(22);
    for (const wrong of ['', 'obs', `obs.${one}.${one}.*`, `obs.${one}.${one}.>`, `obs.${one}.${one}.${one}.x`]) {
      expect(parseSubject(wrong)).toBeUndefined();
    }
  });
});

describe('bodies', () => {
  const author = authorOf(publicKeyOf(ana));
  const subject = subjectOf({ author, person: 'p'.repeat(22), event: 'e'.repeat(22) });

  it('are read by whoever has the team’s key, and say nothing to others', async () => {
    const body = (await (await sealerOf(teamKey, ana)).seal(subject, { says: 'seen', observation: bid })) as Uint8Array;
    expect(await openerOf(teamKey).open(subject, publicKeyOf(ana), body)).toEqual({
      letter: { says: 'seen', observation: bid },
    });
    expect(Buffer.from(body).includes('quietharbor')).toBe(false);
    expect(body.length).toBeLessThan(JSON.stringify(bid).length / 2);
    expect(await openerOf(newTeamKey()).open(subject, publicKeyOf(ana), body)).toEqual({ not: 'not-ours' });
  });
  it('of another member, under another subject or changed by one bit are refused', async () => {
    const opener = openerOf(teamKey);
    const body = (await (await sealerOf(teamKey, ana)).seal(subject, bid)) as Uint8Array;
    expect(await opener.open(subject, publicKeyOf(ben), body)).toEqual({ not: 'not-ours' });
    const elsewhere = subjectOf({ author, person: 'q'.repeat(22), event: 'e'.repeat(22) });
    expect(await opener.open(elsewhere, publicKeyOf(ana), body)).toEqual({ not: 'not-ours' });
    for (const at of [0, 5, 40, body.length - 1]) {
      const changed = Uint8Array.from(body);
      changed[at] = (changed[at] as number) ^ 1;
      expect(await opener.open(subject, publicKeyOf(ana), changed)).toEqual({ not: 'not-ours' });
    }
    for (const none of [new Uint8Array(), Uint8Array.of(1), Buffer.from('{"stream":"OBS","seq":5}')]) {
      expect(await opener.open(subject, publicKeyOf(ana), none)).toEqual({ not: 'not-ours' });
    }
  });
  it('that a member seals in another’s name have the wrong signature', async () => {
    // Ben has the team's key, and so can seal for Ana's subject; he cannot sign for her.
    const forged = await sealedFor(author, ben, subject);
    expect(await openerOf(teamKey).open(subject, publicKeyOf(ana), forged)).toEqual({ not: 'not-theirs' });
  });
  it('are read whole whatever their size, and each by itself where many are opened at once', async () => {
    const sealer = await sealerOf(teamKey, ana);
    const sizes = [1, 65_533, 65_534, 65_535, 65_536, 200_000, 10];
    const letters = sizes.map((size, i) => String.fromCharCode(97 + i).repeat(size));
    const bodies = await Promise.all(letters.map((letter) => sealer.seal(subject, letter)));
    const opener = openerOf(teamKey);
    const read = await Promise.all(bodies.map((body) => opener.open(subject, publicKeyOf(ana), body as Uint8Array)));
    expect(read.map((one) => 'letter' in one && one.letter === letters[read.indexOf(one)])).toEqual(
      sizes.map(() => true),
    );
  });
  it('that are too large are not made', async () => {
    const noise = Array.from({ length: 9_000 }, () => crypto.randomUUID());
    expect(await (await sealerOf(teamKey, ana)).seal(subject, noise)).toBeUndefined();
    const repeated = (await (await sealerOf(teamKey, ana)).seal(subject, 'a'.repeat(900_000))) as Uint8Array;
    expect(repeated.length).toBeLessThan(MAX_BODY);
    expect(await openerOf(teamKey).open(subject, publicKeyOf(ana), repeated)).toEqual({ letter: 'a'.repeat(900_000) });
    expect(await (await sealerOf(teamKey, ana)).seal(subject, 'a'.repeat(1_100_000))).toBeUndefined();
  });
});

/** What somebody with the team's key can make under another's subject. */
async function sealedFor(author: string, seed: string, subject: string): Promise<Uint8Array> {
  const { hmac } = await import('@noble/hashes/hmac.js');
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const { deflateSync } = await import('fflate');
  const { joined, utf8 } = await import('../../lib/team/bytes.ts');
  const { signingKey, teamKeyBytes } = await import('../../lib/team/keys.ts');
  const small = deflateSync(utf8(JSON.stringify(bid)));
  const signed = joined(utf8(`hireflag team 1\n${subject}\n`), small);
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', await signingKey(seed), signed));
  const raw = Uint8Array.from(hmac(sha256, teamKeyBytes(teamKey), utf8(`seal ${author}`)));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const iv = new Uint8Array(12);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(subject) },
    key,
    joined(signature, small),
  );
  return joined(Uint8Array.of(1), iv, new Uint8Array(sealed));
}

describe('letters', () => {
  it('carry only what pages of marketplaces show, parsed as an import is', () => {
    expect(parseLetter({ says: 'seen', observation: bid })).toEqual({ letter: { says: 'seen', observation: bid } });
    const message = {
      kind: 'message',
      site: 'freelancer',
      seenAt: bid.seenAt,
      thread: '1',
      account: 'a',
      mine: false,
      text: 'x',
    };
    const page = { kind: 'page', site: 'freelancer', seenAt: bid.seenAt, page: 'bids', read: 'whole' };
    for (const observation of [
      message,
      page,
      { ...bid, site: 'web' },
      { ...bid, account: '' },
      { ...bid, kind: 'x' },
      null,
    ]) {
      expect(parseLetter({ says: 'seen', observation })).toHaveProperty('problem');
    }
    for (const none of [null, 7, {}, { says: 'other' }, { says: 'erased', person: '*' }]) {
      expect(parseLetter(none)).toHaveProperty('problem');
    }
  });
});

describe('a roster', () => {
  it('knows members by their token, up to where they left, and the administrator always', () => {
    const members = new Members(publicKeyOf(ben), {
      members: [{ name: 'Ana', key: publicKeyOf(ana), until: 40 }],
    });
    expect(members.at(authorOf(publicKeyOf(ana)), 40)?.name).toBe('Ana');
    expect(members.at(authorOf(publicKeyOf(ana)), 41)).toBeUndefined();
    expect(members.at(authorOf(publicKeyOf(ben)), 9)?.erases).toBe(true);
    expect(members.at('x'.repeat(22), 1)).toBeUndefined();
  });
});

describe('a roster of an earlier version', () => {
  it('that says of findings whose names they may have is read without it', () => {
    const roster = { version: 3, members: [{ name: 'Ana', key: publicKeyOf(ana) }] };
    expect(parseLetter({ says: 'roster', roster: { ...roster, names: true } })).toEqual({
      letter: { says: 'roster', roster },
    });
  });
});

describe('keys and invitations', () => {
  it('are read back as they were written', () => {
    const invitation = { team: 'Quay', server: 'wss://pool.example:443', teamKey, administrator: publicKeyOf(ana) };
    expect(readInvitation(` ${writeInvitation(invitation)}\n`)).toEqual(invitation);
    expect(isPublicKey(publicKeyOf(ana))).toBe(true);
    expect(isPublicKey(publicKeyOf(ana).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBe(false);
  });
  it('that are wrong are none', () => {
    for (const wrong of ['', 'hireflag-team-1.', 'hireflag-team-1.e30', 'x'])
      expect(readInvitation(wrong)).toBeUndefined();
    const invitation = { team: 'Quay', server: 'ws://pool.example', teamKey, administrator: publicKeyOf(ana) };
    expect(() => writeInvitation(invitation)).toThrow();
    expect(() => publicKeyOf(publicKeyOf(ana))).toThrow();
  });
});

describe('rights', () => {
  it('let a member write under their own token only', () => {
    const { publish, subscribe } = rightsOf('a'.repeat(22));
    expect(publish.filter((subject) => subject.startsWith('obs.'))).toEqual([`obs.${'a'.repeat(22)}.*.*`]);
    expect(publish.some((subject) => subject.includes('DELETE.OBS') && subject.includes('MSG'))).toBe(false);
    expect(subscribe).toEqual([`_INBOX.${'a'.repeat(22)}.>`]);
  });
});
