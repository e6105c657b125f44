/** The licences of what the page is built from: a file beside it, or in the one-file page a part of it. */

export const LICENCES = "LICENSE-THIRD-PARTY.txt";

export async function licences(): Promise<string> {
  const own = document.getElementById(LICENCES);
  return own ? own.textContent.trim() : (await fetch(LICENCES)).text();
}
