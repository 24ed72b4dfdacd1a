/** Calls `react` with the element that an event is about, also for the events that do not bubble. */
export function onElement(type: string, react: (element: Element) => void): void {
  const listener = ({ target }: Event) => target instanceof Element && react(target)
  addEventListener(type, listener, true)
}
