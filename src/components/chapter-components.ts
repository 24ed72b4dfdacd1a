/** What a chapter can use without importing it. */
import Beside from './Beside.astro'
import Bibliography from './Bibliography.astro'
import Claim from './Claim.astro'
import Exercise from './Exercise.astro'
import FigureRef from './FigureRef.astro'
import Formula from './Formula.astro'
import Figure from './figure/Figure.astro'
import Note from './Note.astro'
import PageLink from './PageLink.astro'
import Practice from './Practice.astro'
import Section from './Section.astro'
import Source from './Source.astro'
import Summary from './Summary.astro'
import Term from './Term.astro'
import Value from './Value.astro'

export const chapterComponents = {
  Beside,
  Bibliography,
  Claim,
  Exercise,
  Figure,
  FigureRef,
  Formula,
  Note,
  PageLink,
  Practice,
  Section,
  Source,
  Summary,
  Term,
  Value,
}
