import { mainLanguage } from './index.ts'

const base = import.meta.env.BASE_URL.replace(/\/+$/, '')

/** The address of a page in a language, under any base: href('zh', '/widgets/') → '/repo/zh/widgets/'. */
export function href(lang: string, path: string): string {
  return base + (lang === mainLanguage ? '' : `/${lang}`) + path
}

/** The address of a file that is the same for every language, such as those of public/. */
export function asset(path: string): string {
  return base + path
}
