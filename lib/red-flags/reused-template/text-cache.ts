// The texts and posts fetched for one search, each once.
import type { StoredText } from '../../evidence/evidence.ts';
import { type AccountKey, accountKey } from '../../model/account.ts';
import { stemOf } from '../../model/beginning.ts';
import type { Project } from '../../model/observation.ts';
import { ClientPost, restOf } from '../../text/client-post.ts';
import { fingerprint, type TextFingerprint } from '../../text/prepared-text.ts';
import type { SourceText } from '../../text/template-matcher.ts';

/** Whose text it is. */
export function ownerOf({ site, account }: Pick<StoredText, 'site' | 'account'>): AccountKey {
  return accountKey(site, account);
}

/** A post, as far as it is known, and what bidders quote of the rest. */
interface KnownPost {
  project: Project | undefined;
  post?: ClientPost | undefined;
  rest?: string;
}

/** Whether all of a post is known. */
function isWhole(project: Project | undefined): boolean {
  return project?.text !== undefined && project.textIs !== 'part' && !stemOf(project.text).isCut;
}

export class TextCache {
  readonly #texts = new Map<number, StoredText>();
  readonly #fingerprints = new Map<number, TextFingerprint>();
  readonly #posts = new Map<string, KnownPost>();
  readonly #sources = new Map<number, SourceText>();
  readonly #projectAt = new Map<string, string>();

  has(n: number): boolean {
    return this.#texts.has(n);
  }

  text(n: number): StoredText | undefined {
    return this.#texts.get(n);
  }

  addTexts(texts: readonly StoredText[]): void {
    for (const text of texts) this.#texts.set(text.n, text);
  }

  /** Keys of the projects of these texts that were not asked for yet. */
  withoutPost(texts: readonly StoredText[]): string[] {
    const keys = new Set<string>();
    for (const { site, project } of texts) {
      const key = `${site}:${project}`;
      if (project !== '' && !this.#posts.has(key)) keys.add(key);
    }
    for (const key of keys) this.#posts.set(key, { project: undefined });
    return [...keys];
  }

  addPosts(projects: ReadonlyMap<string, Project>): void {
    for (const [key, project] of projects) this.#posts.set(key, { project });
    if (projects.size > 0) this.#sources.clear();
  }

  project({ site, project }: StoredText): Project | undefined {
    return this.#posts.get(`${site}:${project}`)?.project;
  }

  /** What tells projects apart: the id, or the address where one page was seen under two ids; nothing of messages. */
  projectKey({ site, project, url }: StoredText): string {
    if (project === '') return '';
    const key = `${site}:${project}`;
    if (url === undefined) return key;
    const address = url.replace(/[?#].*$/s, '');
    const known = this.#projectAt.get(address);
    if (known === undefined) this.#projectAt.set(address, key);
    return known ?? key;
  }

  /** On how many projects these were sent, as far as that is known. */
  projectCount(texts: readonly StoredText[]): number {
    return new Set(texts.map((text) => this.projectKey(text)).filter(Boolean)).size;
  }

  /** The fingerprint of a text, whatever the post says. */
  fingerprint({ n, text }: StoredText): TextFingerprint {
    const known = this.#fingerprints.get(n);
    if (known) return known;
    const own = fingerprint(text, undefined);
    this.#fingerprints.set(n, own);
    return own;
  }

  source(n: number): SourceText | undefined {
    const known = this.#sources.get(n);
    if (known) return known;
    const text = this.#texts.get(n);
    if (!text) return undefined;
    const post = this.#post(`${text.site}:${text.project}`);
    const source: SourceText = {
      n,
      account: ownerOf(text),
      text: text.text,
      project: this.projectKey(text),
      post,
      isPostWhole: text.project !== '' && isWhole(this.project(text)),
      fingerprint: post ? undefined : this.#fingerprints.get(n),
    };
    // What the post says comes after the text: until it was asked for, nothing is settled.
    if (text.project === '' || this.#posts.has(`${text.site}:${text.project}`)) this.#sources.set(n, source);
    return source;
  }

  #post(key: string): ClientPost | undefined {
    const known = this.#posts.get(key);
    if (!known?.project?.text) return undefined;
    known.post ??= new ClientPost(known.project.title ?? '', known.project.text, known.rest);
    return known.post;
  }

  /**
   * Learns of posts of which only the beginning is known what bidders quote of the rest, from the texts at hand.
   *
   * @returns whether anything was learned: then texts must be made ready anew
   */
  learnRests(): boolean {
    const byProject = Map.groupBy(this.#texts.values(), ({ site, project }) => `${site}:${project}`);
    let isLearned = false;
    for (const [key, texts] of byProject) {
      const known = this.#posts.get(key);
      if (!known?.project?.text || isWhole(known.project) || texts.length < 2) continue;
      const rest = restOf(
        known.project.title ?? '',
        known.project.text,
        texts.map((text) => ({ author: ownerOf(text), text: text.text })),
      );
      if (rest === (known.rest ?? '')) continue;
      known.rest = rest;
      known.post = undefined;
      this.#sources.clear();
      isLearned = true;
    }
    return isLearned;
  }
}
