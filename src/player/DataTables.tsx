/** The numbers of the charts as they are now, to read and to take away. Fetched when a reader opens them. */

import { toCsv } from '../charts/export/csv.ts'
import { chartToTables } from '../charts/export/table.ts'
import type { Chart } from '../charts/model/chart.ts'
import { DataTable } from './DataTable.tsx'
import { save } from './save.ts'
import type { PlayerWords } from './words.ts'

interface Props {
  readonly title: string
  readonly charts: readonly Chart[]
  readonly words: PlayerWords['lab']
}

export function DataTables({ title, charts, words }: Props) {
  const tables = charts.flatMap((chart) => chartToTables(chart, words.bandEnds))
  return (
    <>
      {tables.map(({ id, title: caption, columns, rows }) => (
        <DataTable key={id} title={title} caption={caption} columns={columns} rows={rows} />
      ))}
      <p>
        {tables.map((table) => (
          <button
            key={table.id}
            type="button"
            onClick={() => save(`${table.id}.csv`, new Blob([toCsv(table)], { type: 'text/csv' }))}
          >
            CSV, {table.title}
          </button>
        ))}
      </p>
    </>
  )
}
