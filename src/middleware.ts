/** Every page on its way out: words that its language lacks are marked as English. */
import { defineMiddleware } from 'astro:middleware'
import { markBorrowed } from './build/mark-borrowed.ts'
import { languages, t } from './build/words.ts'
import { mainLanguage } from './i18n/index.ts'

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next()
  const isPage = response.headers.get('content-type')?.startsWith('text/html')
  if (languages.length === 1 || !isPage) return response
  const html = markBorrowed(await response.text(), t(mainLanguage).site.tag)
  return new Response(html, response)
})
