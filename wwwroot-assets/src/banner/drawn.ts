/**
 * Whether an element is really drawn where a person can see it, as far as its own document can tell. What this cannot
 * prove (a window behind another, a screen switched off, nobody there) is in docs/banner.md.
 */
export function isDrawn(element: Element | null): element is HTMLElement {
  if (!element || !element.isConnected) return false;
  const document = element.ownerDocument;
  const window = document.defaultView;
  if (!window || document.visibilityState !== 'visible') return false;
  if (!(element.textContent ?? '').trim()) return false;
  if (element.checkVisibility && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  if (!isOpaque(element, window)) return false;
  return isInView(element, window) && isUncovered(element, document);
}

/** Opacity multiplies up the ancestors: a banner at full opacity in a pale parent is pale. */
function isOpaque(element: Element, window: Window & typeof globalThis): boolean {
  for (let current: Element | null = element; current; current = current.parentElement) {
    const style = window.getComputedStyle(current);
    if (Number(style.opacity || '1') < 1) return false;
    if (style.visibility === 'hidden' || style.display === 'none') return false;
    if (style.filter && style.filter !== 'none') return false;
    if (style.clipPath && style.clipPath !== 'none') return false;
  }

  return true;
}

function isInView(element: Element, window: Window): boolean {
  const box = element.getBoundingClientRect();
  const slack = 1;
  return box.width >= 40 && box.height >= 10
    && box.left >= -slack && box.top >= -slack
    && box.right <= window.innerWidth + slack && box.bottom <= window.innerHeight + slack;
}

function isUncovered(element: Element, document: Document): boolean {
  const box = element.getBoundingClientRect();
  return [0.1, 0.3, 0.5, 0.7, 0.9].every((share) => {
    const hit = document.elementFromPoint(box.left + box.width * share, box.top + box.height / 2);
    return hit !== null && (element === hit || element.contains(hit));
  });
}
