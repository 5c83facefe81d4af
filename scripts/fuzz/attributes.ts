// The attributes of an element, whatever a form is made to answer to that name.
import { window } from './window.ts';

const own = Object.getOwnPropertyDescriptor(window.Element.prototype, 'attributes')?.get;

export const attributesOf = (element: Element): Attr[] => [...((own?.call(element) ?? []) as Iterable<Attr>)];
