/** What figures do until their code has loaded, or without it. It has to listen before any module runs. */
import './early-press.ts'
import './load-failure.ts'
import './static-tables.ts'
