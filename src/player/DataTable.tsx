import type { Table } from '../charts/export/table.ts'
import { figures } from '../charts/model/format.ts'

/** More rows than anybody reads in a page; the CSV has them all. */
const mostRows = 60

interface Props extends Table {
  /** The figure's, so that two tables of a page are told apart. */
  readonly title: string
  readonly caption: string
}

export function DataTable({ title, caption, columns, rows }: Props) {
  const every = Math.ceil(rows.length / mostRows)
  return (
    <section class="table-scroll" tabIndex={0} aria-label={`${title}: ${caption}`}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter((_, i) => i % every === 0 || i === rows.length - 1)
            .map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) => (
                  <td key={j}>
                    {cell === null ? '–' : typeof cell === 'string' ? cell : figures(cell, 3)}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
