// Takes an address apart: its path as steps, and a step as an account's id. Sites use these for links and for
// the page's own address alike, so that one account never gets two ids.

/** Longest account id that a path may hold, in UTF-16 code units. */
const MAX_ACCOUNT = 100;

/** The steps of an address' path, percent-decoded: `/u/Pe%C3%B1a/` is ["u", "Peña"]. Never throws. */
export function stepsOf(url: URL): string[] {
  return url.pathname.split('/').filter(Boolean).map(decodeStep);
}

/** A step of a path as an account's id: in lower case, because these sites' addresses are not particular about case. */
export function accountIn(step: string | undefined): string | undefined {
  const id = step?.trim().toLowerCase();
  return id && id.length <= MAX_ACCOUNT ? id : undefined;
}

/** A step of a path, percent-decoded; as it stands where it is not well-formed. */
export function decodeStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
