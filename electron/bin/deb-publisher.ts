/** What a Debian package says of its publisher, as arguments of electron-builder; or what is missing, in a sentence. */
export type DebPublisher = { readonly flags: readonly string[]; readonly problem: string | null }

/**
 * What a Debian package must say of its publisher, which only the publisher knows; nothing where none is packed.
 *
 * @param args what electron-builder is called with
 * @param of the system, and the variables it is called with
 */
export function debPublisher(args: readonly string[], { platform, env }: { readonly platform: string; readonly env: Readonly<Record<string, string | undefined>> }): DebPublisher {
  if (!hasDeb(args, platform)) return { flags: [], problem: null }
  const { LODESTOCK_MAINTAINER: maintainer = '', LODESTOCK_HOMEPAGE: homepage = '' } = env
  const instead = 'or pack other forms: npm run dist -- --linux AppImage tar.gz'
  if (!/^[^<>]+ <[^<>@\s]+@[^<>@\s]+>$/.test(maintainer)) {
    return { flags: [], problem: `A Debian package must name who maintains it. Set LODESTOCK_MAINTAINER to your name and address, as in "Kim Weber <kim@your.domain>", ${instead}` }
  }
  if (!/^https:\/\/\S+$/.test(homepage)) return { flags: [], problem: `A Debian package must name its home page. Set LODESTOCK_HOMEPAGE to an https address, ${instead}` }
  return { flags: [`-c.linux.maintainer=${maintainer}`, `-c.extraMetadata.homepage=${homepage}`], problem: null }
}

/** Whether a Debian package is among what is asked for: it is on Linux, unless other forms are named. */
function hasDeb(args: readonly string[], platform: string): boolean {
  const at = args.findIndex((arg) => arg === '--linux' || arg === '-l')
  if (at === -1) return platform === 'linux' && !args.some((arg) => /^(--win|--windows|--mac|--macos|-[mwo]+)$/.test(arg))
  const rest = args.slice(at + 1)
  const end = rest.findIndex((arg) => arg.startsWith('-'))
  const forms = end === -1 ? rest : rest.slice(0, end)
  return forms.length === 0 || forms.some((form) => form.split(':')[0] === 'deb')
}
