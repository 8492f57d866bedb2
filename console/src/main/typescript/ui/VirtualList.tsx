import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from "@tanstack/virtual-core";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";

type Props<T> = {
  items: readonly T[];
  /** Tells an item from all others. */
  keyOf: (item: T) => string;
  /** About how high a row is, in pixels, until it was drawn. */
  rowHeight: number;
  row: (item: T, index: number) => ComponentChildren;
  label: string;
  /** The row that has to be seen; -1 for none. */
  focus?: number;
  /** The last row has come in sight. */
  atEnd?: () => void;
  class?: string;
};

/** A list of as many rows as may be, of which only those in sight are drawn. */
export function VirtualList<T>({
  items,
  keyOf,
  rowHeight,
  row,
  label,
  focus = -1,
  atEnd,
  class: named = "",
}: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const options: VirtualizerOptions<HTMLDivElement, HTMLDivElement> = {
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index] as T),
    overscan: 8,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => draw(undefined as never),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  const focused = focus >= 0 && focus < items.length ? keyOf(items[focus] as T) : null;
  useLayoutEffect(() => {
    // only when it becomes another: what comes meanwhile takes nobody away from where he has scrolled to
    if (focused !== null) virtual.scrollToIndex(focus, { align: "auto" });
  }, [focused, virtual]);

  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  useLayoutEffect(() => {
    if (last >= 0 && last >= items.length - 1) atEnd?.();
  }, [last, items.length, atEnd]);

  return (
    <div class={`scroller ${named}`} ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: most of its rows are not there, so it says how many there are */}
      <div role="list" aria-label={label} class="virtual" style={{ height: `${virtual.getTotalSize()}px` }}>
        {rows.map(({ index, key, start }) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={index + 1}
            key={key}
            data-index={index}
            ref={virtual.measureElement}
            class="virtual-row"
            style={{ transform: `translateY(${start}px)` }}
          >
            {row(items[index] as T, index)}
          </div>
        ))}
      </div>
    </div>
  );
}
