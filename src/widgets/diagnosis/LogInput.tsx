import { useId, useRef, useState } from 'preact/hooks'
import type { Messages } from './say.ts'
import { textOf } from './text-of.ts'

/** A field with more than this is slow to lay out: it shows the beginning, and the whole is read. */
const mostShown = 50_000

interface Props {
  readonly messages: Messages
  readonly sample: string
  readonly onText: (text: string) => void
  /** A file with nothing in it, a folder, or more than the browser can hold. */
  readonly onUnreadable: () => void
}

/** Three ways in: paste or type, drop a file, choose one. The text goes to the page's own reader only. */
export function LogInput({ messages, sample, onText, onUnreadable }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const timer = useRef(0)
  const [isOver, setOver] = useState(false)

  function take(text: string): void {
    window.clearTimeout(timer.current)
    if (field.current) {
      const isLong = text.length > mostShown
      field.current.value = isLong ? `${text.slice(0, mostShown)}\n…` : text
    }
    onText(text)
  }

  async function open(file: File): Promise<void> {
    const text = await file.arrayBuffer().then(textOf, () => '')
    take(text)
    if (text.trim() === '') onUnreadable()
  }

  /** Typing is read once it rests. */
  function typed(text: string): void {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => onText(text), 300)
  }

  return (
    <fieldset
      class="log-input"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const { files, items } = event.dataTransfer ?? {}
        const [file] = files ?? []
        if (file) void open(file)
        else if (items) take(event.dataTransfer?.getData('text/plain') ?? '')
      }}
    >
      <legend>{messages.yours}</legend>
      <label class="log-label" for={`${id}-text`}>
        {messages.paste}
      </label>
      <textarea
        id={`${id}-text`}
        ref={field}
        rows={5}
        spellcheck={false}
        autocomplete="off"
        placeholder={messages.example}
        onInput={(event) => typed(event.currentTarget.value)}
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text/plain') ?? ''
          if (text.length <= mostShown) return
          event.preventDefault()
          take(text)
        }}
      />
      <p class="log-ways">
        <label class="log-choose">
          {messages.choose}
          <input
            type="file"
            accept=".csv,.tsv,.txt,.log,.json,.jsonl,.ndjson,text/*,application/json"
            onChange={(event) => {
              const input = event.currentTarget
              const [file] = input.files ?? []
              if (file) void open(file)
              input.value = ''
            }}
          />
        </label>
        <button type="button" onClick={() => take(sample)}>
          {messages.useSample}
        </button>
        <button type="button" onClick={() => take('')}>
          {messages.clear}
        </button>
        <span>{messages.stays}</span>
      </p>
    </fieldset>
  )
}
