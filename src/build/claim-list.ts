import { check } from '../schemas/check.ts'
import { claimList } from '../schemas/claims.ts'
import { readContent } from './content-files.ts'

const file = 'content/claims.json'

/** The source's claims, in its order. */
export const claims = check(claimList, readContent(file), file)
