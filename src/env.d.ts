declare namespace App {
  interface Locals {
    /** The numbers of the figures of the chapter that is being rendered, by name. */
    figures?: ReadonlyMap<string, string>
  }
}
