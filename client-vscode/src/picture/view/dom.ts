type Child = Node | string | undefined;
type Attributes = Record<string, string | number | boolean | undefined>;

/** An HTML element; texts become text nodes, so nothing of a file is ever read as markup. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

export function button(label: string, title: string, run: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = html("button", { type: "button", title, "aria-label": title, ...attributes }, label);
  element.addEventListener("click", run);
  return element;
}

/** An element of the page that the extension made. */
// The caller says what kind of element it is, as with querySelector.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function byId<T extends Element>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element as unknown as T;
}

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}
