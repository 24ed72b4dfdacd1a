declare namespace App {
  interface Locals {
    /** The numbers of the figures of the chapter that is being rendered, by name. */
    figures?: ReadonlyMap<string, string>
    /** Where it is another than the page's: see i18n/index.ts. */
    textLanguage?: string
    /** What figures share and the page already has: see widgets/lab/shared.ts. */
    shared?: Set<string>
  }
}

/** The path of a classic script: see src/build/classic-scripts.ts. */
declare module '*?classic' {
  const path: string
  export default path
}
