/**
 * The card of a page, beside it: /vanishing-gradients/card.png. Home's serves every page that has none
 * of its own. A card is named by an absolute address, so there are none where the site's is not known.
 */

import type { APIRoute } from 'astro'
import { cardSvg } from '../../build/card/card-svg.ts'
import { pictureOf, pictureOfFigure } from '../../build/card/picture.ts'
import { pngResponse } from '../../build/card/raster.ts'
import { chapters } from '../../build/chapters.ts'
import { figuresIn } from '../../build/figures-in.ts'
import { widgetIds } from '../../build/widgets.ts'
import { languages, t, widgetWords } from '../../build/words.ts'
import { unmarked } from '../../i18n/borrowed.ts'
import { fill } from '../../i18n/fill.ts'
import { routeParameter } from '../../i18n/index.ts'

interface Props {
  readonly lang: string
  readonly kicker: string
  readonly title: string
  readonly figure?: string
  readonly widget?: string
}

export async function getStaticPaths() {
  if (!import.meta.env.SITE) return []
  const all = await Promise.all(languages.map(cardsIn))
  return all.flat().map(({ path, ...props }) => ({
    params: { page: [routeParameter(props.lang), path].filter(Boolean).join('/') || undefined },
    props,
  }))
}

async function cardsIn(lang: string): Promise<(Props & { path: string })[]> {
  const { site, chapter, widget } = t(lang)
  const ofChapters = (await chapters(lang)).map(({ slug, entry: { data, body } }) => ({
    path: slug,
    lang,
    kicker: fill(chapter.number, { number: data.order }),
    title: data.title,
    figure: figuresIn(body ?? '')[0] ?? '',
  }))
  const ofWidgets = widgetIds.map((id) => ({
    path: `widgets/${id}`,
    lang,
    kicker: widget.kicker,
    title: widgetWords(lang, id).title,
    widget: id,
  }))
  const figure = ofChapters[0]?.figure ?? ''
  const ofHome = { path: '', lang, kicker: site.tagline, title: site.name, figure }
  return [ofHome, ...ofChapters, ...ofWidgets]
}

export const GET: APIRoute<Props> = async ({ props: { lang, kicker, title, figure, widget } }) => {
  const chart = widget ? await pictureOf(widget, lang) : await pictureOfFigure(figure ?? '', lang)
  if (!chart) throw new Error(`the card "${title}" has no picture`)
  const { name } = t(lang).site
  const svg = cardSvg({ kicker, title, foot: title === name ? '' : name, chart })
  return pngResponse(unmarked(svg))
}
